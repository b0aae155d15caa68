"""``pactscan gold``: a report as a form to correct. ``pactscan eval``: how far pactscan is right by corrected forms."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pactscan.cli.emit import check_stdout, emitting
from pactscan.cli.options import Lexicon, day, same_file
from pactscan.cli.single import one_article, scanner_of
from pactscan.errors import InputError
from pactscan.model import Article

if TYPE_CHECKING:
    from pactscan.gold import Sheet, Tally

Model = Annotated[str, typer.Option("--model", help="Language model: sm, md, or an installed spaCy pipeline.")]
Unverified = Annotated[bool, typer.Option("--allow-unverified-model", help="Take a model whose digest is not known.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


def gold(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: .txt, .md, .html.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", callback=day, help="Day of publication.")] = None,
    model: Model = "sm",
    allow_unverified_model: Unverified = False,
    lexicon: Lexicon = None,
    debug: Debug = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Write what an article's report says as a form (TOML) to correct and to keep as gold, for 'pactscan eval'."""
    from pactscan.gold import form_of

    if article == "-":
        raise typer.BadParameter("a form points to its article; give a file")
    if output is None:
        check_stdout()
    elif same_file(article, output):
        raise typer.BadParameter(f"{output} is the article; it would be overwritten", param_hint="--output")
    read = one_article(article, date)
    report = scanner_of(model, lexicon, allow_unverified=allow_unverified_model).scan(read)
    place = os.path.relpath(article, output.parent if output else Path())
    with emitting(output) as emit:
        emit(form_of(report, place))


def evaluate(
    forms: Annotated[list[Path], typer.Argument(metavar="FORMS...", help="Corrected forms (.toml).")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON: totals, and each form's own figures.")] = False,
    model: Model = "sm",
    allow_unverified_model: Unverified = False,
    lexicon: Lexicon = None,
    debug: Debug = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Say how far reports are right by forms that you have corrected: precision, recall, F1 and the counts behind them."""
    from pactscan.gold import measure, read_sheet

    check_stdout()
    sheets = [read_sheet(path) for path in forms]
    articles = [_article_of(sheet, path) for sheet, path in zip(sheets, forms, strict=True)]
    scanner = scanner_of(model, lexicon, allow_unverified=allow_unverified_model)
    measured = [measure(sheet, report) for sheet, report in zip(sheets, scanner.scan_all(articles), strict=True)]
    with emitting(None) as emit:
        emit(_as_json(forms, measured) if as_json else _as_text(measured))


def _article_of(sheet: Sheet, form: Path) -> Article:
    article = one_article(str(sheet.article), sheet.published)
    if sheet.sha256 and article.sha256 != sheet.sha256:
        raise InputError(f"{form}: {sheet.article} is not the text that the form was made of; make the form anew, or take sha256 out")
    return article


def _as_json(forms: list[Path], measured: list[dict[str, Tally]]) -> str:
    from pactscan.gold import totals
    from pactscan.render import structured

    each = [{"form": str(form), "figures": _plain(one)} for form, one in zip(forms, measured, strict=True)]
    return structured.page({"articles": len(forms), "figures": _plain(totals(measured)), "each": each})


def _plain(measured: dict[str, Tally]) -> dict[str, dict[str, Any]]:
    return {
        name: {"found": t.found, "true": t.true, "right": t.right, "precision": t.precision, "recall": t.recall, "f1": t.f1}
        for name, t in measured.items()
    }


def _as_text(measured: list[dict[str, Tally]]) -> str:
    from pactscan.gold import totals

    head = f"{'':<24}{'right':>7}{'found':>7}{'true':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    rows = [
        f"{name:<24}{t.right:>7,}{t.found:>7,}{t.true:>7,}{_share(t.precision):>11}{_share(t.recall):>8}{_share(t.f1):>7}"
        for name, t in totals(measured).items()
    ]
    return "\n".join([f"{len(measured):,} article{'s' if len(measured) != 1 else ''}", head, *rows]) + "\n"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
