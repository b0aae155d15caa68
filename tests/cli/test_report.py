"""``pactscan report``: a page of a store, in one file or in a folder, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Ran, pactscan
from tests.report.made import page_of, pages_of, samples


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return samples(tmp_path / "pacts.db")


def test_a_file_is_the_page(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert pactscan("report", str(store), "-o", str(page)) == Ran(0, "", "")
    assert page.read_text(encoding="utf-8") == page_of(store)


@pytest.mark.parametrize("name", ["pages", "pages/"])
def test_a_folder_is_linked_pages(store: Path, tmp_path: Path, name: str) -> None:
    assert pactscan("report", str(store), "-o", f"{tmp_path}/{name}") == Ran(0, "", "")
    written = {
        path.relative_to(tmp_path / "pages").as_posix(): path.read_text(encoding="utf-8") for path in tmp_path.glob("pages/**/*.html")
    }
    assert written == pages_of(store)


def test_a_folder_is_made_anew_and_holds_no_old_pages(store: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pactscan("report", str(store), "-o", str(pages))
    assert pactscan("report", str(store), "-o", str(pages), "--limit", "2").code == 0
    assert len(list(pages.glob("articles/*.html"))) == 2


def test_a_folder_of_others_files_is_left_alone(store: Path, tmp_path: Path) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "diary.txt").write_text("mine", encoding="utf-8")
    ran = pactscan("report", str(store), "-o", str(others))
    assert (ran.code, ran.out) == (6, "")
    assert "diary.txt" in ran.err
    assert [path.name for path in others.iterdir()] == ["diary.txt"]


def test_limit_and_title(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert pactscan("report", str(store), "-o", str(page), "--limit", "1", "--title", "For <the> desk").code == 0
    text = page.read_text(encoding="utf-8")
    assert "<h1>For &lt;the&gt; desk</h1>" in text
    assert text.count('class="source"') == 1


def test_a_large_page_is_said_to_be_large(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pactscan.cli.report.LARGEST", 10_000)
    ran = pactscan("report", str(store), "-o", str(tmp_path / "page.html"))
    assert ran.code == 0
    assert "a smaller --limit" in ran.err


def test_no_store_is_an_error_and_leaves_an_old_page_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old", encoding="utf-8")
    ran = pactscan("report", str(tmp_path / "none.db"), "-o", str(page))
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert page.read_text(encoding="utf-8") == "old"


def test_the_store_itself_is_not_overwritten(store: Path) -> None:
    ran = pactscan("report", str(store), "-o", str(store))
    assert ran.code == 2
    assert store.read_bytes().startswith(b"SQLite")


def test_a_page_that_cannot_be_written_is_said(store: Path, tmp_path: Path) -> None:
    assert pactscan("report", str(store), "-o", str(tmp_path / "no" / "page.html")).code == 6
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert pactscan("report", str(store), "-o", f"{tmp_path}/file/pages").code == 6
