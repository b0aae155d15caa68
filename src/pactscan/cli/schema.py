"""``pactscan schema``: the contract of the JSON, as JSON Schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from pactscan.cli.emit import emitting


class Document(StrEnum):
    """What pactscan writes as JSON."""

    REPORT = "report"
    DIFF = "diff"


def schema(document: Annotated[Document, typer.Argument(help="Which document.")] = Document.REPORT) -> None:
    """Print the JSON Schema (2020-12) of a report or of a diff."""
    from pactscan import codec
    from pactscan.render import structured

    with emitting(None) as emit:
        emit(structured.page(codec.schema() if document is Document.REPORT else _diff_schema()))


def _diff_schema() -> object:
    from pactscan import codec
    from pactscan.diffmodel import ReportDiff

    return codec.document_schema(ReportDiff, "A pactscan diff: what two reports become")
