"""``pactscan export``: reports and tables out of a store, whole or not at all, the same bytes each time."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Any

import pytest

from pactscan.render import structured
from pactscan.store.tables import TABLES
from tests.cli.running import Ran, pactscan
from tests.store.stored import old_reports, write_store

FORMULA = '=HYPERLINK("http://example.org","Click")'


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two articles; what the first one is called, and its first speaker, is nothing to trust."""
    first, second = old_reports()
    first["article"]["title"] = FORMULA
    first["quotes"][0]["speaker_name"] = "\x1b]0;mine\x07 Speaker"
    path = tmp_path / "pacts.db"
    write_store(path, {"z/last.txt": first, "a/first.txt": second})
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_jsonl_holds_the_reports_in_the_order_of_the_input(store: Path) -> None:
    ran = pactscan("export", str(store))
    without_text = [{**report, "article": {k: v for k, v in report["article"].items() if k != "text"}} for report in old_reports()]
    lines = ran.out.splitlines(keepends=True)
    assert (ran.code, ran.err, len(lines)) == (0, "", 2)
    assert lines[1] == structured.line(without_text[1])


def test_texts_come_when_they_are_asked_for(store: Path) -> None:
    assert pactscan("export", str(store), "--with-text").out.splitlines(keepends=True)[1] == structured.line(old_reports()[1])
    rows = rows_of(pactscan("export", str(store), "--format", "csv", "--table", "articles", "--with-text").out)
    assert rows[1]["article_text"] == old_reports()[1]["article"]["text"]


def test_csv_is_a_file_for_each_table(store: Path, tmp_path: Path) -> None:
    assert pactscan("export", str(store), "--format", "csv", "-o", str(tmp_path / "tables")) == Ran(0, "", "")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    counts = {name: len(rows_of((tmp_path / "tables" / f"{name}.csv").read_text(encoding="utf-8"))) for name in TABLES}
    reports = old_reports()
    assert counts["articles"] == 2
    assert all(counts[noun] == sum(len(r[noun]) for r in reports) for noun in ("actors", "countries", "dates", "quotes", "agreements"))
    assert counts["parties"] == sum(len(a["parties"]) for r in reports for a in r["agreements"])


def test_one_table_goes_to_stdout_in_the_order_of_the_input(store: Path) -> None:
    rows = rows_of(pactscan("export", str(store), "--format", "csv", "--table", "quotes").out)
    assert [(row["article"], row["quote"]) for row in rows] == [
        (key, quote["id"]) for key, report in zip(("z/last.txt", "a/first.txt"), old_reports(), strict=True) for quote in report["quotes"]
    ]


def test_csv_computes_nothing_and_commands_no_terminal_unless_raw(store: Path) -> None:
    titles = [pactscan("export", str(store), "--format", "csv", "--table", "articles", *raw).out for raw in ([], ["--raw"])]
    assert [rows_of(text)[0]["title"] for text in titles] == ["'" + FORMULA, FORMULA]
    speakers = [pactscan("export", str(store), "--format", "csv", "--table", "quotes", *raw).out for raw in ([], ["--raw"])]
    assert ["\x1b" in text for text in speakers] == [False, True]


def test_parquet_holds_the_same_rows_with_types(store: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra parquet) is not installed")
    assert pactscan("export", str(store), "--format", "parquet", "-o", str(tmp_path / "tables")).code == 0
    for name, table in TABLES.items():
        read = parquet.read_table(tmp_path / "tables" / f"{name}.parquet")
        text = pactscan("export", str(store), "--format", "csv", "--table", name, "--raw").out
        assert read.column_names == [column.name for column in table.columns]
        assert [[in_csv(value) for value in row.values()] for row in read.to_pylist()] == [list(row.values()) for row in rows_of(text)]
    assert str(parquet.read_schema(tmp_path / "tables" / "countries.parquet").field("focus").type) == "bool"


def in_csv(value: Any) -> str:
    return "" if value is None else str(int(value) if isinstance(value, bool) else value)


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow.parquet", reason="pyarrow (extra parquet) is not installed")
    for name in ("one", "two"):
        pactscan("export", str(store), "--format", "parquet", "-o", str(tmp_path / name))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_without_pyarrow_one_line_says_how_to_get_it(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = pactscan("export", str(store), "--format", "parquet", "-o", str(tmp_path / "tables"))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'pactscan[parquet]'" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no.db"], 3, "no.db: no such store"),
        (["{store}", "--format", "csv"], 2, "where to?"),
        (["{store}", "--format", "csv", "--table", "treaties"], 2, "'treaties' is not one of"),
        (["{store}", "--table", "quotes"], 2, "goes with --format csv or parquet"),
        (["{store}", "--raw"], 2, "goes with --format csv"),
        (["{store}", "--format", "parquet", "--table", "quotes"], 2, "-o quotes.parquet"),
        (["{store}", "-o", "{store}"], 2, "would be overwritten"),
        (["{store}", "--format", "csv", "-o", "{store}"], 2, "would be overwritten"),
        (["{store}", "-o", "no/such/folder.jsonl"], 6, "cannot write"),
        (["{store}", "--format", "csv", "-o", "{file}"], 6, "it is a file"),
        (["{file}"], 3, "not a database"),
    ],
)
def test_what_cannot_be_is_one_line(store: Path, tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    (tmp_path / "file.txt").write_text("no store, and more than a hundred bytes of it " * 9)
    ran = pactscan("export", *(a.format(store=store, file=tmp_path / "file.txt") for a in arguments))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_failed_export_leaves_the_old_tables(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    pactscan("export", str(store), "--format", "csv", "-o", str(folder))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write_store(store, {"other.txt": old_reports()[0]})
    monkeypatch.setitem(TABLES, "failures", TABLES["failures"].__class__("failures", TABLES["failures"].columns, "FROM nothing"))
    assert pactscan("export", str(store), "--format", "csv", "-o", str(folder)).code == 3
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
