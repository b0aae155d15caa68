"""What became of a quote between two reports."""

from __future__ import annotations

import pytest

from pactscan.compare.actors import align_actors
from pactscan.compare.quotes import quote_items
from pactscan.diffmodel import DiffItem, QuoteRelation, Verdict
from pactscan.model import Actor, Quote, QuoteKind
from tests.compare.made import body, person, quote

ANNA, OLGA = person("Anna Berg", "foreign minister"), person("Olga Marek", "senator")
PROMISE = "We will sign the harbour treaty before winter and nobody will stop us"


def items(
    left: list[Quote], right: list[Quote], *, left_cast: tuple[Actor, ...] = (ANNA, OLGA), right_cast: tuple[Actor, ...] = (ANNA, OLGA)
) -> list[DiffItem]:
    return quote_items(tuple(left), tuple(right), align_actors(left_cast, right_cast))


def only(left: Quote, right: Quote, **casts: tuple[Actor, ...]) -> DiffItem:
    (item,) = items([left], [right], **casts)
    return item


@pytest.mark.parametrize(
    ("left", "right", "verdict", "relation"),
    [
        (PROMISE, PROMISE, "same", "same"),
        (PROMISE, "“We will sign the harbor treaty before winter, and nobody will stop us!”", "same", "same"),
        (PROMISE, "sign the harbour treaty before winter", "changed", "trimmed"),
        (PROMISE, "We will sign the harbour treaty before spring and nobody will stop us", "changed", "reworded"),
        (PROMISE, "We may sign the harbour treaty before winter and nobody will stop us", "conflict", "reworded"),
        (PROMISE, "We will never sign the harbour treaty before winter and nobody will stop us", "conflict", "reworded"),
    ],
)
def test_the_same_speaker(left: str, right: str, verdict: str, relation: str) -> None:
    item = only(quote(left, ANNA), quote(right, ANNA))
    assert (item.verdict, item.relation) == (verdict, relation)


def test_the_same_words_of_two_people_are_reattributed() -> None:
    item = only(quote(PROMISE, ANNA), quote(PROMISE, OLGA))
    assert (item.verdict, item.relation) == (Verdict.CONFLICT, QuoteRelation.REATTRIBUTED)
    assert [(f.name, f.left, f.right, f.relation) for f in item.fields] == [("speaker", "Anna Berg", "Olga Marek", "conflicts")]


def test_an_echo_is_no_reattribution() -> None:
    item = only(quote(PROMISE, ANNA), quote("They will sign the harbour treaty before winter and none of us will stop them", OLGA))
    assert item.relation is QuoteRelation.REWORDED
    assert all(field.relation == "not_comparable" for field in item.fields if field.name == "speaker")


@pytest.mark.parametrize("speaker", [None, "a senior official", body("Harbour Ministry")])
def test_an_unknown_unnamed_or_collective_speaker_never_conflicts(speaker: Actor | str | None) -> None:
    cast = (speaker,) if isinstance(speaker, Actor) else ()
    item = only(quote(PROMISE, ANNA), quote(PROMISE, speaker), right_cast=cast)
    assert (item.verdict, item.relation) == (Verdict.CHANGED, QuoteRelation.SAME)


def test_a_surname_is_the_speaker_of_the_full_name() -> None:
    berg = person("Berg")
    assert only(quote(PROMISE, ANNA), quote(PROMISE, berg), right_cast=(berg,)).verdict is Verdict.SAME


def test_equal_short_quotes_find_their_speakers() -> None:
    found = items([quote("No", ANNA), quote("No", OLGA, start=9)], [quote("No", OLGA), quote("No", ANNA, start=9)])
    assert {item.verdict for item in found} == {Verdict.SAME}


def test_short_quotes_are_never_alike() -> None:
    assert {item.verdict for item in items([quote("a door", ANNA)], [quote("the door", ANNA)])} == {Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT}


