"""Dates, numbers and sentences of two texts, and what two articles are to each other."""

from __future__ import annotations

import pytest

from pactscan.compare import compare
from pactscan.compare.mode import mode_of
from pactscan.compare.quantities import quantities
from pactscan.compare.texts import Text, text_similarity
from pactscan.diffmodel import DiffItem, ItemKind, Mode, Verdict
from pactscan.model import Date, DateRole, DateType, Report
from tests.compare.made import date, report


def of(kind: str, left: Report, right: Report, mode: Mode | None = None) -> list[DiffItem]:
    return [item for item in compare(left, right, mode).items if item.kind == kind]


# --- sentences ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One came. Two went.", ["One came.", "Two went."]),
        ("“We go.” They went.", ["“We go.”", "They went."]),
        ("Mr. Berg met Gen. Marek of the U.S. Navy. They spoke.", ["Mr. Berg met Gen. Marek of the U.S. Navy.", "They spoke."]),
        ("J. K. Berg left! Why? Nobody knows...", ["J. K. Berg left!", "Why?", "Nobody knows..."]),
        ("It cost 3.5 million. 14 came.", ["It cost 3.5 million.", "14 came."]),
        ("A headline\n\nA story.", ["A headline", "A story."]),
        ("", []),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    found = Text(text).sentences
    assert [sentence.wording.text for sentence in found] == sentences
    assert all(text[sentence.start : sentence.end] == sentence.wording.text for sentence in found)


STORY = (
    "Two ministers met in Oslo on Monday to talk about cod. They also spoke of support for Haiti. "
    "Norway will announce the opening of an embassy."
)


def test_sentences_that_went_or_were_rewritten() -> None:
    edited = "Two ministers met in Oslo on Monday to talk about cod. Norway will announce a plan for the opening of an embassy."
    found = of("sentence", report(STORY), report(edited))
    assert sorted(item.verdict for item in found) == ["changed", "only_left", "same"]
    (changed,) = [item for item in found if item.verdict is Verdict.CHANGED]
    assert [(c.left, c.right.text) for c in changed.wording if c.right] == [(None, "a plan for")]


def test_sentences_are_compared_in_updates_only() -> None:
    assert of("sentence", report(STORY), report(STORY), Mode.OUTLETS) == []


# --- numbers --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "nouns"),
    [
        ("4.5 million vaccine doses were sent", 4.5e6, 4.5e6, None, ("vaccine", "dose")),
        ("over $80 million in aid", 80e6, 80e6, "usd", ()),
        ("US$2bn of debt", 2e9, 2e9, "usd", ()),
        ("a run of 250 to 2,900 miles", 250, 2900, "mile", ()),
        ("between 4 and 5 million people", 4e6, 5e6, None, ("people",)),
        ("5 per cent of the vote", 5, 5, "%", ()),
        ("3.67% purity", 3.67, 3.67, "%", ()),
        ("twenty-two ships sank", 22, 22, None, ("ship", "sank")),
        ("12 kilometres of pipe", 12, 12, "kilometer", ()),
        ("a 1,200-ton ship", 1200, 1200, "ton", ()),
        ("£81m worth", 81e6, 81e6, "gbp", ()),
    ],
)
def test_quantities(text: str, low: float, high: float, unit: str | None, nouns: tuple[str, ...]) -> None:
    (found,) = quantities(text, ())
    assert (found.low, found.high, found.unit) == (low, high, unit)
    assert found.nouns[: len(nouns)] == nouns


@pytest.mark.parametrize("text", ["Covid-19 and the G-20", "no one of them", "12:30", "the 5th man", "version 1.2.3", "5G", "he got 7."])
def test_no_quantities(text: str) -> None:
    assert quantities(text, ()) == []


def test_numbers_of_dates_are_no_quantities() -> None:
    text = "On May 5 two men came."
    assert [text[q.start : q.end] for q in quantities(text, [date("2024-05-05", "May 5", text)])] == ["two"]


PLEDGE = "Norway pledged ${} million for {} patrol boats in the southern waters."


def test_numbers_that_differ() -> None:
    left, right = report(PLEDGE.format(80, 14)), report(PLEDGE.format(58, 14))
    for mode, verdict in ((Mode.OUTLETS, "conflict"), (Mode.UPDATE, "changed")):
        found = {item.left.text: item for item in of("number", left, right, mode) if item.left and item.kind is ItemKind.NUMBER}  # type: ignore[union-attr]
        assert {text: item.verdict for text, item in found.items()} == {
            "Norway pledged $80 million": verdict,
            "$80 million for 14 patrol boats": "same",
        }


