"""``pactscan diff``: two articles, or saved reports, and what they agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactscan.cli import ink
from pactscan.cli.boundary import Finished
from pactscan.cli.emit import check_stdout, emitting
from pactscan.cli.options import Lexicon, day, same_file
from pactscan.diffmodel import ItemKind, Mode

if TYPE_CHECKING:
    from pactscan.cli.sides import Sides
    from pactscan.diffmodel import ReportDiff
    from pactscan.render.layout import ColorSystem

DIFFER = 1


class DiffFormat(StrEnum):
    """How a diff is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class ModeOption(StrEnum):
    """What the two articles are to each other."""

    AUTO = "auto"
    OUTLETS = "outlets"
    UPDATE = "update"
    FOLLOW_UP = "follow-up"


def kinds(values: Sequence[str] | None) -> frozenset[ItemKind]:
    """The kinds that ``--only agreement,quotes`` names, in singular or plural; all without it."""
    named = [name.strip().lower() for value in values or () for name in value.split(",") if name.strip()]
    plurals = {**{f"{kind}s": kind for kind in ItemKind}, "countries": ItemKind.COUNTRY, **{kind.value: kind for kind in ItemKind}}
    for name in named:
        if name not in plurals:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(ItemKind)}", param_hint="--only")
    return frozenset(plurals[name] for name in named) or frozenset(ItemKind)


def diff(
    left: Annotated[str, typer.Argument(metavar="LEFT", help="An article, or a saved report (.json); '-' is standard input.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other one.")],
    form: Annotated[DiffFormat, typer.Option("--format", help="How to write the diff.")] = DiffFormat.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    mode: Annotated[ModeOption, typer.Option("--mode", help="What the two are to each other; auto finds out.")] = ModeOption.AUTO,
    date_left: Annotated[
        str | None, typer.Option("--date-left", metavar="YYYY-MM-DD", callback=day, help="Day of the left article.")
    ] = None,
    date_right: Annotated[
        str | None, typer.Option("--date-right", metavar="YYYY-MM-DD", callback=day, help="Day of the right one.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="KINDS", help=f"Of {', '.join(ItemKind)}.")] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show what is the same, too.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 when the articles differ, too.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")] = None,
    color: Annotated[ink.When, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are heeded.")] = ink.When.AUTO,
    model: Annotated[str, typer.Option("--model", help="Language model: sm, md, or an installed spaCy pipeline.")] = "sm",
    allow_unverified_model: Annotated[
        bool, typer.Option("--allow-unverified-model", help="Take a model whose digest is not known.")
    ] = False,
    lexicon: Lexicon = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (read by the boundary)
) -> None:
    """Compare the facts of two articles: exit code 0 when they are the same, 1 when they differ, 2 and up for trouble."""
    from pactscan.cli.sides import Sides

    wanted = kinds(only)
    form = _form(form, as_json=as_json)
    _check(left, right, output)
    found = _compared((left, date_left), (right, date_right), mode, Sides(model, allow_unverified=allow_unverified_model, lexicon=lexicon))
    found = replace(found, items=tuple(item for item in found.items if item.kind in wanted))
    written = _written(found, form, with_same=show_all, color=ink.color_of(color, output), width=ink.width(output))
    with emitting(output) as emit:
        emit(written)
    if found.differs and not exit_zero:
        raise Finished(DIFFER)


def _form(form: DiffFormat, *, as_json: bool) -> DiffFormat:
    if as_json and form not in (DiffFormat.TEXT, DiffFormat.JSON):
        raise typer.BadParameter(f"--json and --format {form} are two forms; choose one")
    return DiffFormat.JSON if as_json else form


def _check(left: str, right: str, output: Path | None) -> None:
    if left == right == "-":
        raise typer.BadParameter("'-' (standard input) can be read only once")
    if output is None:
        check_stdout()
    elif same_file(left, output) or same_file(right, output):
        raise typer.BadParameter(f"{output} is one of the two sides; it would be overwritten", param_hint="--output")


def _compared(left: tuple[str, str | None], right: tuple[str, str | None], mode: ModeOption, sides: Sides) -> ReportDiff:
    from pactscan.compare import compare

    reports = sides.report(*left, "--date-left"), sides.report(*right, "--date-right")
    return compare(*reports, None if mode is ModeOption.AUTO else Mode(mode.value))


def _written(found: ReportDiff, form: DiffFormat, *, with_same: bool, color: ColorSystem | None, width: int) -> str:
    if form is DiffFormat.JSON:
        from pactscan import codec
        from pactscan.render import structured

        return structured.page(codec.diff_to_dict(found, with_same=with_same))
    if form is DiffFormat.MARKDOWN:
        from pactscan.render import diff_markdown

        return diff_markdown.diff(found, with_same=with_same)
    if form is DiffFormat.HTML:
        from pactscan.render import diff_html

        return diff_html.diff(found, with_same=with_same)
    from pactscan.render import diff_terminal

    return diff_terminal.diff(found, with_same=with_same, width=width, color=color)
