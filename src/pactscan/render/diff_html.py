"""A diff as one self-contained HTML file, the two sides beside each other: no script, nothing loaded, opens offline."""

from __future__ import annotations

from collections.abc import Iterator

from pactscan.diffmodel import FieldRelation, ReportDiff, Verdict
from pactscan.render.diff_view import Column, Entry, Row, Section, counts_in_words, figures, sections, side_line
from pactscan.render.page.markup import escaped, policy

_STYLE = """
:root { color-scheme: light dark; --left: #0060a8; --right: #a84300; --aside: #666; --line: #8888; }
@media (prefers-color-scheme: dark) { :root { --left: #6ab7ff; --right: #ff9d5c; --aside: #aaa; } }
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.counts, .place, .name { color: var(--aside); font-weight: normal; font-size: .9rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
td, th { text-align: left; vertical-align: top; padding: .35rem .5rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.sign { width: 9rem; }
.left { color: var(--left); } .right { color: var(--right); }
.text { color: inherit; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; }
.conflict .sign, .conflicts { font-weight: bold; }
@media (max-width: 48rem) { tr { display: block; border-top: 1px solid var(--line); } td, th { display: block; border: 0; } }
""".strip()


def diff(diff: ReportDiff, *, with_same: bool = False) -> str:
    """The page of `diff`."""
    return "\n".join(_page(diff, with_same=with_same)) + "\n"


def _page(diff: ReportDiff, *, with_same: bool) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(_STYLE)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(f'{diff.left.source} | {diff.right.source}')}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield "<body><main>"
    yield f"<h1>What two articles agree on, and where they part</h1><p>{escaped(figures(diff))}</p>"
    for section in sections(diff, with_same=with_same):
        yield from _section(section, diff)
    if diff.notes:
        yield "<h2>Notes</h2><ul>"
        yield from (f"<li>{escaped(note)}</li>" for note in diff.notes)
        yield "</ul>"
    yield "</main></body></html>"


def _section(section: Section, diff: ReportDiff) -> Iterator[str]:
    counts = f' <span class="counts">{counts_in_words(section.counts)}</span>' if section.counts is not None else ""
    yield f"<section><h2>{escaped(section.title)}{counts}</h2>"
    if section.entries:
        yield '<table><thead><tr><th class="sign" scope="col">what</th>'
        yield f'<th class="left" scope="col">&lt; {escaped(side_line(diff.left))}</th>'
        yield f'<th class="right" scope="col">&gt; {escaped(side_line(diff.right))}</th></tr></thead><tbody>'
        for entry in section.entries:
            yield from _entry(entry)
        yield "</tbody></table>"
    yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    kind = "conflict" if entry.verdict is Verdict.CONFLICT else "plain"
    yield f'<tr class="{kind}"><th class="sign" scope="row">{escaped(entry.sign)} {escaped(entry.word)}</th>'
    yield f"<td>{_side(entry, entry.left)}</td><td>{_side(entry, entry.right)}</td></tr>"
    for row in entry.rows:
        yield _row(row)


def _side(entry: Entry, column: Column | None) -> str:
    if column is None:
        return ""
    title = f"<b>{escaped(entry.title)}</b> " if entry.title else ""
    text = "".join(f"<mark>{_part(run.text)}</mark>" if run.marked else _part(run.text) for run in column.runs)
    return f'{title}<span class="place">{escaped(column.place)}</span>' + (f"<div>{text}</div>" if text else "")


def _part(text: str) -> str:
    inner = escaped(text)
    return " " * text[:1].isspace() + inner + " " * (bool(inner) and text[-1:].isspace())


def _row(row: Row) -> str:
    kind = "conflicts" if row.relation is FieldRelation.CONFLICTS else "plain"
    name = f'<th class="name" scope="row">{escaped(row.name)} {escaped(row.remark)}</th>'
    if row.relation is FieldRelation.EQUAL:
        return f'<tr class="{kind}">{name}<td colspan="2">{escaped(row.left)}</td></tr>'
    return f'<tr class="{kind}">{name}<td class="left">{escaped(row.left)}</td><td class="right">{escaped(row.right)}</td></tr>'