def test_numbers_of_other_things_are_not_compared() -> None:
    left, right = report("Norway pledged $80 million for patrol boats."), report("A thief took $12 from a purse.")
    assert of("number", left, right, Mode.OUTLETS) == []
    assert of("number", report("It has 80 miles of coast."), report("It has 80 tons of cod."), Mode.OUTLETS) == []


# --- dates ----------------------------------------------------------------------------------------------------------------

EVENT = "The harbour pact was signed in Bergen on {} by two ministers."


def dates(left: tuple[str | None, str], right: tuple[str | None, str], text: str = EVENT) -> list[DiffItem]:
    a, b = (report(text.format(words), dates=[date(value, words, text.format(words))]) for value, words in (left, right))
    return of("date", a, b)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "relation"),
    [
        (("2024-03-12", "Tuesday"), ("2024-03-12", "12 March"), "same", "equal"),
        (("2024-03", "March"), ("2024-03-12", "12 March"), "changed", "refines"),
        (("2024", "2024"), ("2024-03-12", "12 March"), "changed", "refines"),
        (("2024-03-12", "Tuesday"), ("2024-03-13", "Wednesday"), "conflict", "conflicts"),
        ((None, "Tuesday"), ("2024-03-12", "Tuesday"), "changed", "not_comparable"),
        ((None, "Tuesday"), (None, "Tuesday"), "same", "equal"),
        ((None, "Tuesday"), (None, "last week"), "changed", "not_comparable"),
    ],
)
def test_dates_of_one_event(left: tuple[str | None, str], right: tuple[str | None, str], verdict: str, relation: str) -> None:
    (item,) = dates(left, right)
    assert (item.verdict, item.fields[0].relation) == (verdict, relation)


def test_dates_of_two_events() -> None:
    left = report("A bell rang on Monday.", dates=[date("2024-03-11", "Monday", "A bell rang on Monday.")])
    right = report("Ships sailed Tuesday.", dates=[date("2024-03-12", "Tuesday", "Ships sailed Tuesday.")])
    assert {item.verdict for item in of("date", left, right)} == {Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT}


@pytest.mark.parametrize(
    "spare",
    [
        date("PRESENT_REF", "now"),
        Date(DateType.SET, "P1W", date("x").mention),
        date("1951", "1951", role=DateRole.NAME),
    ],
)
def test_dates_that_say_nothing_of_events_are_left_out(spare: Date) -> None:
    assert of("date", report(dates=[spare]), report()) == []


def test_a_value_is_one_date_however_often_it_is_mentioned() -> None:
    assert len(of("date", report(dates=[date("2024-03-12", "Tuesday"), date("2024-03-12", "12 March")]), report())) == 1


# --- similarity and mode ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a b c d e f", "a b c d e f", 1.0),
        ("a b c d e f", "b c d e f g", 0.333),
        ("a b c d e f", "u v w x y z", 0.0),
        ("a b", "a b", 1.0),
        ("", "", 1.0),
        ("", "a", 0.0),
    ],
)
def test_similarity_of_texts(left: str, right: str, expected: float) -> None:
    assert text_similarity(Text(left), Text(right)) == text_similarity(Text(right), Text(left)) == expected


@pytest.mark.parametrize(
    ("text", "days", "outlets", "mode"),
    [
        (0.9, ("2024-03-12", "2024-05-01"), ("A", "B"), "update"),
        (0.3, (None, None), (None, None), "update"),
        (0.3, ("2024-03-12", "2024-03-12"), ("A", "A"), "update"),
        (0.3, ("2024-03-12", "2024-03-13"), ("A", "B"), "outlets"),
        (0.05, ("2024-03-12", "2024-03-13"), (None, None), "outlets"),
        (0.05, (None, "2024-03-13"), (None, None), "outlets"),
        (0.05, ("2024-03-12", "2024-06-13"), (None, None), "follow-up"),
        (None, ("2024-06-13", "2024-03-12"), (None, None), "follow-up"),
        (None, ("nonsense", "2024-03-12"), (None, None), "outlets"),
    ],
)
def test_mode(text: float | None, days: tuple[str | None, str | None], outlets: tuple[str | None, str | None], mode: str) -> None:
    left, right = (report(str(i), published=days[i], outlet=outlets[i]).article for i in (0, 1))
    assert mode_of(left, right, text) == mode_of(right, left, text) == mode


def test_the_same_article_without_its_text_is_an_update() -> None:
    one = report("The same.", with_text=False)
    assert compare(one, one).mode is Mode.UPDATE
