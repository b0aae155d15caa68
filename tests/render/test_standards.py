"""Reports in the words of others: each checked by the standard's library where there is one, and by what must not be lost."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model as ftm_model

from pactscan.model import Article, Report
from pactscan.render.standards import ninjs, schemaorg, webanno
from pactscan.render.standards.ftm import Entities
from pactscan.render.standards.names import name_of
from pactscan.scanner import Scanner

models = importlib.import_module("msgspec_schemaorg.models")  # its package loses itself when asked for it
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
HOSTILE = (
    "LIMA, May 3, 2023 - Peru and Bolivia signed the <b>Titicaca</b> Fisheries Treaty, President Alma Rojas \u202esaid\u202c.\n\n"
    "\U0001f6a2 “It is \x1b[31mred,” Rojas said. NATO and Peru signed the Callao Ports Pact in Callao.\n"
)

Scanned = list[tuple[Report, str]]


@pytest.fixture(scope="module")
def scanned() -> Scanned:
    texts = [*(path.read_text(encoding="utf-8") for path in SAMPLES), HOSTILE, "Nothing here."]
    articles = [Article(id=str(n), text=text, source=f"{n}.txt", published="2023-05-04") for n, text in enumerate(texts)]
    return [(report, article.text) for report, article in zip(Scanner().scan_all(articles), articles, strict=True)]


def test_an_annotation_selects_the_words_by_place_and_by_what_stands_around_them(scanned: Scanned) -> None:
    selected = 0
    for report, text in scanned:
        for item in webanno.page(report, text)["items"]:
            targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
            for target in targets:
                position, quote = target["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[: position["start"]].endswith(quote.get("prefix", ""))
                assert text[position["end"] :].startswith(quote.get("suffix", ""))
                assert target["source"] == name_of(report.article)
                selected += 1
    assert selected > 100


def test_every_value_has_an_annotation_of_its_own_name(scanned: Scanned) -> None:
    for report, text in scanned:
        ids = [item["id"] for item in webanno.page(report, text)["items"]]
        assert len(ids) == len(set(ids))
        values = len(report.actors) + len(report.countries) + len(report.dates) + len(report.quotes)
        values += sum(2 + len(a.parties) for a in report.agreements)
        assert len(ids) == values


def test_schema_org_knows_every_type_and_property(scanned: Scanned) -> None:
    seen = set()
    for report, _ in scanned:
        for thing in _things(schemaorg.article(report)):
            assert thing.keys() - {"@context"} <= set(getattr(models, thing["@type"]).__struct_encode_fields__)
            seen.add(thing["@type"])
    assert seen >= {"NewsArticle", "Person", "Organization", "Country", "Quotation", "CreativeWork", "Place"}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from _things(one)
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _things(one)


def test_schema_org_gives_a_quotation_to_who_said_it_and_a_treaty_to_its_parties(scanned: Scanned) -> None:
    thing = schemaorg.article(_of(scanned, HOSTILE))
    assert {part.get("spokenByCharacter", {}).get("name") for part in thing["hasPart"]} == {"Alma Rojas"}
    works = {m["name"]: m for m in thing["mentions"] if m["@type"] == "CreativeWork"}
    assert {"@type": "Organization", "name": "NATO"} in works["Callao Ports Pact"]["about"]
    assert works["Callao Ports Pact"]["creativeWorkStatus"] == "signed"


def test_ninjs_names_all_and_brings_the_text_when_asked(scanned: Scanned) -> None:
    for report, text in scanned:
        item = ninjs.item(report)
        assert [p["name"] for p in item["people"] + item["organisations"]] == [
            *(a.name for a in report.actors if a.kind == "person"),
            *(a.name for a in report.actors if a.kind != "person"),
        ]
        assert {p["literal"]: p["rel"] for p in item["places"]} == {c.code: "about" if c.focus else "mentions" for c in report.countries}
        assert [s["name"] for s in item["subjects"]] == [a.name for a in report.agreements]
        assert (item["representationType"], "bodies" in item) == ("partial", False)
        whole = ninjs.item(report, with_text=True)
        assert (whole["representationType"], whole["bodies"][0]["value"]) == ("full", text)


def test_entities_pass_the_library_and_hang_together(scanned: Scanned) -> None:
    for report, _ in scanned:
        entities = [ftm_model.get_proxy(entity) for entity in Entities().of(report)]
        ids = {entity.id for entity in entities}
        assert len(ids) == len(entities)
        for entity in entities:
            plain: Any = entity.to_dict()
            entity.schema.validate(plain)
            linked = {value for prop, value in entity.itervalues() if prop.type.name == "entity"}
            assert linked <= ids
        assert sum(entity.schema.name == "Event" for entity in entities) == len(report.agreements)
        assert sum(entity.schema.name == "Note" for entity in entities) == len(report.quotes)


def test_the_same_text_has_the_same_name_wherever_it_lies(scanned: Scanned) -> None:
    report = _of(scanned, HOSTILE)
    elsewhere = replace(report, article=replace(report.article, source="other/place.txt", id="other"))
    assert name_of(report.article) == name_of(elsewhere.article)
    assert len({name_of(r.article) for r, _ in scanned}) == len(scanned)


def _of(scanned: Scanned, text: str) -> Report:
    return next(report for report, its in scanned if its == text)


def test_all_of_it_is_json(scanned: Scanned) -> None:
    for report, text in scanned:
        for plain in (webanno.page(report, text), schemaorg.article(report), ninjs.item(report), *Entities().of(report)):
            assert json.loads(json.dumps(plain)) == plain
