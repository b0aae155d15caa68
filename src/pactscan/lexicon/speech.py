"""Words of speech: verbs that introduce what is said, cue phrases, roles, elisions."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_list, read_table, read_toml


@cache
def elisions() -> frozenset[str]:
    """Lower-case words that a leading apostrophe shortens ('til, 'em)."""
    return frozenset(read_list("elisions.txt"))


@cache
def speech_verbs() -> dict[str, tuple[str, str]]:
    """Lower-case verb form → (base form, class)."""
    return {form: (row["verb"], row["class"]) for row in read_table("speech_verbs.csv") for form in row["forms"].split()}


@cache
def speaker_nouns() -> frozenset[str]:
    """Lower-case nouns for people and bodies that speak in the news."""
    return frozenset(read_list("speaker_nouns.txt"))


@cache
def person_nouns() -> frozenset[str]:
    """Lower-case singular nouns by which articles speak of one person whom they may not name."""
    return frozenset(read_list("person_nouns.txt"))


CUE_KINDS = (
    "according", "add", "admit", "apologise", "ask", "believe", "call", "cite", "criticise", "discuss", "manner", "note", "praise",
    "promise", "report", "say", "show", "state", "suggest", "tell", "urge", "warn", "write",
)  # fmt: skip
"""Classes of cues, as in speech_verbs.csv."""


@cache
def _verb_numbers() -> dict[str, int]:
    return {row["verb"]: n for n, row in enumerate(read_table("speech_verbs.csv"), start=1)}


def verb_number(base: str) -> int:
    """Line of a verb in the table of speech verbs, from 1; 0 for any other cue."""
    return _verb_numbers().get(base, 0)


@cache
def content_openers() -> dict[str, int]:
    """First word of a content, lower case → its class, from 1."""
    classes = read_toml("speech_words.toml")["openers"].values()
    return {word: n for n, words in enumerate(classes, start=1) for word in words}


@cache
def words_before_mark() -> dict[str, int]:
    """Word before an opening mark, lower case → its number, from 1."""
    return {word: n for n, word in enumerate(read_toml("speech_words.toml")["before_mark"]["words"], start=1)}


@cache
def pronoun_kinds() -> dict[str, str]:
    """Pronoun, lower case → the kind of candidate speaker that it is."""
    kinds = {kind: words for kind, words in read_toml("speech_words.toml")["pronouns"].items() if kind != "speaker"}
    return {word: kind for kind, words in kinds.items() for word in words}


@cache
def words_of_speakers() -> frozenset[str]:
    """Pronouns by which people speak of themselves and their hearers, lower case."""
    return frozenset(read_toml("speech_words.toml")["pronouns"]["speaker"])


@cache
def speech_nouns() -> frozenset[str]:
    """Lower-case nouns for what is said, which a clause may follow."""
    return frozenset(read_list("speech_nouns.txt"))


@cache
def verbs_before_infinitive() -> frozenset[str]:
    """Verb forms after which "to say" tells that somebody said so: went on to say, took to Twitter to say."""
    return frozenset(read_toml("speech_words.toml")["before_infinitive"]["words"])


@cache
def time_clause_openers() -> frozenset[str]:
    """Lower-case words that open a clause or phrase of time."""
    return frozenset(read_toml("speech_words.toml")["time_clause"]["openers"])


@cache
def clause_openers() -> frozenset[str]:
    """Lower-case words that open the clause that is said, asked or shown."""
    openers = read_toml("speech_words.toml")["openers"]
    return frozenset(openers["that"] + openers["question"] + openers["polar"])


@cache
def silent_particles() -> dict[str, frozenset[str]]:
    """Base verb → particles with which it tells of no speech: call off, talk up."""
    return {verb: frozenset(particles) for verb, particles in read_toml("speech_words.toml")["silent_particles"].items()}


@cache
def work_nouns() -> frozenset[str]:
    """Lower-case nouns for works and programmes that have titles."""
    return frozenset(read_toml("speech_words.toml")["titles"]["works"])


@cache
def title_words() -> frozenset[str]:
    """Words that stay without a capital in titles."""
    return frozenset(read_toml("speech_words.toml")["titles"]["small"])
