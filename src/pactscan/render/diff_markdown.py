"""A diff as Markdown for a pull request or a mail: reads as plain text too, and nothing in an article becomes markup."""

from __future__ import annotations

from collections.abc import Iterator

from pactscan.diffmodel import FieldRelation, ReportDiff
from pactscan.render.diff_view import Column, Entry, Row, counts_in_words, figures, sections, side_line
from pactscan.render.markdown import escaped


def diff(diff: ReportDiff, *, with_same: bool = False) -> str:
    """The page of `diff`."""
    return "\n".join(_lines(diff, with_same=with_same)).rstrip("\n") + "\n"


def _lines(diff: ReportDiff, *, with_same: bool) -> Iterator[str]:
    yield f"**Left:** {escaped(side_line(diff.left))}  "
    yield f"**Right:** {escaped(side_line(diff.right))}  "
    yield figures(diff).replace("   ", ", ")
    for section in sections(diff, with_same=with_same):
        yield ""
        counts = f" ({counts_in_words(section.counts)})" if section.counts is not None else ""
        yield f"### {section.title}{counts}"
        yield ""
        for entry in section.entries:
            yield from _entry(entry)
    if diff.notes:
        yield from ("", "### Notes", "")
    for note in diff.notes:
        yield f"- {escaped(note)}"


def _entry(entry: Entry) -> Iterator[str]:
    title = f" {escaped(entry.title)}" if entry.title else ""
    yield f"- `{entry.sign}` **{entry.word}**{title}{_places(entry)}"
    for row in entry.rows:
        yield f"  - {escaped(row.name)}: {_row(row)}"
    for sign, column in (("<", entry.left), (">", entry.right)):
        if column is not None and column.runs:
            yield f"  - `{sign}` {_text(column)}"


def _places(entry: Entry) -> str:
    places = [f"{side} {column.place}" for side, column in (("left", entry.left), ("right", entry.right)) if column]
    return f" ({', '.join(places)})"


def _row(row: Row) -> str:
    if row.relation is FieldRelation.EQUAL:
        return escaped(row.left)
    remark = f"**{escaped(row.remark)}**" if row.relation is FieldRelation.CONFLICTS else escaped(row.remark)
    return f"{escaped(row.left)} → {escaped(row.right)} ({remark})"


def _text(column: Column) -> str:
    """Words that the other side does not have are bold."""
    return "".join(f"**{_part(run.text)}**" if run.marked else _part(run.text) for run in column.runs)


def _part(text: str) -> str:
    inner = escaped(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())
