"""The finders in anyone's pipeline."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc, DocBin

from pactscan.find import pipeline
from pactscan.find.startup import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

FACTORIES = ["pactscan_agreements", "pactscan_countries", "pactscan_dates", "pactscan_names", "pactscan_quotes"]
TEXT = "Peru and Chile signed the Lima Water Accord on 3 May 2021, Foreign Minister Rosa Huamán said. “It took nine years,” she added."


@pytest.fixture(scope="module")
def anyones() -> Language:
    """A plain pipeline with all finders added by name alone."""
    nlp: Language = import_spacy().load(pipeline.folder_of("sm"))
    for name in FACTORIES:
        nlp.add_pipe(name)
    return nlp


def spans(doc: Doc, key: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def test_the_names_of_the_factories_are_a_promise() -> None:
    assert sorted(e.name for e in entry_points(group="spacy_factories") if e.name.startswith("pactscan")) == FACTORIES


def test_each_finder_writes_its_spans(anyones: Language) -> None:
    doc = anyones(TEXT)
    assert spans(doc, "countries") == [("Peru", "PE"), ("Chile", "CL")]
    assert ("Lima Water Accord", "accord") in spans(doc, "agreements")
    assert ("Rosa Huamán", "person") in spans(doc, "names")
    assert [text for text, _ in spans(doc, "dates")] == ["3 May 2021", "nine years"]
    assert ("said", "cue") in spans(doc, "quotes")


def test_the_parts_of_an_attribution_share_their_id(anyones: Language) -> None:
    doc = anyones(TEXT)
    ids = {label: {span.id_ for span in doc.spans["quotes"] if span.label_ == label} for label in ("content", "cue", "source")}
    assert ids["content"] >= ids["cue"] == ids["source"] != set()


def test_spans_outlive_serialising(anyones: Language) -> None:
    doc = anyones(TEXT)
    (again,) = DocBin(store_user_data=True).from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(anyones.vocab)
    assert {key: spans(again, key) for key in again.spans} == {key: spans(doc, key) for key in doc.spans}


def test_the_order_of_the_pipeline_can_be_analysed(anyones: Language) -> None:
    assert anyones.analyze_pipes()["problems"]["pactscan_agreements"] == []
