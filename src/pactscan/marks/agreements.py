"""Marks of words that refer to an agreement."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.model import AgreementForm, MentionForm


@dataclass(frozen=True, slots=True)
class AgreementMark:
    """``text[start:end]`` names, describes or points back to an instrument of the form `form`."""

    start: int
    end: int
    form: AgreementForm
    how: MentionForm
