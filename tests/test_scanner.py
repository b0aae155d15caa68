from __future__ import annotations

import pytest

from pactscan.model import Article, Failure, Report
from pactscan.scanner import Dating, Scanner, options_of

TEXT = "Peru's foreign minister signed the Lima Convention on 3/4/2021, officials said."


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(only=["dates"], dating=Dating(order="DMY"))


def article(text: str, **told: str) -> Article:
    return Article(id="a", text=text, source="a.txt", **told)  # type: ignore[arg-type]


def test_options_reach_the_values_and_are_recorded(scanner: Scanner) -> None:
    report = scanner.scan(article(TEXT))
    assert [date.value for date in report.dates] == ["2021-04-03"]
    assert report.tool.options == (("date-order", "DMY"), ("only", "dates"))
    assert not [*report.actors, *report.quotes, *report.agreements]


@pytest.mark.parametrize(
    ("only", "dating", "options"),
    [
        (["quotes", "actors"], Dating(), (("only", "actors,quotes"),)),
        (["agreements", "quotes", "dates", "countries", "actors"], Dating(), ()),
        (["dates"], Dating("news", "MDY"), (("date-order", "MDY"), ("dates", "news"), ("only", "dates"))),
    ],
)
def test_only_what_differs_from_the_default_is_recorded(only: list[str], dating: Dating, options: tuple[tuple[str, str], ...]) -> None:
    assert options_of(only, dating) == options


def test_a_fault_in_one_article_is_a_failure_and_the_others_go_on(scanner: Scanner, monkeypatch: pytest.MonkeyPatch) -> None:
    report = scanner.report

    def faulty(one: Article, doc: object) -> Report:
        if "FAULT" in one.text:
            raise ZeroDivisionError("ours")
        return report(one, doc)

    monkeypatch.setattr(scanner, "report", faulty)
    outcomes = list(scanner.outcomes([article(TEXT), article("FAULT here."), article(TEXT)]))
    assert [type(outcome) for outcome in outcomes] == [Report, Failure, Report]
    assert outcomes[1] == Failure("a.txt", "internal error: ZeroDivisionError: ours (--debug shows where)", 70)
    with pytest.raises(ZeroDivisionError):
        list(scanner.outcomes([article("FAULT here.")], strict=True))


@pytest.mark.parametrize(("text", "told"), [("", {}), ("Le traité a été signé.", {"language": "fr"})])
def test_what_is_not_english_or_empty_gets_no_values(scanner: Scanner, text: str, told: dict[str, str]) -> None:
    report = scanner.scan(article(text, **told))
    assert not [*report.dates, *report.countries]
