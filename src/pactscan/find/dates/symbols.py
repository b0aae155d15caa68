"""One character for each set of classes that a token can have, and patterns over these characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from pactscan.lexicon.dates import DateRule, date_macros, date_rules, date_series, date_words

OTHER = "."
"""Any word or sign that the grammar does not know."""

BREAK = "\n"
"""End of a paragraph."""

_FIRST_SYMBOL = 0xE000
_NAME = re.compile(r"\(\?P<[a-z0-9_]+>|\(\?P=[a-z0-9_]+\)|\(\?:|\(\?[=!]|\(\?<[=!]|\{[\d,]+\}|[A-Z][A-Z0-9_]*|[a-z]+|\s+")
_GROUP = re.compile(r"\(\?P<([a-z0-9_]+)>")
PUNCTUATION = {
    **dict.fromkeys("'’‘`", "APOS"),
    **dict.fromkeys("-–", "DASH"),
    ",": "COMMA",
    ".": "DOT",
    "/": "SLASH",
    "(": "LPAR",
    ")": "RPAR",
}
NUMERALS = (
    ("HOUR", "DAY", "NUM", "QUARTERNUM"),
    ("HOUR", "DAY", "NUM"),
    ("HOUR24", "DAY", "NUM", "TWO"),
    ("DAY", "NUM", "TWO"),
    ("NUM", "TWO"),
    ("NUM",),
    ("NUM", "YEAR"),
    ("TWO", "ZERO"),
    ("DAYTH", "NTH", "FOURTH"),
    ("DAYTH", "NTH"),
    ("NTH",),
    ("NUM", "DOTCLOCK"),
    ("NUM", "YEAR", "MILITARY"),
    ("NUM", "MILITARY"),
)
"""Sets of classes of tokens in digits; `numeral_classes` says which token has which."""


@dataclass(frozen=True)
class Symbols:
    """`words` maps a lower-case word to its character, `classes` a set of classes, `members` a class to all its characters."""

    words: dict[str, str]
    classes: dict[tuple[str, ...], str]
    members: dict[str, str]


@dataclass(frozen=True)
class CompiledRule:
    """A rule whose pattern reads a string of class characters; it can match only where one of `heads` stands."""

    rule: DateRule
    heads: frozenset[str]

    @cached_property
    def _named(self) -> str:
        return compiled(self.rule.pattern)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has one of `heads`: an article needs few of the rules."""
        return re.compile(_GROUP.sub("(", self._named))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups of `pattern` by number; a name may stand in several alternatives."""
        return tuple(_GROUP.findall(self._named))


@cache
def symbols() -> Symbols:
    """The characters of all words and classes of the grammar."""
    words: dict[str, str] = {}
    classes: dict[tuple[str, ...], str] = {}
    members: dict[str, list[str]] = {}
    literals = _literal_words()
    keys: dict[tuple[str, ...], str] = {}

    def character(key: tuple[str, ...], of: tuple[str, ...]) -> str:
        if key not in keys:
            keys[key] = chr(_FIRST_SYMBOL + len(keys))
            for name in of:
                members.setdefault(name, []).append(keys[key])
        return keys[key]

    for word, values in date_words().items():
        of = tuple(values)
        words[word] = character((*of, word) if word in literals else of, of)
    for word in sorted(literals - words.keys()):
        words[word] = character((word,), ())
    for of in (
        *NUMERALS,
        *((name,) for name in sorted({*PUNCTUATION.values(), "NUMERIC", "STAMP", "CLOCK", "DECADENUM", "QCODE", "HOLIDAY"})),
    ):
        classes[of] = character(of, of)
    for values in date_words().values():
        classes.setdefault(tuple(values), character(tuple(values), tuple(values)))
    return Symbols(words, classes, {name: "".join(chars) for name, chars in members.items()})


def _literal_words() -> set[str]:
    sources = [*date_macros().values(), *date_series().values(), *(rule.pattern for rule in date_rules())]
    return {m.group() for source in sources for m in _NAME.finditer(source) if m.group().isalpha() and m.group().islower()}


@cache
def compiled_rules() -> tuple[CompiledRule, ...]:
    """The rules of the grammar, ready to read a string of class characters."""
    return tuple(CompiledRule(rule, frozenset(_charset(rule.heads))) for rule in date_rules())


def _charset(heads: str) -> str:
    table = symbols()
    return "".join(table.members[name] if name.isupper() else table.words[name] for name in heads.split())


def compiled(pattern: str) -> str:
    """`pattern` with each name replaced by the class of its characters, and without white space."""
    return _NAME.sub(_translated, pattern)


def _translated(match: re.Match[str]) -> str:
    name = match.group()
    if name.isspace():
        return ""
    if name[0] in "({":
        return name
    if name.islower():
        return symbols().words[name]
    if name in date_macros():
        return f"(?:{compiled(date_macros()[name])})"
    return f"[{symbols().members[name]}]"
