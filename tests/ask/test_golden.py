"""What a newsroom's folder (samples/news) answers to every question, word for word: tests/golden/ask, rewritten by --update-golden.

The truth of the folder is told in evaluation/joining_truth.csv; the files were read against it.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pactscan.ask.tables import joined
from pactscan.store.database import reading
from tests.cli.running import ROOT, pactscan

GOLDEN = ROOT / "tests" / "golden" / "ask"
TEXT = {
    "timeline": ["timeline"],
    "timeline_of_a_party": ["timeline", "--party", "Kenyan", "--from", "2024", "--status", "signed,agreed"],
    "agreement": ["agreement", "Tromsund Patrol Accord"],
    "said": ["said", "Hovland"],
    "said_about": ["said", "Valadares", "--about", "visa"],
    "actors": ["actors", "--limit", "12"],
    "countries": ["countries"],
    "network": ["network"],
    "conflicts": ["conflicts"],
    "search": ["search", "sea"],
    "new": ["new", "--since", "2024-11-01"],
}
FORMS = {"csv": "csv", "json": "json", "md": "markdown"}
OTHER = [(name, suffix) for name in ("timeline", "agreement", "conflicts") for suffix in FORMS]
GRAPHS = {"graphml": "graphml", "dot": "dot", "csv": "csv"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "pacts.db"
    ran = pactscan("batch", str(ROOT / "samples" / "news"), "-o", str(path), "-q", "-j", "1")
    assert (ran.code, ran.err) == (0, "")
    return path


def asked(store: Path, *arguments: str, width: str = "80") -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", width)
        patch.setenv("NO_COLOR", "1")
        ran = pactscan("ask", str(store), *arguments)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def held(name: str, printed: str, *, update: bool) -> None:
    path = GOLDEN / name
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXT)
def test_a_question_is_answered_as_it_was(store: Path, name: str, update_golden: bool) -> None:
    held(f"{name}.txt", asked(store, *TEXT[name]), update=update_golden)


def test_on_a_wide_page(store: Path, update_golden: bool) -> None:
    held("timeline.120.txt", asked(store, "timeline", width="120"), update=update_golden)


@pytest.mark.parametrize(("name", "suffix"), OTHER)
def test_in_other_forms(store: Path, name: str, suffix: str, update_golden: bool) -> None:
    held(f"{name}.{suffix}", asked(store, *TEXT[name], "--format", FORMS[suffix]), update=update_golden)


@pytest.mark.parametrize("suffix", GRAPHS)
def test_the_network_as_a_graph(store: Path, suffix: str, update_golden: bool) -> None:
    held(f"network.{suffix}", asked(store, "network", "--format", GRAPHS[suffix]), update=update_golden)


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("name", TEXT)
def test_no_line_is_wider_than_the_page(store: Path, name: str, width: str) -> None:
    assert max(map(len, asked(store, *TEXT[name], width=width).splitlines())) <= int(width)


def test_the_forms_agree(store: Path) -> None:
    rows = json.loads(asked(store, "timeline", "--json"))["rows"]
    table = list(csv.DictReader(asked(store, "timeline", "--format", "csv").splitlines()))
    assert [row["id"] for row in rows] == [row["id"] for row in table]
    assert [row["passage"]["start"] for row in rows] == [int(row["start"]) for row in table]
    network = json.loads(asked(store, "network", "--json"))
    graph = ET.fromstring(asked(store, "network", "--format", "graphml"))
    assert len(graph.findall(".//{*}node")) == len(network["nodes"])
    assert len(graph.findall(".//{*}edge")) == len(network["edges"])


def test_copies_of_one_story_are_counted_once(store: Path) -> None:
    row = next(row for row in json.loads(asked(store, "timeline", "--json"))["rows"] if row["name"].startswith("Tromsund"))
    assert row["articles"] == row["stories"] + 1
    quote = next(row for row in json.loads(asked(store, "said", "Hovland", "--json"))["rows"] if "out of sight" in row["text"])
    assert quote["stories"] == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["agreement"], "agreement needs NAME or ID"),
        (["timeline", "Tromsund"], "timeline takes no words"),
        (["timeline", "--about", "x"], "goes with said"),
        (["new"], "new needs a day"),
        (["timeline", "--since", "2024-01-01"], "goes with new"),
        (["said", "Hovland", "--party", "NO"], "does not narrow said"),
        (["actors", "--status", "signed"], "do not narrow actors"),
        (["timeline", "--format", "dot"], "dot goes with network"),
        (["timeline", "--raw"], "goes with --format csv"),
        (["timeline", "--from", "2025", "--to", "2024"], "2025-01-01 comes after 2024-12-31"),
        (["timeline", "--from", "soon"], "'soon' is no day"),
        (["timeline", "--status", "signd"], "did you mean signed?"),
        (["timeline", "--party", "Atlantis"], "no agreement has a party 'Atlantis'"),
        (["agreement", "Atlantis Accord"], "no agreement is called 'Atlantis Accord'"),
        (["agreement", "agreement"], "give one of their ids"),
        (["said", "Nobody"], "nobody called 'Nobody' is quoted"),
        (["search", "?!"], "nothing to search for"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(store: Path, arguments: list[str], words: str) -> None:
    ran = pactscan("ask", str(store), *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_no_store(tmp_path: Path) -> None:
    ran = pactscan("ask", str(tmp_path / "none.db"), "timeline")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)


def test_what_others_wrote_reaches_no_terminal_or_spreadsheet_as_itself(store: Path, tmp_path: Path) -> None:
    article = tmp_path / "news" / "=1+1\x1b[31m.txt"
    article.parent.mkdir()
    article.write_text("Norway and Iceland signed the Tromsund Patrol Accord in Bergen on 14 May 2024.\n", encoding="utf-8")
    pactscan("batch", str(article.parent), "-o", str(tmp_path / "odd.db"), "-q", "-j", "1")
    for form in ("text", "csv", "markdown"):
        assert "\x1b" not in asked(tmp_path / "odd.db", "timeline", "--format", form)
    assert ",'=1+1" in asked(tmp_path / "odd.db", "timeline", "--format", "csv")
    assert ",=1+1" in asked(tmp_path / "odd.db", "timeline", "--format", "csv", "--raw")


def test_the_joined_agreements_are_those_of_the_truth(store: Path) -> None:
    """Precision and recall of 1 on the folder: evaluation/joining.py tells more."""
    truth: dict[str, set[int]] = {}
    with reading(store) as db:
        found = joined(db)
        ids = dict(db.execute("SELECT key, article_id FROM articles"))
    lines = (ROOT / "evaluation" / "joining_truth.csv").read_text(encoding="utf-8").splitlines()[1:]
    for row in csv.DictReader(lines):
        for number, records in enumerate(found):
            for record in records:
                told = " ".join(mention["text"].casefold() for mention in record.plain["mentions"])
                if row["corpus"] == "news" and ids[record.source.key] == row["article"] and row["words"].casefold() in told:
                    truth.setdefault(row["agreement"], set()).add(number)
    assert len(truth) == 14
    assert all(len(numbers) == 1 for numbers in truth.values())
    assert len(set.union(*truth.values())) == len(truth)
