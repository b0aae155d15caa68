"""A user's own word lists: read in our formats, refused with file and line, told in the report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pactscan.errors import LexiconError
from pactscan.lexicon import instruments, organisations, own, titles
from pactscan.lexicon.files import data_file
from pactscan.lexicon.own import LISTS, TABLES, read_lexicon

Folder = Callable[..., Path]
HEADERS = {name: ",".join(columns) for name, columns in TABLES.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder of the files given as name → content."""

    def make(**content: str | bytes) -> Path:
        for name, text in content.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return make


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_can_be_added_to_is_one_of_ours(name: str) -> None:
    lines = [line for line in data_file(name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert sorted(lines[0].split(",")) == sorted(TABLES[name])


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_our_own_file_passes_the_check(name: str, folder: Folder) -> None:
    read = read_lexicon(folder(**{name.replace(".", "__"): data_file(name).read_bytes()}))
    assert read.entries[name]


def test_comments_blank_lines_a_byte_order_mark_and_line_ends_of_windows_do_not_matter(folder: Folder) -> None:
    where = folder(outlets__txt="\ufeff# ours\r\n\r\nSkarn Herald\r\n", README__md="what this is", __gitignore="")
    assert read_lexicon(where).entries == {"outlets.txt": ["Skarn Herald"]}


def test_columns_may_stand_in_another_order(folder: Folder) -> None:
    rows = read_lexicon(folder(bodies__csv='kind,name,country\ngroup,"Skarn, Free",SE\n')).entries["bodies.csv"]
    assert rows == [{"kind": "group", "name": "Skarn, Free", "country": "SE"}]


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    def digest(name: str, text: str) -> str:
        where = tmp_path / f"{name}{text}"
        where.mkdir()
        (where / name).write_text(text)
        return read_lexicon(where).sha256

    digests = {digest("outlets.txt", "A"), digest("outlets.txt", "B"), digest("companies.txt", "A")}
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("notes.txt", "a", "notes.txt: no word list that can be added to; those are bodies.csv"),
        ("office_nouns.txt", "reeve\nPort Reeve", "office_nouns.txt, line 2: 'Port Reeve' must be in lower case"),
        ("office_nouns.txt", "wharf master", "line 1: 'wharf master' is more than one word; give the noun that heads the office"),
        ("bodies.csv", "", "bodies.csv: the first line must name the columns name,country,kind; it has none"),
        ("bodies.csv", "name,kind\nA,group", "must name the columns name,country,kind; it has name,kind"),
        ("bodies.csv", "name,country,kind\nA,group", "bodies.csv, line 2: 2 cells, but the header names 3"),
        ("bodies.csv", "name,country,kind\n,NO,group", "bodies.csv, line 2: name is empty"),
        ("bodies.csv", "name,country,kind\nA,Norway,group", "bodies.csv, line 2: country 'Norway' is no ISO 3166-1 code"),
        ("bodies.csv", "name,country,kind\nA,NO,person", "bodies.csv, line 2: kind 'person' is none of organisation, igo"),
        ("instruments.csv", f"{HEADERS['instruments.csv']}\n# c\nX,,treety,,,", "instruments.csv, line 3: form 'treety' is none of treaty"),
        ("instruments.csv", f"{HEADERS['instruments.csv']}\nX,,treaty,,03,", "line 2: year '03' is no year of four figures"),
        ("instruments.csv", f"{HEADERS['instruments.csv']}\nX,,treaty,,,NO ZZ", "line 2: parties 'ZZ' is neither an ISO 3166-1 code"),
        ("outlets.txt", b"caf\xe9", "outlets.txt: not UTF-8 (byte 3); save it as UTF-8"),
    ],
)
def test_a_fault_is_told_by_file_and_line(name: str, text: str | bytes, told: str, folder: Folder) -> None:
    with pytest.raises(LexiconError) as error:
        read_lexicon(folder(**{name.replace(".", "__"): text}))
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_no_folder_an_empty_one_and_a_folder_for_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file or directory; --lexicon takes a folder"):
        read_lexicon(tmp_path / "nowhere")
    with pytest.raises(LexiconError, match="holds no word list"):
        read_lexicon(tmp_path)
    (tmp_path / "outlets.txt").mkdir()
    with pytest.raises(LexiconError, match=r"outlets\.txt: is no file"):
        read_lexicon(tmp_path)


