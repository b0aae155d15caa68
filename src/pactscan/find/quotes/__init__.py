"""Find speech: stretches between marks, cues, contents and sources.

`scan` reads marks from characters; `cues` and `contents` read the parse; `spoken`, `speakers` and `contents` describe
what they see in categories, which linear models weigh in `scene` (weights are data); `attributions` puts it together.
"""

from __future__ import annotations

from pactscan.find.quotes.attributions import marks_of
from pactscan.find.quotes.reading import read
from pactscan.find.quotes.scene import Models, scene_of
from pactscan.marks import MarkedArticle
from pactscan.marks.quotes import AttributionMark


def mark_quotes(marked: MarkedArticle) -> tuple[AttributionMark, ...]:
    """Mark attributions in the order of the text."""
    if not marked.parse.start:
        return ()
    return marks_of(scene_of(read(marked), Models.shipped()))
