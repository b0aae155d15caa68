"""Quotes: the same, cut, reworded, given to someone else, or in one article only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from pactscan.compare.actors import Cast
from pactscan.compare.align import Pair, Scores, candidates, left_over, match, one_to_one
from pactscan.compare.fields import CONFLICTS, EQUAL, REFINES, verdict_of
from pactscan.compare.likeness import FEWEST_WORDS, SAME, UNLIKE, Likeness, Wording, likeness, may_paraphrase
from pactscan.compare.nearby import like_wordings
from pactscan.compare.speakers import speaker_field, speaker_name, speaker_relation
from pactscan.compare.wording import word_changes
from pactscan.compare.words import keys_of
from pactscan.diffmodel import DiffItem, FieldChange, FieldRelation, ItemKind, QuoteRelation, Verdict, WordChange
from pactscan.lexicon.wording import function_words
from pactscan.model import Quote, QuoteKind

_SPEAKER_WEIGHT = {EQUAL: 0.2, REFINES: 0.1, CONFLICTS: -0.2}
"""Added to the likeness of words when quotes are matched, so that of two equal quotes each finds its speaker."""
_CONTAINS = {QuoteRelation.SAME, QuoteRelation.TRIMMED, QuoteRelation.OVERLAP}
_IN_MARKS = re.compile(r"[“\"«][^“”\"«»]*")
_FAITHFUL = {QuoteRelation.SAME, QuoteRelation.TRIMMED}


class _Spoken:
    def __init__(self, quote: Quote) -> None:
        self.quote = quote

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.quote.text)

    @cached_property
    def rendered(self) -> bool:
        """Whether the words are the writer's: none, or too few to tell one utterance from another, stand in marks."""
        return self.quote.kind is QuoteKind.INDIRECT or (
            self.quote.kind is QuoteKind.MIXED and _words_in_marks(self.quote.text) < FEWEST_WORDS
        )

    @cached_property
    def folded(self) -> str:
        return " ".join(self.wording.keys) or self.quote.text

    @property
    def said_by(self) -> str:
        """Words and speaker: what makes two quotes one beyond doubt."""
        return repr((self.folded, speaker_name(self.quote), self.rendered))


def quote_items(left: tuple[Quote, ...], right: tuple[Quote, ...], cast: Cast) -> list[DiffItem]:
    """The items of all quotes.

    Quotes are paired one to one. What one article prints twice, or as two quotes that the other joins, is then left over, and is
    paired with the quote that has its words. A paraphrase candidate is an item more, beside those of its two sides.
    """
    a, b = [_Spoken(quote) for quote in left], [_Spoken(quote) for quote in right]
    likes: dict[tuple[int, int], Likeness] = {}

    def score(lefts: list[int], rights: list[int]) -> Scores:
        likes.update(_likes({i: a[i] for i in lefts}, {j: b[j] for j in rights}))
        return {(i, j): like.score + _speaker_weight(a[i], b[j], cast) for (i, j), like in likes.items()}

    pairs = match([spoken.said_by for spoken in a], [spoken.said_by for spoken in b], score)
    items = [_pair(a[p.left], b[p.right], likes.get((p.left, p.right), SAME), cast) for p in pairs]
    spare_left = {i: a[i] for i in left_over(len(a), (p.left for p in pairs))}
    spare_right = {j: b[j] for j in left_over(len(b), (p.right for p in pairs))}
    parts = _parts(spare_left, dict(enumerate(b)), cast), _parts(spare_right, dict(enumerate(a)), cast.turned)
    items += [_pair(spare_left[i], b[j], like, cast) for i, (j, like) in parts[0].items()]
    items += [_pair(a[i], spare_right[j], like, cast) for j, (i, like) in parts[1].items()]
    rest_a = {i: spoken for i, spoken in spare_left.items() if i not in parts[0]}
    rest_b = {j: spoken for j, spoken in spare_right.items() if j not in parts[1]}
    items += [DiffItem(ItemKind.QUOTE, Verdict.ONLY_LEFT, None, 0.0, spoken.quote, None) for spoken in rest_a.values()]
    items += [DiffItem(ItemKind.QUOTE, Verdict.ONLY_RIGHT, None, 0.0, None, spoken.quote) for spoken in rest_b.values()]
    return items + _paraphrases(rest_a, rest_b, cast)


def _parts(spare: Mapping[int, _Spoken], others: Mapping[int, _Spoken], cast: Cast) -> dict[int, tuple[int, Likeness]]:
    """For quotes left over: the quote of the other side that has their words, and no other speaker."""
    best: dict[int, tuple[float, int, str, int]] = {}
    likes = _likes(spare, others)
    for (i, j), like in likes.items():
        if like.relation in _CONTAINS and speaker_relation(cast, spare[i].quote, others[j].quote) is not CONFLICTS:
            rank = (like.score, -((i - j) ** 2), others[j].said_by, j)
            best[i] = max(best.get(i, rank), rank)
    return {i: (j, likes[i, j]) for i, (*_, j) in best.items()}