def test_a_list_that_is_too_large_is_refused(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "LARGEST", 3)
    with pytest.raises(LexiconError, match="too large for a word list"):
        read_lexicon(folder(outlets__txt="abcd"))


def test_a_process_that_has_begun_with_our_lists_takes_no_others(folder: Folder) -> None:
    instruments.instruments()
    with pytest.raises(LexiconError, match="one lexicon"):
        own.use_lexicon(folder(instruments__csv=HEADERS["instruments.csv"]))


KNOWN = "Paris Agreement"
LISTED = {
    "instruments__csv": f"{HEADERS['instruments.csv']}\n"
    f"Skarn River Compact,SRC,compact,water,2003,NO SE\n{KNOWN},Skarn climate *,accord,,,\n",
    "bodies__csv": "name,country,kind\nSkarn Basin Board,NO,government\n",
    "office_nouns__txt": "wharfinger\n",
}
ASK = f"""
import json, sys
from pathlib import Path
from pactscan.lexicon.own import use_lexicon
digest = use_lexicon(Path(sys.argv[1]))
assert digest == use_lexicon(Path(sys.argv[1]))
from pactscan.lexicon.instruments import instruments
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import office_nouns
known = instruments()[{KNOWN!r}]
board = known_bodies()["Skarn Basin Board"]
print(json.dumps([digest, known.form, known.year, known.aliases, board.country, "wharfinger" in office_nouns()]))
"""


def test_entries_stand_beside_ours_and_before_them(folder: Folder) -> None:
    where = folder(**LISTED)
    ran = subprocess.run([sys.executable, "-c", ASK, str(where)], capture_output=True, text=True, check=True)
    digest, form, year, aliases, country, office = json.loads(ran.stdout)
    ours = instruments.instruments()[KNOWN]
    assert digest == read_lexicon(where).sha256
    assert (form, year, country, office) == ("accord", ours.year, "NO", True)
    assert aliases == ["Skarn climate *", *ours.aliases]
    assert "Skarn Basin Board" not in organisations.known_bodies()
    assert "wharfinger" not in titles.office_nouns()


def test_a_report_is_made_with_them_and_says_so(folder: Folder, tmp_path: Path) -> None:
    where = folder(**LISTED)
    article = tmp_path.parent / f"{tmp_path.name}.txt"
    article.write_text("BERGEN, March 5, 2024 - Sweden withdrew from the SRC on Monday, said Jon Dahl, the wharfinger.\n")
    command = [sys.executable, "-m", "pactscan", "extract", str(article), "--lexicon", str(where), "--json"]
    report = json.loads(subprocess.run(command, capture_output=True, check=True, env={**os.environ, "NO_COLOR": "1"}).stdout)
    assert report["tool"]["options"] == [["lexicon", read_lexicon(where).sha256]]
    assert [(a["name"], a["status"], [p["code"] for p in a["parties"]]) for a in report["agreements"]] == [("SRC", "withdrawn", ["SE"])]
    assert [a["role"] for a in report["actors"] if a["name"] == "Jon Dahl"] == ["wharfinger"]


def test_a_batch_does_its_articles_anew_when_a_list_has_changed(folder: Folder, tmp_path: Path) -> None:
    where = folder(**LISTED)
    article, reports = tmp_path.parent / f"{tmp_path.name}.txt", tmp_path.parent / f"{tmp_path.name}.jsonl"
    article.write_text("BERGEN, March 5, 2024 - Sweden withdrew from the SRC on Monday.\n")
    command = [sys.executable, "-m", "pactscan", "batch", str(article), "-o", str(reports), "--jobs", "1", "--lexicon", str(where)]

    def kept() -> str:
        return subprocess.run(command, capture_output=True, check=True, text=True).stderr.split("(")[1].split(" from")[0]

    assert [kept(), kept()] == ["0", "1"]
    (where / "office_nouns.txt").write_text("reeve\n")
    assert kept() == "0"
    assert json.loads(reports.read_text())["tool"]["options"] == [["lexicon", read_lexicon(where).sha256]]
