"""The answers of a small store: the samples of the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pactscan import ask
from pactscan.ask import Corpus
from pactscan.askmodel import Answer, Filters
from pactscan.codec import answer_to_dict
from pactscan.errors import InputError, QuestionError
from pactscan.model import AgreementForm, AgreementStatus
from pactscan.store import Entry, SqliteSink
from tests.ask.stores import golden_reports, write_store
from tests.cli.running import pactscan


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    store = write_store(tmp_path_factory.mktemp("store") / "pacts.db", golden_reports())
    with ask.asking(store) as opened:
        yield opened


def answers(corpus: Corpus) -> list[Answer]:
    return [
        ask.timeline(corpus),
        ask.agreement(corpus, "Doha Ceasefire Agreement"),
        ask.said(corpus, "Solbakken"),
        ask.actors(corpus),
        ask.countries(corpus),
        ask.network(corpus),
        ask.conflicts(corpus),
        ask.search(corpus, "agreement"),
        ask.new_since(corpus, "2023-01-01"),
    ]


def passages(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"article", "start", "end", "words"} <= value.keys():
            yield value
        for part in value.values():
            yield from passages(part)
    elif isinstance(value, list):
        for part in value:
            yield from passages(part)


def test_every_passage_stands_in_its_article(corpus: Corpus) -> None:
    texts = {report["article"]["source"]: report["article"]["text"] for report in golden_reports()}
    found = [passage for answer in answers(corpus) for passage in passages(answer_to_dict(answer))]
    assert len(found) > 50
    for passage in found:
        assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["words"]


def test_answers_are_json_and_name_their_question(corpus: Corpus) -> None:
    plain = [json.loads(json.dumps(answer_to_dict(answer))) for answer in answers(corpus)]
    assert [each["question"] for each in plain] == [
        "timeline", "agreement", "said", "actors", "countries", "network", "conflicts", "search", "new",
    ]  # fmt: skip


def test_answers_are_as_their_schemas_say(corpus: Corpus) -> None:
    for answer in answers(corpus):
        schema = json.loads(pactscan("schema", answer.question).out)
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(answer_to_dict(answer))


def test_a_store_without_joined_tables_gives_the_same_answers(corpus: Corpus, tmp_path: Path) -> None:
    store = write_store(tmp_path / "old.db", golden_reports(), joined=False)
    before = store.read_bytes()
    store.chmod(0o444)
    with ask.asking(store) as other:
        assert corpus.was_joined
        assert not other.was_joined
        assert answers(other) == answers(corpus)
    assert store.read_bytes() == before


def test_the_tables_are_made_anew_only_when_articles_changed(tmp_path: Path) -> None:
    reports = golden_reports()
    store = write_store(tmp_path / "pacts.db", reports)

    def run(*written: str) -> bool:
        sink = SqliteSink(store, "a test")
        for report in reports:
            key = report["article"]["source"]
            if key in written:
                sink.write(Entry(key, "digest", json.dumps(report), nouns=1))
            else:
                sink.keep(key)
        sink.finish()
        with ask.asking(store) as opened:
            return opened.was_joined

    assert run()
    assert not run(reports[0]["article"]["source"])
    ask.index(store)
    assert run()


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(parties=("VN",), forms=(AgreementForm.MEMORANDUM,)), ["memorandum of understanding on ocean energy"]),
        (Filters(parties=("vietnamese", "Portugal"), forms=(AgreementForm.MEMORANDUM,)), ["memorandum of understanding on ocean energy"]),
        (Filters(parties=("VN", "KE")), []),
        (Filters(forms=(AgreementForm.CONVENTION,)), ["Convention on the Protection of the Middle Danube"]),
        (Filters(statuses=(AgreementStatus.IN_FORCE,)), ["Doha Ceasefire Agreement"]),
        (Filters(since="2026-01-01"), ["memorandum of understanding on ocean energy"]),
        (Filters(until="2008-06-01"), ["1998 Agreement on Scientific Cooperation in Antarctica"]),
    ],
)
def test_filters(corpus: Corpus, filters: Filters, names: list[str]) -> None:
    assert [row.name for row in ask.timeline(corpus, filters).rows] == names


@pytest.mark.parametrize("words", ["Atlantis", '"', "'; DROP TABLE articles; --", "NEAR(", "*"])
def test_what_nobody_is_called_is_said_in_one_line(corpus: Corpus, words: str) -> None:
    for question in (
        lambda: ask.timeline(corpus, Filters(parties=(words,))),
        lambda: ask.agreement(corpus, words),
        lambda: ask.said(corpus, words),
    ):
        with pytest.raises(QuestionError) as raised:
            question()
        assert "\n" not in str(raised.value)


def test_what_fts_takes_for_operators_are_words(corpus: Corpus) -> None:
    assert ask.search(corpus, "ocean AND energy").rows == ()
    assert ask.search(corpus, 'energy "ocean').rows[0].kind == "agreement"
    assert ask.search(corpus, "name:ocean").total == 0


@pytest.mark.parametrize(
    ("name", "speakers"),
    [("Solbakken", ["Ingrid Solbakken"]), ("ingrid solbakken", ["Ingrid Solbakken"]), ("slovakia", ["Slovakia"])],
)
def test_who_is_meant_by_a_name(corpus: Corpus, name: str, speakers: list[str]) -> None:
    said = ask.said(corpus, name)
    assert list(said.speakers) == speakers
    assert {row.speaker for row in said.rows} == set(speakers)


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such store"), ask.asking(tmp_path / "none.db"):
        pass
