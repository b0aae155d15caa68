"""``pactscan schema``: the contract of the JSON, as JSON Schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pactscan.cli.emit import emitting


class Document(StrEnum):
    """What pactscan writes as JSON: a report, a diff, and the answers of ``pactscan ask``."""

    REPORT = "report"
    DIFF = "diff"
    TIMELINE = "timeline"
    AGREEMENT = "agreement"
    SAID = "said"
    ACTORS = "actors"
    COUNTRIES = "countries"
    NETWORK = "network"
    CONFLICTS = "conflicts"
    SEARCH = "search"
    NEW = "new"


def schema(
    document: Annotated[Document, typer.Argument(metavar="DOCUMENT", help=f"One of {', '.join(Document)}.")] = Document.REPORT,
) -> None:
    """Print the JSON Schema (2020-12) of a report, a diff, or the answer to a question."""
    from pactscan.render import structured

    with emitting(None) as emit:
        emit(structured.page(_schema_of(document)))


def _schema_of(document: Document) -> object:
    from typing import get_args

    from pactscan import askmodel, codec
    from pactscan.diffmodel import ReportDiff

    if document is Document.REPORT:
        return codec.schema()
    if document is Document.DIFF:
        return codec.document_schema(ReportDiff, "A pactscan diff: what two reports become")
    return codec.answer_schema({kind.question: kind for kind in get_args(askmodel.Answer)}[document.value])
