"""One record for each country, and the countries that an article is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.countries import mark_countries
from pactscan.resolve.countries import resolve_countries

if TYPE_CHECKING:
    from pactscan.model import Country
    from tests.conftest import Mark


def resolved(mark: Mark, text: str) -> tuple[Country, ...]:
    marked = mark(text)
    return resolve_countries(marked, mark_countries(marked))


def focus(mark: Mark, text: str) -> list[str]:
    return [country.code for country in resolved(mark, text) if country.focus]


def test_joins_all_wordings_in_order_of_first_mention(mark: Mark) -> None:
    peru, chile = resolved(mark, "Peru wrote to Chile. The Peruvian note was short; Chileans read it twice.")
    assert (peru.code, peru.alpha3, peru.name) == ("PE", "PER", "Peru")
    assert [mention.text for mention in peru.mentions] == ["Peru", "Peruvian"]
    assert (chile.code, [mention.text for mention in chile.mentions]) == ("CL", ["Chile", "Chileans"])


def test_words_for_two_countries_are_a_mention_of_each(mark: Mark) -> None:
    north, south = resolved(mark, "The two Koreas will share the stadium.")
    assert (north.code, south.code) == ("KP", "KR")
    assert north.mentions == south.mentions


def test_an_article_without_countries_has_none(mark: Mark) -> None:
    assert resolved(mark, "The baker rose at four and lit the oven.") == ()


def test_the_lead_is_in_focus_and_asides_are_not(mark: Mark) -> None:
    text = (
        "Norway and Sweden will share a snow plough.\n\n"
        "The Norwegian and Swedish road agencies signed the papers at the border post.\n\n"
        "It is painted yellow.\n\nThe plough was built in Austria.\n\nIt will clear the pass from October to April.\n\n"
        "A like plan in Finland failed in 2009."
    )
    assert focus(mark, text) == ["NO", "SE"]


def test_a_country_of_the_body_is_in_focus_when_it_fills_it(mark: Mark) -> None:
    lead = "The fund lost half its value in a week.\n\nIts managers met at night.\n\nThey called the bank.\n\n"
    assert focus(mark, lead + "Most of the loss came from Kenya. Kenyan bonds fell, Kenya raised rates, and Kenyans sold.") == ["KE"]


def test_no_country_stands_out_in_a_list(mark: Mark) -> None:
    lead = "Swimmers met in the new pool.\n\nThe water was cold.\n\nThe crowd was small.\n\n"
    assert focus(mark, lead + "Heats were won by crews of Italy, Ghana, Japan and Peru.") == []
