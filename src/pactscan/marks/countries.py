"""Marks of words that refer to a country."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.model import Via


@dataclass(frozen=True, slots=True)
class CountryMark:
    """``text[start:end]`` refers to the country `code` (ISO 3166-1 alpha-2; XK, SU, YU, DD, CS besides)."""

    start: int
    end: int
    code: str
    via: Via
