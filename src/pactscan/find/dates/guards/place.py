"""A reading with its surroundings, as the guards see it."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from pactscan.lexicon.dates import guard_words, word_values
from pactscan.model import ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from pactscan.find.dates.grammar import Reading
    from pactscan.find.dates.tokens import Tokens
    from pactscan.marks import MarkedArticle


@cache
def _common_words() -> frozenset[str]:
    kinds = ("UNIT", "UNITS", "DAYPART", "DAYWORD", "NOON", "FREQUENCY", "SEASON", "SEASONS")
    return frozenset().union(*(word_values(kind) for kind in kinds), guard_words("written_small"))


class Place:
    """A reading with its surroundings."""

    def __init__(self, marked: MarkedArticle, tokens: Tokens, reading: Reading) -> None:
        self.marked, self.tokens, self.reading = marked, tokens, reading
        self.text = marked.article.text
        self.start, self.end = tokens.starts[reading.first], tokens.ends[reading.last - 1]
        self.parts = {name: (a, b) for name, a, b in reading.parts}

    def word(self, offset: int) -> str:
        """The lower-case token `offset` before (-1, -2 …) or after (1, 2 …) the reading; empty at the ends, a line end for one."""
        i = self.reading.first + offset if offset < 0 else self.reading.last - 1 + offset
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    @cached_property
    def before(self) -> str:
        """The lower-case token before the reading."""
        return self.word(-1)

    @cached_property
    def after(self) -> str:
        """The lower-case token after the reading."""
        return self.word(1)

    @property
    def glued_before(self) -> bool:
        """Whether the token before touches the reading."""
        return bool(self.before.strip()) and self.tokens.ends[self.reading.first - 1] == self.start

    @property
    def stuck_before(self) -> bool:
        """Whether a word, an apostrophe or the like touches the reading; a dash, a slash or an opening sign may."""
        return self.glued_before and self.before not in guard_words("open_signs") and self.before not in ("-", "–", "/", ",", ".", ";", ":")

    @property
    def glued_after(self) -> bool:
        """Whether the token after touches the reading."""
        return bool(self.after.strip()) and self.tokens.starts[self.reading.last] == self.end

    @property
    def starts_paragraph(self) -> bool:
        """Whether nothing stands before the reading in its paragraph."""
        return not self.before.strip()

    @property
    def ends_clause(self) -> bool:
        """Whether a sign or the end of the paragraph follows."""
        return not self.after.isalnum()

    @property
    def capital_follows(self) -> bool:
        """Whether the next word stands right after a space and begins with a capital."""
        return self.text[self.end : self.end + 1] == " " and self.text[self.end + 1 : self.end + 2].isupper()

    def part(self, name: str) -> str:
        """The words of a part as written; empty when it is not there."""
        if name not in self.parts:
            return ""
        a, b = self.parts[name]
        return self.text[self.tokens.starts[a] : self.tokens.ends[b - 1]]

    @property
    def words(self) -> list[str]:
        """The lower-case tokens of the reading."""
        return self.tokens.words[self.reading.first : self.reading.last]

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.reading.last - self.reading.first

    @cached_property
    def starts_sentence(self) -> bool:
        """Whether the reading opens a sentence or a quotation."""
        return self.starts_paragraph or self.before in guard_words("sentence_ends") or self.before in guard_words("open_signs")

    @property
    def is_title(self) -> bool:
        """Whether a word is capitalised that running text does not capitalise: "This Week", "USA Today", "Man of the Year"."""
        skip = int(self.starts_sentence and not self._stands_in_quotes)
        return any(self._is_capital_common(i) for i in range(self.reading.first + skip, self.reading.last)) and not self.in_headline

    @property
    def _stands_in_quotes(self) -> bool:
        return self.before in guard_words("quotation_marks") and self.after in guard_words("quotation_marks")

    def _is_capital_common(self, i: int) -> bool:
        written = self.text[self.tokens.starts[i] : self.tokens.ends[i]]
        return written[0].isupper() and not written[1:].isupper() and self.tokens.words[i] in _common_words()

    @property
    def in_headline(self) -> bool:
        """Whether the reading stands in the title, where any word may be capitalised."""
        return self.marked.article.in_zone(self.start, ZoneKind.TITLE)

    @property
    def noun_follows(self) -> bool:
        """Whether a noun follows after a space: "day care"."""
        token = self.next_token
        return token is not None and token.tag_ in ("NN", "NNS", "NNP", "NNPS")

    def token(self, name: str) -> Token:
        """The parsed token at the start of a part."""
        return self.marked.token_at(self.tokens.starts[self.parts[name][0]])

    @cached_property
    def next_token(self) -> Token | None:
        """The parsed token after the reading, where only a space lies between."""
        if self.text[self.end : self.end + 1] != " " or self.reading.last >= len(self.tokens.starts):
            return None
        return self.marked.token_at(self.tokens.starts[self.reading.last])

    @cached_property
    def previous_token(self) -> Token | None:
        """The parsed token before the reading, in its paragraph."""
        return None if self.starts_paragraph else self.marked.token_at(self.tokens.starts[self.reading.first - 1])