def _words_in_marks(text: str) -> int:
    return sum(len(keys_of(match.group())) for match in _IN_MARKS.finditer(text))


def _likes(left: Mapping[int, _Spoken], right: Mapping[int, _Spoken]) -> dict[tuple[int, int], Likeness]:
    """Likeness of words, for pairs that have any; direct speech and the writer's rendering are never one quote."""
    equal = candidates({i: [spoken.folded] for i, spoken in left.items()}, {j: [spoken.folded] for j, spoken in right.items()})
    alike = like_wordings({i: spoken.wording for i, spoken in left.items()}, {j: spoken.wording for j, spoken in right.items()})
    pairs = [(i, j) for i, j in sorted({*equal, *alike}) if left[i].rendered is right[j].rendered]
    found = {(i, j): likeness(left[i].wording, right[j].wording) for i, j in pairs}
    return {pair: like for pair, like in found.items() if like.relation is not None}


def _speaker_weight(left: _Spoken, right: _Spoken, cast: Cast) -> float:
    return _SPEAKER_WEIGHT.get(speaker_relation(cast, left.quote, right.quote), 0.0)


def _pair(left: _Spoken, right: _Spoken, like: Likeness, cast: Cast) -> DiffItem:
    wording = word_changes(left.wording, right.wording)
    relation = _reworded_if_guarded(like.relation, wording)
    speaker = _speaker(speaker_field(cast, left.quote, right.quote), relation)
    if relation in _FAITHFUL and any(field.relation is CONFLICTS for field in speaker):
        relation = QuoteRelation.REATTRIBUTED
    fields = [*speaker, *_guarded(wording, relation)]
    verdict = verdict_of(fields)
    if verdict is Verdict.SAME and like.relation is not QuoteRelation.SAME:
        verdict = Verdict.CHANGED
    if left.rendered:
        relation = None
    return DiffItem(ItemKind.QUOTE, verdict, relation, like.score, left.quote, right.quote, tuple(fields), wording)


def _reworded_if_guarded(relation: QuoteRelation | None, wording: tuple[WordChange, ...]) -> QuoteRelation | None:
    """A cut that turns the meaning is more than a cut."""
    guarded = any(change.guard for change in wording)
    return QuoteRelation.REWORDED if guarded and relation is QuoteRelation.TRIMMED else relation


def _speaker(fields: list[FieldChange], relation: QuoteRelation | None) -> list[FieldChange]:
    """Echoes are common: two speakers of words that are only alike do not contradict each other."""
    if relation in _FAITHFUL:
        return fields
    return [FieldChange(f.name, f.left, f.right, FieldRelation.NOT_COMPARABLE) if f.relation is CONFLICTS else f for f in fields]


def _guarded(wording: tuple[WordChange, ...], relation: QuoteRelation | None) -> list[FieldChange]:
    """Numbers, negations and modals that changed inside of a quote; two cuts of one speech differ without contradiction."""
    if relation is QuoteRelation.OVERLAP:
        return []
    return [
        FieldChange("words", c.left.text if c.left else None, c.right.text if c.right else None, CONFLICTS, c.guard.value)
        for c in wording
        if c.guard
    ]


def _paraphrases(left: Mapping[int, _Spoken], right: Mapping[int, _Spoken], cast: Cast) -> list[DiffItem]:
    scores = {}
    for i, j in candidates({i: _content(spoken) for i, spoken in left.items()}, {j: _content(spoken) for j, spoken in right.items()}, 2):
        score = _paraphrase(left[i], right[j], cast)
        if score:
            scores[i, j] = score
    keys_left = [left[i].folded if i in left else "" for i in range(max(left, default=-1) + 1)]
    keys_right = [right[j].folded if j in right else "" for j in range(max(right, default=-1) + 1)]
    return [_paraphrase_item(left[p.left].quote, right[p.right].quote, p, cast) for p in one_to_one(keys_left, keys_right, scores)]


def _content(spoken: _Spoken) -> frozenset[str]:
    return frozenset(spoken.wording.keys) - function_words()


def _paraphrase(left: _Spoken, right: _Spoken, cast: Cast) -> float:
    """Likeness of two sayings in other words: by one speaker, or alike by the rule of quotes with one of them indirect."""
    if min(len(left.wording.keys), len(right.wording.keys)) < FEWEST_WORDS:
        return 0.0
    like = likeness(left.wording, right.wording) if left.rendered is not right.rendered else UNLIKE
    if like.relation is not None:
        return like.score
    same_speaker = left.quote.speaker is not None and speaker_relation(cast, left.quote, right.quote) is EQUAL
    return may_paraphrase(left.wording, right.wording) if same_speaker else 0.0


def _paraphrase_item(left: Quote, right: Quote, pair: Pair, cast: Cast) -> DiffItem:
    fields = tuple(speaker_field(cast, left, right))
    return DiffItem(ItemKind.QUOTE, Verdict.CHANGED, QuoteRelation.PARAPHRASE, round(pair.score, 3), left, right, fields)
