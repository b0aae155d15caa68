"""Expected spans drawn inside the sentence: ``They signed the [Treaty of Tarn](treaty) in March.``"""

import re

MARKED = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")


def unmark(drawn: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text, and (start, end, label) of each drawn span in it."""
    text, spans, at = "", [], 0
    for match in MARKED.finditer(drawn):
        text += drawn[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + drawn[at:], spans


def draw(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The inverse of `unmark` for spans that do not overlap: what a failing test shows."""
    out, at = "", 0
    for start, end, label in sorted(spans):
        out += f"{text[at:start]}[{text[start:end]}]({label})"
        at = end
    return out + text[at:]
