"""Attributions: what is said, by which cue, from which source. [content](said), [cue](cue), [source](source)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactscan.find.quotes import mark_quotes
from pactscan.marks.quotes import AttributionMark
from tests.conftest import Mark
from tests.drawing import draw, unmark


def drawn(text: str, marks: tuple[AttributionMark, ...]) -> str:
    spans = {(a, b, "said") for mark in marks for a, b in mark.content}
    spans |= {(*mark.cue, "cue") for mark in marks if mark.cue}
    spans |= {(*mark.source, "source") for mark in marks if mark.source}
    return draw(text, sorted(spans))


LEAD = "Bergen opens its old bridge\n\nThe old bridge in Bergen was closed to all traffic for three weeks in March.\n\n"
"""A headline and a lead, so that a case is read as what stands further down an article."""

DIRECT = [
    '"[The bridge is safe,](said)" [said](cue) [Mayor Ilse Brandt](source).',
    '"[The bridge is safe,](said)" [Ilse Brandt](source) [said](cue).',
    '"[The bridge is safe,](said)" [Brandt](source) [told](cue) reporters on Monday.',
    '[Ilse Brandt](source) [said](cue), "[The bridge is safe.](said)"',
    '[Ilse Brandt](source) [said](cue): "[The bridge is safe.](said)"',
    '"[Is the bridge safe?](said)" [she](source) [asked](cue).',
    '"[The bridge,](said)" [Brandt](source) [said](cue), "[is safe.](said)"',
    '"[The bridge is safe,](said)" [Brandt](source) [said](cue). "[We tested it twice.](said)"',
    "“[The bridge is safe,](said)” [said](cue) [Ilse Brandt](source), 53, who lives in the old town.",
    "''[The bridge is safe,](said)'' [the mayor](source) [added](cue).",
    '"[The bridge is safe,](said)" [a spokesman for the ministry](source) [said](cue).',
    '"[The bridge is safe,](said)" [the ministry](source) [said](cue) in a statement.',
    '"[The bridge is safe,](said)" [officials](source) [said](cue).',
]

MIXED = [
    '[Brandt](source) [said](cue) [the bridge was "safe as houses"](said).',
    "[Brandt](source) [said](cue) [that the bridge was “safe as houses” and that it would reopen](said).",
]

INDIRECT = [
    "[Brandt](source) [said](cue) [the bridge was safe](said).",
    "[Brandt](source) [said](cue) [that the bridge was safe](said).",
    "[Ilse Brandt](source) [insists](cue) [the bridge is safe](said).",
    "[The bridge is safe](said), [Brandt](source) [said](cue).",
    "[The bridge is safe](said), [according to](cue) [the ministry](source).",
    "[The bridge is safe](said), [said](cue) [Ilse Brandt](source), the mayor.",
    "[The ministry](source) [announced](cue) [that the bridge would reopen on Monday](said).",
    "[She](source) [denied](cue) [that the bridge was unsafe](said).",
    "[Brandt](source) [claimed](cue) [the bridge had been tested twice](said).",
    "[Brandt](source) [told](cue) reporters [the bridge was safe](said).",
    "[The experts](source) [warned](cue) [that the bridge could fall](said).",
]

NONE = [
    'The ship was called the "Blue Heron" and sank in 1911.',
    'Her novel "Salt Roads" won the prize.',
    "The workers' rights were cut in May.",
    "The bridge was built in 1911 and has four arches.",
    'The agreement for the "exchange of harbour survey data" was signed in 2021.',
    "",
    "   \n ",
    "'",
    '"',
    '""',
    ")told reporters Ingrid Solbakken ",
    "according to",
    "said",
]


FAMILIES = [
    line
    for line in (Path(__file__).parent.parent / "data" / "quotes_families.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("case", FAMILIES)
def test_family(mark: Mark, case: str) -> None:
    case = LEAD + case
    text, _ = unmark(case)
    assert drawn(text, mark_quotes(mark(text))) == case


@pytest.mark.parametrize("case", [*DIRECT, *MIXED, *INDIRECT])
def test_attribution(mark: Mark, case: str) -> None:
    case = LEAD + case
    text, _ = unmark(case)
    assert drawn(text, mark_quotes(mark(text))) == case


@pytest.mark.parametrize("text", NONE)
def test_nobody_says_it(mark: Mark, text: str) -> None:
    assert mark_quotes(mark(text)) == ()


def test_a_quotation_goes_on_in_the_next_paragraph(mark: Mark) -> None:
    text = "“The bridge is safe,” Ilse Brandt said on Monday.\n\n“We tested it twice and found no fault.\n\n“We will test it again in May.”"
    said = [[text[a:b] for a, b in m.content] for m in mark_quotes(mark(text))]
    assert said == [["The bridge is safe,"], ["We tested it twice and found no fault.", "We will test it again in May."]]


def test_a_quotation_without_a_cue_has_the_speaker_of_the_one_before(mark: Mark) -> None:
    text = "“The bridge is safe and sound,” Ilse Brandt said on Monday.\n\n“We tested it twice and found no fault in it at all.”"
    sources = [text[slice(*m.source)] if m.source else None for m in mark_quotes(mark(text))]
    assert sources == ["Ilse Brandt", "Ilse Brandt"]


def test_content_lies_in_the_text_and_holds_its_marked_parts(mark: Mark) -> None:
    text = 'Brandt said the bridge was "safe as houses". "It stood the storm," she added. "It will stand."'
    for found in mark_quotes(mark(text)):
        assert all(0 <= a < b <= len(text) for a, b in found.content)
        assert all(any(a <= c and d <= b for a, b in found.content) for c, d in found.quoted)
        assert 0.0 <= found.certainty <= 1.0


def test_a_transcripts_label_says_who_speaks(mark: Mark) -> None:
    turns = [
        '"BRANDT: We will open the bridge in May.',
        '"LINDQVIST: It is not safe. I have seen the report.',
        '"And the mayor has seen it, too."',
    ]
    text = LEAD + "\n\n".join(turns)
    found = [(text[slice(*m.source)] if m.source else None, [text[a:b] for a, b in m.content]) for m in mark_quotes(mark(text))]
    assert found == [
        ("BRANDT", ["We will open the bridge in May."]),
        ("LINDQVIST", ["It is not safe. I have seen the report.", "And the mayor has seen it, too."]),
    ]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [("Ruth Okoye: Harbour will open in May", "Ruth Okoye", "Harbour will open in May")],
)
def test_a_headlines_colon_is_a_cue(mark: Mark, headline: str, source: str, content: str) -> None:
    text = f"{headline}\n\nThe harbour of Bergen was closed for three weeks in March."
    (found,) = mark_quotes(mark(text))
    assert found.source is not None
    assert found.cue is not None
    assert (text[slice(*found.source)], text[slice(*found.cue)], text[slice(*found.content[0])]) == (source, ":", content)
