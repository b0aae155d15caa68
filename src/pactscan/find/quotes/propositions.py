"""Whether words without quotation marks can be what somebody says: a clause, not a thing that is praised, noted or talked of.

"She welcomed the deal", "he noted the delay", "they argued for an hour" tell that somebody spoke, and not what was said.
"""

from __future__ import annotations

from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.kinds import can_speak
from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import clause_openers, time_clause_openers
from pactscan.marks.parse import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSAL = frozenset({"say", "state", "add", "tell", "warn", "suggest", "report", "write", "manner", "ask"})
"""Kinds of cue after which a clause follows, even where the parse took it for a noun phrase."""
INFINITIVE = frozenset({"promise", "urge", "ask", "tell", "warn", "suggest", "say", "add", "state", "admit", "apologise"})
"""Kinds of cue that an infinitive may follow: vowed to stay, urged them to stay."""
SHOWING = frozenset({"show", "suggest"})
"""Kinds of cue by which things, too, tell of something: results show, a decline suggests."""
TELLING = frozenset({"call", "reveal", "remind"})
"""Verbs of speech that are said of things as well: the plan calls for, the anniversary reminds."""
ISSUING = frozenset({"release", "publish", "air", "broadcast", "detail", "document"})
"""Verbs after which things stand, and words only between marks."""
MODIFYING = frozenset({"relcl", "acl", "advcl"})


def says_something(reading: Reading, cue: Cue, first: int, last: int) -> bool:
    """Whether the tokens `first` to `last`, none of them between marks that somebody says, tell what is said."""
    parse = reading.parse
    if last < cue.at and _is_participle(parse, first, last):
        return False
    if cue.kind == "according" or (last < cue.at and cue.kind in CLAUSAL):
        return True
    if (cue.kind in SHOWING or cue.base in TELLING) and cue.source >= 0 and not can_speak(parse, cue.source):
        return False
    if cue.passive and cue.source < 0 and cue.kind in ("ask", "urge"):
        return False
    if cue.kind == "discuss" or cue.base in ISSUING or _is_time(parse, cue, first, last):
        return False
    return _has_clause(parse, cue, first, last) or _has_infinitive(parse, cue, first, last) or _is_verdict(parse, cue, first, last)


def _is_time(parse: Parse, cue: Cue, first: int, last: int) -> bool:
    """Whether the words only tell when somebody spoke: ``when the bomb went off``."""
    if cue.kind == "ask" or parse.lower[first] not in time_clause_openers():
        return False
    root = _root(parse, first, last)
    return parse.dep[root] in ("advcl", "prep", "pobj", "pcomp") and parse.head[first] == root


def _is_participle(parse: Parse, first: int, last: int) -> bool:
    """Whether the words before a cue tell of its subject: ``Told that the vote was lost, she laughed``."""
    root = _root(parse, first, last)
    return root == first and parse.tag[root] in ("VBN", "VBG", "VBD")


def _root(parse: Parse, first: int, last: int) -> int:
    return next((t for t in range(first, last + 1) if not first <= parse.head[t] <= last or parse.head[t] == t), first)


def _has_clause(parse: Parse, cue: Cue, first: int, last: int) -> bool:
    """Whether a finite verb is among the words, and not only in a clause that describes one of their nouns."""
    finite = (t for t in range(first, last + 1) if parse.tag[t] in FINITE and not _is_of_second_verb(parse, t, cue.at, first, last))
    if cue.kind in CLAUSAL or (parse.lower[first] in clause_openers() and parse.tag[first] != "DT"):
        return next(finite, -1) >= 0
    return any(not _describes(parse, t, first, last) for t in finite)


def _is_of_second_verb(parse: Parse, t: int, cue: int, first: int, last: int) -> bool:
    """Whether a word belongs to a verb that goes on with the subject of the cue: ``noted the delay and *described how* …``."""
    while first <= t <= last:
        if parse.dep[t] == "conj" and (parse.head[t] == cue or parse.tag[parse.head[t]][:2] == "NN") and parse.tag[t][:2] == "VB":
            return not any(parse.dep[c] in ("nsubj", "nsubjpass") for c in parse.children[t])
        if parse.head[t] == t:
            break
        t = parse.head[t]
    return False


def _describes(parse: Parse, t: int, first: int, last: int) -> bool:
    while first <= parse.head[t] <= last and parse.head[t] != t:
        if parse.dep[t] in MODIFYING:
            return True
        t = parse.head[t]
    return False


def _has_infinitive(parse: Parse, cue: Cue, first: int, last: int) -> bool:
    """An infinitive that is promised or urged, or an act that is proposed: ``to stay``, ``staying``."""
    if cue.kind in INFINITIVE and any(parse.tag[t] == "TO" and parse.tag[t + 1] == "VB" for t in range(first, last)):
        return True
    return cue.kind in ("suggest", "urge") and parse.tag[_root(parse, first, last)] == "VBG"


def _is_verdict(parse: Parse, cue: Cue, first: int, last: int) -> bool:
    """What somebody calls for, or is accused of, or is said to be: ``for calm``, ``Moe of fraud``, ``the deal as a mistake``."""
    words = parse.lower[first : last + 1]
    if cue.kind == "call" or cue.base == "call":
        as_what = cue.kind == "call" and "as" in words[1:]
        return as_what or words[0] == "for" or any(parse.dep[c] in ("oprd", "ccomp") and c > first for c in parse.children[cue.at])
    if cue.kind == "urge":
        return words[0] == "for"
    return (cue.base == "accuse" and "of" in words[1:]) or (cue.base == "blame" and "for" in words[1:])
