"""IPTC ninjs 3.1: a news item with its people, organisations, places and, as subjects, agreements."""

from __future__ import annotations

from typing import Any

from pactscan.model import ActorKind, Report
from pactscan.render.standards.names import name_in, name_of

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def item(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """The report as a news item of type text, `with_text` as its body."""
    info = report.article
    bodies = [{"contentType": "text/plain", "value": info.text, "wordCount": info.words}] if with_text else []
    return {
        "uri": name_of(info),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full" if bodies else "partial",
        **({"language": info.language} if info.language else {}),
        **({"headlines": [{"value": info.title}]} if info.title else {}),
        **({"bodies": bodies} if bodies else {}),
        **({"infoSources": [{"name": info.outlet}]} if info.outlet else {}),
        "people": [_named(report, a.id, a.name) for a in report.actors if a.kind is ActorKind.PERSON],
        "organisations": [_named(report, a.id, a.name) for a in report.actors if a.kind is not ActorKind.PERSON],
        "places": [
            {"name": c.name, "rel": "about" if c.focus else "mentions", "literal": c.code} for c in report.countries
        ],
        "subjects": [
            {"name": a.name, "rel": "mentions", "uri": name_in(info, a.id), "literal": f"{a.form.value}, {a.status.value}"}
            for a in report.agreements
        ],
    }  # fmt: skip


def _named(report: Report, actor: str, name: str) -> dict[str, Any]:
    return {"name": name, "rel": "mentions", "uri": name_in(report.article, actor)}
