"""Saved reports that were edited, or that go with another text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactscan.compare import compare
from pactscan.model import Mention, Quote, QuoteKind, Report
from tests.compare.made import date, person, quote, report

TEXT = "The pact was signed in Bergen on Tuesday."


def test_a_text_that_is_not_the_one_of_the_digest_is_not_compared() -> None:
    one = report(TEXT)
    forged = replace(one, article=replace(one.article, text=TEXT.replace("Tuesday", "Sunday")))
    diff = compare(one, forged)
    assert diff.similarity.text is None
    assert not any(item.kind in ("sentence", "number") for item in diff.items)
    assert any(note.startswith("right: the text in the report is not") for note in diff.notes)


@pytest.mark.parametrize("start", [-5, 20, 10_000, 10**30])
def test_mentions_outside_of_the_text_are_said_and_do_no_harm(start: int) -> None:
    stray = replace(date("2024-03-12", "Tuesday"), mention=Mention(start, start + 7, "Tuesday"))
    diff = compare(report(TEXT, dates=[stray]), report(TEXT))
    assert any("left: 1 mention does not stand" in note for note in diff.notes)


def test_mentions_that_run_backwards() -> None:
    backwards = Quote("q", QuoteKind.DIRECT, "a b c d e", (Mention(30, 2, "a b c d e"),))
    assert compare(report(TEXT, quotes=[backwards]), report(TEXT)).notes


def test_ids_that_lead_nowhere_and_twins() -> None:
    twins = [person("Anna Berg"), person("Anna Berg")]
    lost = replace(quote("We sign the text today", twins[0]), speaker="actor-nobody")
    one = report(actors=twins, quotes=[lost, lost])
    assert not compare(one, one).differs


def test_other_makers_are_said() -> None:
    one = report(TEXT)
    older = replace(one, tool=replace(one.tool, version="0.0.9"))
    assert any("different versions" in note for note in compare(one, older).notes)


def test_unresolved_dates_of_an_undated_article_are_said() -> None:
    one: Report = report(TEXT, dates=[date(None, "Tuesday", TEXT)])
    assert any("give --date-left" in note for note in compare(one, report(TEXT)).notes)


def test_nouns_that_one_report_was_not_asked_for_are_not_compared() -> None:
    full = report(TEXT, dates=[date("2024-03-12", "Tuesday", TEXT)], quotes=[quote("We sign the text today")])
    quotes = replace(full, dates=(), tool=replace(full.tool, options=(("only", "quotes"),)))
    diff = compare(full, quotes)
    assert {item.kind for item in diff.items if item.verdict != "same"} == set()
    assert "right: the report was not asked for actors, countries, dates, agreements (--only); they were not compared" in diff.notes
