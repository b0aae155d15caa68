"""The reasons behind a record on the page: each value with its sentence, the words marked in it, and the rule."""

from __future__ import annotations

from rich.text import Text

from pactscan.explainmodel import Explained, Reason
from pactscan.lexicon.agreements import rule_text
from pactscan.render import palette
from pactscan.render.escape import flowing, visible
from pactscan.render.layout import ColorSystem, Page
from pactscan.render.places import Places

LABELS = 13
OPEN, CLOSE = "[", "]"
"""Around the words in their sentence; colour marks them as well, where there is any."""


def explained(found: tuple[Explained, ...], text: str, *, width: int, color: ColorSystem | None = None) -> str:
    """The page of the reasons behind each record in `found`; `text` is the article's."""
    page, places = Page(width), Places(text)
    for number, one in enumerate(found):
        if number:
            page.gap()
        page.add(Text.assemble((flowing(one.agreement.name), palette.NAME), (f"  {visible(one.agreement.id)}", palette.ASIDE)))
        for reason in one.reasons:
            _add(page, reason, places)
    return page.printed(color)


def _add(page: Page, reason: Reason, places: Places) -> None:
    page.hang(Text("  " + reason.field, palette.ASIDE), Text(flowing(reason.value.replace("_", " "))), indent=LABELS)
    page.add(Text.assemble((f"{places(reason.mention)}  ", palette.ASIDE), _sentence(reason)), indent=LABELS + 2)
    page.add(Text(f"rule: {rule_text(reason.field, reason.rule)}", palette.ASIDE), indent=LABELS + 2)


def _sentence(reason: Reason) -> Text:
    sentence, at = reason.sentence, reason.mention.start - reason.sentence.start
    before, after = sentence.text[:at], sentence.text[at + len(reason.mention.text) :]
    words = (f"{OPEN}{flowing(reason.mention.text)}{CLOSE}", palette.NAME)
    return Text.assemble(_open(before, end=True), words, _open(after, end=False))


def _open(text: str, *, end: bool) -> str:
    """`text` as it flows, with the space kept that parts it from the words."""
    space = " " if (text[-1:] if end else text[:1]).isspace() else ""
    flow = flowing(text)
    return flow + space if end else space + flow
