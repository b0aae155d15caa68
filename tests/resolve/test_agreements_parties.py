"""Whom the text makes party to the agreement that is drawn in it, and whom it does not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pactscan.find.case import readable
from tests.drawing import unmark
from tests.resolve.test_agreements import article, lines, records

if TYPE_CHECKING:
    from spacy.language import Language

    from pactscan.model import Agreement

TABLES = ("agreements_parties.csv", "agreements_parties_missed.csv")


class Case(NamedTuple):
    """A text, where its agreement is named, and the parties of that one."""

    text: str
    start: int
    end: int
    parties: set[str]


@cache
def cases(table: str) -> list[Case]:
    """Rows ``parties|drawn text``."""
    found = []
    for line in lines(table):
        parties, drawn = line.split("|", 1)
        text, spans = unmark(drawn)
        found.append(Case(text, spans[0][0], spans[0][1], set(filter(None, parties.split(";")))))
    return found


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, tuple[Agreement, ...]]:
    """Text → records, parsed in one batch."""
    texts = [case.text for table in TABLES for case in cases(table)]
    docs = nlp.pipe(readable(article(text)) for text in texts)
    return {text: records(text, doc) for text, doc in zip(texts, docs, strict=True)}


def parties_of(case: Case, found: tuple[Agreement, ...]) -> set[str]:
    """Parties of the record that has a mention where the agreement is drawn."""
    record = next(r for r in found if any(m.start < case.end and case.start < m.end for m in r.mentions))
    return {p.code or p.name for p in record.parties}


@pytest.mark.parametrize("case", cases(TABLES[0]), ids=lambda case: case.text[:60])
def test_finds_whom_the_text_makes_party(case: Case, read: dict[str, tuple[Agreement, ...]]) -> None:
    assert parties_of(case, read[case.text]) == case.parties


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize("case", cases(TABLES[1]), ids=lambda case: case.text[:60])
def test_known_misses(case: Case, read: dict[str, tuple[Agreement, ...]]) -> None:
    assert parties_of(case, read[case.text]) == case.parties


def test_a_miss_is_a_missing_party_and_not_a_wrong_one(read: dict[str, tuple[Agreement, ...]]) -> None:
    wrong = [case.text for case in cases(TABLES[1]) if parties_of(case, read[case.text]) - case.parties]
    assert len(wrong) <= 1


def test_a_state_is_named_by_its_name_and_mentioned_as_written(read: dict[str, tuple[Agreement, ...]]) -> None:
    (record,) = read["The Franco-German defence treaty turned sixty."]
    assert [(p.code, p.name, p.mention.text) for p in record.parties] == [("FR", "France", "Franco"), ("DE", "Germany", "German")]


SIGNERS = {
    "Moldova's prime minister, Ana Ceban, signed the energy treaty with Romania in Bucharest.": {"Ana Ceban"},
    "Petra Vogel for Austria and Anders Holm for Sweden signed the air patrol agreement.": {"Petra Vogel", "Anders Holm"},
    "Amina Yusuf of Ghana signed the cocoa pact with Jean Koffi of Ivory Coast.": {"Amina Yusuf", "Jean Koffi"},
    "Prime Minister Alan Frey watched as the ministers of Chile and Peru signed the Arica Water Treaty.": set(),
    "President Dale Harmon said he would sign the Pacific Tuna Treaty.": set(),
}


def test_signatories_are_those_who_sign_in_person(nlp: Language) -> None:
    docs = nlp.pipe(readable(article(text)) for text in SIGNERS)
    found = {text: records(text, doc) for text, doc in zip(SIGNERS, docs, strict=True)}
    assert {text: {s.name for a in agreements for s in a.signatories if s.name} for text, agreements in found.items()} == SIGNERS
