"""Why a record says what it says: plain frozen data, as `pactscan explain` shows it."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.model import Agreement, Mention


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an agreement's record says what it says: the words behind one value, and the rule that read them."""

    field: str
    """name, form, status, party, signatory, date, place or confidence."""
    value: str
    rule: str
    """The rule's name; `lexicon.agreements.rule_text` puts it into a sentence."""
    mention: Mention
    sentence: Mention
    """The sentence that the words stand in."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An agreement's record with a reason for each of its values, in the order of the fields."""

    agreement: Agreement
    reasons: tuple[Reason, ...]
