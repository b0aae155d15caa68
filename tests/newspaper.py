"""Newspaper-like text for property tests: all styles of quotation, names, dates, agreements, and damage."""

from __future__ import annotations

from hypothesis import strategies as st

PEOPLE = [
    "Ingrid Solbakken",
    "Tomás Echeverría",
    "Col. Hatem Bashir",
    "Prime Minister Le Duc Thanh",
    "Mr. Keaveney",
    "she",
    "they",
    "the ministry",
]
PLACES = ["Norway", "Chile", "U.S.", "us", "Georgia", "Seoul and Tokyo", "New Mexico", "PNG", "South Sudan", "the Congo", "Jordan"]
TIMES = [
    "on Tuesday",
    "last month",
    "in 1994",
    "14 March 2024",
    "May",
    "two weeks ago",
    "the 1990s",
    "in the third quarter",
    "2007-08",
    "mid-2011",
    "30 February",
]
PACTS = ["a ceasefire", "the Treaty of Tarn", "a memorandum of understanding", "the Aral Accord", "AUKUS", "free trade deal", "New START"]
VERBS = ["said", "signed", "withdrew from", "denied", "called", "ratified", "told reporters", "according to", "will sign", "accused"]
MARKS = ["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "(", ")", "—", "--", ":", ";", ",", ".", "?", "…"]
BREAKS = [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u202e", "\u2028"]
DAMAGE = ["\x1b[31m", "[red]", "𝕏", "🏳️‍🌈", "e\u0301", "\ufeff", "<b>", "=1+1", "%s", "A" * 60, "-" * 40, "theHerald", "U.S.-Japan"]

words = st.sampled_from([*PEOPLE, *PLACES, *TIMES, *PACTS, *VERBS, *DAMAGE]) | st.text(max_size=8)
pieces = st.tuples(st.sampled_from(["", *MARKS]), words, st.sampled_from(["", *MARKS]), st.sampled_from(BREAKS)).map("".join)
articles = st.lists(pieces, max_size=60).map("".join).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
