"""What kind of thing a noun phrase or pronoun names, to tell who may speak."""

from __future__ import annotations

from pactscan.lexicon.speech import pronoun_kinds, speaker_nouns
from pactscan.marks.parse import Parse

KINDS = ("person", "body", "place", "name", "noun", "plural", "role", "roles", "he", "they", "we", "i", "it", "you", "who", "other")
"""Kinds of candidate speakers."""
SPEECHLESS = frozenset({"noun", "plural", "other"})
"""Kinds of things, which neither say nor suggest: common nouns that are no word for people or bodies."""


def candidate_kind(parse: Parse, i: int) -> str:
    """One of `KINDS`, by entity label, tag and word."""
    word, tag = parse.lower[i], parse.tag[i]
    if tag in ("PRP", "WP", "WDT", "DT") and word in pronoun_kinds():
        return pronoun_kinds()[word]
    if parse.entity[i] >= 0:
        label = parse.entities[parse.entity[i]][2]
        if label == "PERSON":
            return "person"
        if label in ("ORG", "NORP"):
            return "body"
        if label in ("GPE", "LOC", "FAC"):
            return "place"
    if tag in ("NNP", "NNPS"):
        return "name"
    if word in speaker_nouns():
        return "roles" if tag == "NNS" else "role"
    return {"NN": "noun", "NNS": "plural"}.get(tag, "other")


def can_speak(parse: Parse, i: int) -> bool:
    """Whether the noun phrase with head `i` names people or a body."""
    return candidate_kind(parse, i) not in SPEECHLESS
