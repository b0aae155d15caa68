"""Which agreement is which, and what two articles say of it."""

from __future__ import annotations

import pytest

from pactscan.compare.agreement_fields import status_relation
from pactscan.compare.agreements import agreement_items
from pactscan.diffmodel import DiffItem, Mode, Verdict
from pactscan.model import Agreement, AgreementForm, AgreementMention, AgreementStatus, MentionForm, Signatory
from tests.compare.made import at, dated, pact


def items(left: Agreement, right: Agreement, mode: Mode = Mode.OUTLETS) -> list[DiffItem]:
    return agreement_items((left,), (right,), mode)


def fields(left: Agreement, right: Agreement, mode: Mode = Mode.OUTLETS) -> dict[str, str]:
    (item,) = items(left, right, mode)
    return {field.name: field.relation.value for field in item.fields}


def described(name: str, parties: str = "") -> Agreement:
    mention = at(name)
    return pact(name, parties=parties, form=AgreementForm.DEAL, mentions=(AgreementMention(0, mention.end, name, MentionForm.DESCRIPTIVE),))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (pact("Treaty of Tarn"), pact("Tarn Treaty", parties="NO")),
        (pact("Aral Sea Water Accord"), pact("ASWA")),
        (pact("Skerry Patrol Agreement", parties="CL NO"), pact("patrol agreement", parties="CL NO")),
        (pact("Treaty of Tarn", parties="NO"), pact("Treaty of Tarn", parties="CL")),
        (described("fisheries deal", "CL NO"), described("deal on sea patrols", "CL NO")),
        (described("the ceasefire"), described("a ceasefire")),
    ],
)
def test_one_instrument(left: Agreement, right: Agreement) -> None:
    assert len(items(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (pact("Treaty of Tarn"), pact("Treaty of Aral")),
        (described("the ceasefire", "CL NO"), described("a ceasefire", "JP KR")),
        (described("fisheries deal", "CL NO"), described("arms deal", "CL JP")),
        (pact("Treaty of Tarn", parties="CL NO"), pact("Skerry Convention", parties="CL NO")),
        (pact("Black Sea Cable Agreement", parties="GE PT"), pact("Black Sea Grain Corridor", parties="TR UA")),
    ],
)
def test_two_instruments(left: Agreement, right: Agreement) -> None:
    assert {item.verdict for item in items(left, right)} == {Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT}


def test_parties_alone_say_nothing_where_they_have_several_agreements() -> None:
    start, key = described("start treaty", "US RU"), described("key pact", "US RU")
    other = described("gas transit deal", "US RU")
    found = agreement_items((start, other), (key,), Mode.OUTLETS)
    assert Verdict.CHANGED not in {item.verdict for item in found}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("left", "right", "outlets", "later"),
    [
        ("signed", "signed", "equal", "equal"),
        ("signed", "agreed", "refines", "refines"),
        ("in_force", "signed", "refines", "refines"),
        ("violated", "in_force", "refines", "refines"),
        ("signed", "referenced", "refines", "refines"),
        ("signed", "negotiating", "conflicts", "refines"),
        ("withdrawn", "suspended", "conflicts", "refines"),
        ("signed", "rejected", "conflicts", "refines"),
        ("suspended", "rejected", "conflicts", "conflicts"),
    ],
)
def test_statuses(left: str, right: str, outlets: str, later: str) -> None:
    a, b = AgreementStatus(left), AgreementStatus(right)
    for mode, relation in ((Mode.OUTLETS, outlets), (Mode.UPDATE, later), (Mode.FOLLOW_UP, later)):
        assert status_relation(a, b, mode) == status_relation(b, a, mode) == relation


def test_a_status_is_raised_or_lowered() -> None:
    (item,) = items(pact("Treaty of Tarn", "agreed"), pact("Treaty of Tarn", "signed"), Mode.FOLLOW_UP)
    assert (item.verdict, next(f.note for f in item.fields if f.name == "status")) == (Verdict.CHANGED, "raised")


def test_parties_that_one_side_adds_refine() -> None:
    assert fields(pact("Treaty of Tarn", parties="CL NO"), pact("Treaty of Tarn", parties="CL NO CA"))["parties"] == "refines"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2024-03-12", "2024-03-12", "equal"),
        ("2024-03", "2024-03-12", "refines"),
        ("2024-03-12", "2024-03-13", "conflicts"),
        ("2023", "2024-03", "conflicts"),
        (None, "2024-03-12", "not_comparable"),
        (None, None, "equal"),
    ],
)
def test_dates_of_signature(left: str | None, right: str | None, relation: str) -> None:
    a, b = pact("Treaty of Tarn", dates=(dated("signed", left),)), pact("Treaty of Tarn", dates=(dated("signed", right),))
    assert fields(a, b)["date signed"] == fields(b, a)["date signed"] == relation


def test_a_date_that_one_side_does_not_tell_refines() -> None:
    assert fields(pact("Treaty of Tarn"), pact("Treaty of Tarn", dates=(dated("in_force", "2024"),)))["date in_force"] == "refines"


def test_rounds_of_talks_do_not_contradict_each_other() -> None:
    left = pact("Treaty of Tarn", dates=(dated("talks", "2023-05"),))
    assert fields(left, pact("Treaty of Tarn", dates=(dated("talks", "2024-01"),)))["date talks"] == "refines"


def signed_by(name: str | None, role: str | None = None, country: str = "CL") -> Agreement:
    return pact("Treaty of Tarn", signatories=(Signatory(name, role, country, None, None),))


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (signed_by("Rosa Benavides"), signed_by("Rosa Benavides"), "equal"),
        (signed_by("Rosa Benavides"), signed_by("Benavides"), "refines"),
        (signed_by(None, "defence minister"), signed_by("Rosa Benavides", "defence minister"), "refines"),
        (signed_by("Tomás Echeverría", "defence minister"), signed_by("Rosa Benavides", "defence minister"), "conflicts"),
    ],
)
def test_signatories(left: Agreement, right: Agreement, relation: str) -> None:
    assert fields(left, right)["signatory CL"] == relation


def test_ministers_of_other_portfolios_can_both_have_signed() -> None:
    (item,) = items(signed_by("Ana Ríos", "trade minister"), signed_by("Leo Paz", "ambassador"))
    assert [field.relation for field in item.fields if field.name.startswith("signatory")] == ["refines", "refines"]


def test_places() -> None:
    left, right = pact("Treaty of Tarn", place=at("Bergen")), pact("Treaty of Tarn", place=at("the harbour of Bergen"))
    assert fields(left, right)["place"] == "refines"
    assert fields(left, pact("Treaty of Tarn", place=at("Oslo")))["place"] == "not_comparable"
