"""Sentences that came, went or were rewritten between two versions of one text."""

from __future__ import annotations

from pactscan.compare.align import Scores, left_over, match
from pactscan.compare.likeness import likeness
from pactscan.compare.nearby import like_wordings
from pactscan.compare.texts import Sentence, Text
from pactscan.compare.wording import word_changes
from pactscan.diffmodel import DiffItem, FieldChange, FieldRelation, ItemKind, Passage, Verdict


def sentence_items(left: Text, right: Text) -> list[DiffItem]:
    """The items of all sentences."""
    a, b = left.sentences, right.sentences

    def score(lefts: list[int], rights: list[int]) -> Scores:
        pairs = like_wordings({i: a[i].wording for i in lefts}, {j: b[j].wording for j in rights})
        found = {(i, j): likeness(a[i].wording, b[j].wording) for i, j in pairs}
        return {pair: like.score for pair, like in found.items() if like.relation is not None}

    pairs = match([_content(s) for s in a], [_content(s) for s in b], score)
    items = [_pair(a[p.left], b[p.right], p.score) for p in pairs]
    items += [_single(a[i], Verdict.ONLY_LEFT) for i in left_over(len(a), (p.left for p in pairs))]
    items += [_single(b[j], Verdict.ONLY_RIGHT) for j in left_over(len(b), (p.right for p in pairs))]
    return items


def _content(sentence: Sentence) -> str:
    return " ".join(sentence.wording.keys) or sentence.wording.text


def _pair(left: Sentence, right: Sentence, score: float) -> DiffItem:
    wording = word_changes(left.wording, right.wording)
    guarded = tuple(
        FieldChange(
            "words", c.left.text if c.left else None, c.right.text if c.right else None, FieldRelation.NOT_COMPARABLE, c.guard.value
        )
        for c in wording
        if c.guard
    )
    verdict = Verdict.CHANGED if wording else Verdict.SAME
    return DiffItem(ItemKind.SENTENCE, verdict, None, score, _passage(left), _passage(right), guarded, wording)


def _single(sentence: Sentence, verdict: Verdict) -> DiffItem:
    left = verdict is Verdict.ONLY_LEFT
    return DiffItem(ItemKind.SENTENCE, verdict, None, 0.0, _passage(sentence) if left else None, None if left else _passage(sentence))


def _passage(sentence: Sentence) -> Passage:
    return Passage(sentence.wording.text, (sentence.mention,))
