"""What words are marked as: each kind has a letter and a line of its own, so that none needs its colour."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of marks; where words are several things, the kind that stands first gives the look."""

    AGREEMENT = "agreement"
    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    DATE = "date"
    FACT = "fact"
    SPEECH = "speech"
    QUOTE = "quote"


LETTERS = {
    Kind.AGREEMENT: "A",
    Kind.PERSON: "P",
    Kind.BODY: "O",
    Kind.COUNTRY: "C",
    Kind.DATE: "D",
    Kind.FACT: "a",
    Kind.SPEECH: "q",
    Kind.QUOTE: "Q",
}

MEANINGS = {
    Kind.AGREEMENT: ("agreement", "heavy line"),
    Kind.FACT: ("status, party, date or place of one", "wavy line"),
    Kind.QUOTE: ("quote", "shaded"),
    Kind.SPEECH: ("who says it, and how", "thin line"),
    Kind.PERSON: ("person", "single line"),
    Kind.BODY: ("organisation", "double line"),
    Kind.COUNTRY: ("country", "dashed line"),
    Kind.DATE: ("date", "dotted line"),
}
"""What a kind is called and how it is drawn, in the order of the legend."""
