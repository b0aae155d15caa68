"""``pactscan explain``: the words and the rule behind every value of an agreement's record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pactscan.cli import ink
from pactscan.cli.boundary import Finished
from pactscan.cli.emit import check_stdout, emitting
from pactscan.cli.gold import Debug, Model, Unverified
from pactscan.cli.options import Lexicon, day
from pactscan.cli.single import one_article, scanner_of
from pactscan.cli.talk import say
from pactscan.errors import InputError
from pactscan.explainmodel import Explained


def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: .txt, .md, .html; '-' is standard input.")],
    record: Annotated[str | None, typer.Argument(metavar="ID", help="Id of one agreement; without it, all are explained.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON: record, field, value, rule, words, sentence.")] = False,
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", callback=day, help="Day of publication.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")] = None,
    color: Annotated[ink.When, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are heeded.")] = ink.When.AUTO,
    model: Model = "sm",
    allow_unverified_model: Unverified = False,
    lexicon: Lexicon = None,
    debug: Debug = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Show why each agreement's record says what it says: the sentence of each value, its words marked, and the rule."""
    if output is None:
        check_stdout()
    read = one_article(article, date)
    found = scanner_of(model, lexicon, allow_unverified=allow_unverified_model).explain(read)
    if record is not None:
        found = _chosen(found, record, article)
    if not found and not as_json:
        say(f"{article}: no agreement is named in it")
        raise Finished(0)
    with emitting(output) as emit:
        if as_json:
            from pactscan.render import structured

            emit(structured.page([row for one in found for row in _rows(one)]))
        else:
            from pactscan.render.terminal.explained import explained

            emit(explained(found, read.text, width=ink.width(output), color=ink.color_of(color, output)))


def _chosen(found: tuple[Explained, ...], record: str, article: str) -> tuple[Explained, ...]:
    chosen = tuple(one for one in found if one.agreement.id == record)
    if not chosen:
        known = ", ".join(one.agreement.id for one in found) or "none"
        raise InputError(f"{article}: no agreement has the id {record!r}; its agreements are {known}")
    return chosen


def _rows(one: Explained) -> list[dict[str, Any]]:
    return [
        {
            "record": one.agreement.id,
            "field": reason.field,
            "value": reason.value,
            "rule": reason.rule,
            "mention": {"start": reason.mention.start, "end": reason.mention.end, "text": reason.mention.text},
            "sentence": {"start": reason.sentence.start, "end": reason.sentence.end, "text": reason.sentence.text},
        }
        for reason in one.reasons
    ]