def test_direct_here_and_indirect_there_is_a_paraphrase_shown_apart() -> None:
    found = items(
        [quote(PROMISE, ANNA)],
        [quote("they would sign the harbour treaty before winter and nobody would stop them", ANNA, QuoteKind.INDIRECT)],
    )
    assert sorted((item.verdict, item.relation) for item in found if item.relation) == [("changed", "paraphrase")]
    assert [item.verdict for item in found if not item.relation] == [Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT]


def test_other_words_of_the_same_speaker_are_a_paraphrase() -> None:
    left, right = (
        "We do not know who asked for the file to be changed or why",
        "We simply don't know who asked for that change to the file, or why",
    )
    assert any(item.relation is QuoteRelation.PARAPHRASE for item in items([quote(left, ANNA)], [quote(right, ANNA)]))
    assert not any(item.relation is QuoteRelation.PARAPHRASE for item in items([quote(left, ANNA)], [quote(right, OLGA)]))


def test_words_of_the_writer_have_a_verdict_and_no_relation() -> None:
    item = only(
        quote("the treaty would be signed", ANNA, QuoteKind.INDIRECT), quote("the treaty would be signed", ANNA, QuoteKind.INDIRECT)
    )
    assert (item.verdict, item.relation) == (Verdict.SAME, None)
    mixed = "the move was “very limited” in its scope"
    assert only(quote(mixed, ANNA, QuoteKind.MIXED), quote(mixed, ANNA, QuoteKind.MIXED)).relation is None


def test_wording_tells_the_words_that_changed() -> None:
    item = only(quote("a modest paper with a serious purpose", ANNA), quote("a humble paper with a serious purpose", ANNA))
    assert [(c.left.text, c.right.text) for c in item.wording if c.left and c.right] == [("modest", "humble")]


def test_two_cuts_of_one_speech_do_not_contradict_each_other() -> None:
    left = "I came here to listen. The fishermen have lost three seasons, and they cannot afford to lose another."
    right = "The fishermen have lost three seasons, and they cannot afford to lose another. We will bring them an answer by May."
    item = only(quote(left, ANNA), quote(right, ANNA))
    assert (item.verdict, item.relation) == (Verdict.CHANGED, QuoteRelation.OVERLAP)


def test_an_editors_word_in_brackets_is_no_change_of_meaning() -> None:
    left, right = "We (will) leave the pact, and we leave it for good", "We leave the pact, and we leave it for good"
    assert only(quote(left, ANNA), quote(right, ANNA)).verdict is Verdict.CHANGED


def test_what_one_article_joins_the_other_may_print_apart() -> None:
    first, second = "We have the aircraft and our friends have the harbours", "This is a modest paper with a serious purpose"
    joined = quote(f"{second}, … {first}.", ANNA)
    found = items([quote(first, ANNA), quote(second, ANNA, start=90)], [joined])
    assert [(item.verdict, item.relation, item.right) for item in found] == [(Verdict.CHANGED, QuoteRelation.TRIMMED, joined)] * 2


def test_what_one_article_prints_twice_is_the_same() -> None:
    found = items([quote(PROMISE, ANNA), quote(PROMISE, ANNA, start=90)], [quote(PROMISE, ANNA)])
    assert [item.verdict for item in found] == [Verdict.SAME, Verdict.SAME]


def test_a_spare_quote_of_another_speaker_stays_alone() -> None:
    found = items([quote("Not one fish", ANNA), quote("Not one fish", OLGA, start=90)], [quote("Not one fish", OLGA)])
    assert sorted(item.verdict for item in found) == [Verdict.ONLY_LEFT, Verdict.SAME]


def test_a_spare_quote_is_told_from_its_own_side() -> None:
    here, there = [quote("Not one fish", ANNA)], [quote("Not one fish", ANNA), quote("Not one fish", OLGA, start=90)]
    assert sorted(item.verdict for item in items(here, there, left_cast=(ANNA,))) == [Verdict.ONLY_RIGHT, Verdict.SAME]
    assert sorted(item.verdict for item in items(there, here, right_cast=(ANNA,))) == [Verdict.ONLY_LEFT, Verdict.SAME]
