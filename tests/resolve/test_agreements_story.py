"""One story of our own that holds the hard things at once: a conjoined name, an office without a name, a date that cannot be resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.find.agreements import mark_agreements
from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.dates import mark_dates
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Agreement, Article
from pactscan.resolve.agreements import resolve_agreements
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.dates import resolve_dates

if TYPE_CHECKING:
    from spacy.language import Language

STORY = """Each country's fisheries ministers signed a letter of intent on joint ice patrols between Norway and Iceland at a pier in Tromso.

Norwegian Fisheries Minister Solveig Aas said the step rests on their Northern Waters Partnership.

"Both countries respect the 'Arctic Seabed Charter' being drafted by the Nordic Council," Aas said.

Last month, British Defence Secretary Hugh Tarrant and Canada's Minister of Defence Marie Leblanc inked the Joint Rescue and Icebreaker \
agreements at Sable House in Halifax.

Leblanc said the agreements would save lives.

The pact between Denmark, Sweden and Finland on undersea cables, known as Balticus, was signed in 2019.
"""


@pytest.fixture(scope="module")
def records(nlp: Language) -> dict[str, Agreement]:
    """Records of the story by name."""
    article = Article(id="story", text=STORY)
    marked = MarkedArticle(article, nlp(readable(article)))
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    found = resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, resolve_dates(marked, mark_dates(marked)))
    return {record.name: record for record in found}


def codes(record: Agreement) -> set[str]:
    return {p.code or p.name for p in record.parties}


def test_every_instrument_is_one_record(records: dict[str, Agreement]) -> None:
    assert {name: (r.status.value, codes(r)) for name, r in records.items()} == {
        "letter of intent on joint ice patrols between Norway and Iceland": ("signed", {"NO", "IS"}),
        "Northern Waters Partnership": ("referenced", {"NO", "IS"}),
        "Arctic Seabed Charter": ("negotiating", {"Nordic Council"}),
        "Joint Rescue and Icebreaker agreements": ("signed", {"GB", "CA"}),
        "Balticus": ("signed", {"DK", "SE", "FI"}),
    }


def test_an_office_whose_holder_is_not_named_stays_without_a_name(records: dict[str, Agreement]) -> None:
    letter = records["letter of intent on joint ice patrols between Norway and Iceland"]
    assert [(s.name, s.country) for s in letter.signatories] == [("Solveig Aas", "NO"), (None, "IS")]


def test_a_relative_date_without_a_day_of_publication_keeps_its_reason(records: dict[str, Agreement]) -> None:
    (date,) = records["Joint Rescue and Icebreaker agreements"].dates
    assert (date.kind.value, date.value, date.mention.text) == ("signed", None, "Last month")
    assert date.reason


def test_the_town_is_the_place_not_the_house(records: dict[str, Agreement]) -> None:
    place = records["Joint Rescue and Icebreaker agreements"].place
    assert place is not None
    assert place.text == "Halifax"


def test_the_description_is_an_alias_of_the_name(records: dict[str, Agreement]) -> None:
    assert records["Balticus"].aliases == ("pact between Denmark, Sweden and Finland on undersea cables",)
    assert records["Balticus"].form.value == "pact"
    assert [(d.kind.value, d.value) for d in records["Balticus"].dates] == [("signed", "2019")]


def test_a_party_keeps_what_it_did_by_itself(nlp: Language) -> None:
    text = "Hungary has withdrawn from the Danube Flood Convention. Slovakia ratified the Danube Flood Convention in 1996."
    marked = MarkedArticle(Article(id="own", text=text), nlp(text))
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    (record,) = resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, ())
    assert record.status.value == "withdrawn"
    assert {p.code: p.status and p.status.value for p in record.parties} == {"HU": None, "SK": "ratified"}


def test_two_instruments_of_the_same_states_stay_two(nlp: Language) -> None:
    text = (
        "Chile and Peru signed the Arica Fisheries Treaty on Monday. "
        "Chile and Peru signed the Tacna Rail Treaty in 1999. The Tacna Rail Treaty has lapsed."
    )
    marked = MarkedArticle(Article(id="two", text=text), nlp(text))
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    found = resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, ())
    assert [(r.name, r.status.value) for r in found] == [("Arica Fisheries Treaty", "signed"), ("Tacna Rail Treaty", "terminated")]
