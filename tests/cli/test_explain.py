"""Every value of a record is explained by words of the article and a rule that says something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pactscan.explainmodel import Explained
from pactscan.lexicon.agreements import rule_text
from pactscan.model import Article
from pactscan.scanner import Scanner
from tests.cli.running import pactscan

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
FRESH = Path(__file__).parents[1] / "data" / "agreements_fresh.jsonl"
TEXT = (
    "LIMA, May 4, 2023 - Peru and Chile signed the Humboldt Squid Treaty in Tacna on Tuesday, an \x1b[1mofficial\x1b[0m said.\n\n"
    "Bolivia mulls a ferry pact with Paraguay.\n"
)


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    texts += [json.loads(line)["text"] for line in FRESH.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Article(id=str(n), text=text, published="2024-03-14") for n, text in enumerate(texts)]


def test_the_records_are_those_of_a_scan_and_every_value_has_its_words_and_a_rule(scanner: Scanner, articles: list[Article]) -> None:
    rules = set()
    for article in articles:
        found = scanner.explain(article)
        assert tuple(one.agreement for one in found) == scanner.scan(article).agreements
        for one in found:
            assert [(r.field, r.value) for r in one.reasons] == values(one)
            for reason in one.reasons:
                at = reason.mention.start, reason.mention.end
                assert article.text[at[0] : at[1]] == reason.mention.text
                assert article.text[reason.sentence.start : reason.sentence.end] == reason.sentence.text
                assert reason.sentence.start <= at[0] < at[1] <= reason.sentence.end
                assert rule_text(reason.field, reason.rule)
                rules.add((reason.field, reason.rule))
    assert len(rules) > 30, "the articles show too few rules to say anything"


def values(one: Explained) -> list[tuple[str, str]]:
    a = one.agreement
    told = [("name", a.name), ("form", a.form.value), ("status", a.status.value)]
    told += [("party", " ".join(filter(None, (p.name, p.code))) + (f", {p.status.value}" if p.status else "")) for p in a.parties]
    told += [("signatory", ", ".join(filter(None, (s.name or "not named", s.role, s.country)))) for s in a.signatories]
    told += [("date", f"{d.kind.value} {d.value or 'not resolved'}") for d in a.dates]
    told += [("place", " ".join(a.place.text.split()))] if a.place else []
    return [(field, " ".join(value.split())) for field, value in [*told, ("confidence", a.confidence.value)]]


def test_a_rule_of_an_act_is_named_and_one_that_there_is_not_is_a_fault() -> None:
    assert rule_text("party", "signed by").startswith("signed by: who did it")
    with pytest.raises(KeyError):
        rule_text("status", "guessed")


@pytest.fixture
def treaty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("squid.txt").write_text(TEXT)
    return "squid.txt"


def test_the_page(treaty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ran = pactscan("explain", treaty)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 60
    assert "[Peru] and Chile signed" in " ".join(ran.out.split())
    assert "rule: signed by: who did it" in " ".join(ran.out.split())


def test_one_record_alone_and_as_json(treaty: str) -> None:
    rows = json.loads(pactscan("explain", treaty, "--json").out)
    ids = list(dict.fromkeys(row["record"] for row in rows))
    assert len(ids) == 2
    assert json.loads(pactscan("explain", treaty, ids[1], "--json").out) == [row for row in rows if row["record"] == ids[1]]
    for row in rows:
        assert TEXT[row["mention"]["start"] : row["mention"]["end"]] == row["mention"]["text"]


def test_what_is_not_there_is_told(treaty: str) -> None:
    ran = pactscan("explain", treaty, "agreement-x")
    assert (ran.code, ran.out) == (3, "")
    assert "no agreement has the id 'agreement-x'; its agreements are agreement-" in ran.err
    Path("rain.txt").write_text("It rained in Lima on Tuesday, and the squid boats stayed in port.\n")
    ran = pactscan("explain", "rain.txt")
    assert (ran.code, ran.out, ran.err) == (0, "", "rain.txt: no agreement is named in it\n")
    assert pactscan("explain", "rain.txt", "--json").out == "[]\n"
    assert pactscan("explain", "gone.txt").code == 3
