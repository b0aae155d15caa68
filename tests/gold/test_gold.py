"""A report becomes a form, a form is read back, and what was corrected in it counts against the report."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactscan.errors import InputError
from pactscan.gold import Tally, form_of, measure, read_sheet, totals
from pactscan.gold.sheet import NOUNS, Sheet, TrueAgreement, TrueDate, TruePerson, TrueQuote
from pactscan.model import Article, Report
from pactscan.render.escape import toml
from pactscan.scanner import Scanner
from tests.cli.running import pactscan

TEXT = """Peru and Bolivia signed the Titicaca Fisheries Treaty in Puno on 3 May 2023.

"It is a fair treaty," President Alma Rojas of Peru said. Foreign Minister Luis Paz of Bolivia said the lake was full of trout.

The Andean Boat Union welcomed the Titicaca Fisheries Treaty.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return Scanner().scan(Article(id="a", text=TEXT, published="2023-05-04"))


@pytest.fixture
def sheet(report: Report, tmp_path: Path) -> Sheet:
    path = tmp_path / "a.toml"
    path.write_text(form_of(report, "a.txt"), encoding="utf-8")
    return read_sheet(path)


def test_a_form_that_nobody_corrected_says_that_all_is_right(sheet: Sheet, report: Report, tmp_path: Path) -> None:
    figures = measure(sheet, report)
    assert all(t.right == t.found == t.true for t in figures.values()), figures
    assert {name for name, t in figures.items() if not t.true} <= {"agreements: signed by"}
    assert (sheet.article, sheet.sha256, sheet.published) == (tmp_path / "a.txt", report.article.sha256, "2023-05-04")
    assert sheet.judged == set(NOUNS)


@pytest.mark.parametrize(
    ("noun", "values", "name", "tally"),
    [
        ("countries", ("PE",), "countries", Tally(2, 1, 1)),
        ("countries", ("PE", "BO", "CL"), "countries", Tally(2, 3, 2)),
        ("people", (), "people", Tally(2, 0, 0)),
        ("people", (TruePerson("Alma Rojas", "president", "CL"), TruePerson("Luis Gris")), "people", Tally(2, 2, 1)),
        ("people", (TruePerson("Rojas", "president", "CL"),), "people: role", Tally(1, 1, 1)),
        ("people", (TruePerson("Rojas", "president", "CL"),), "people: country", Tally(1, 1, 0)),
        ("people", (TruePerson("Rojas"),), "people: country", Tally(1, 0, 0)),
        ("organisations", ("Boat Union of the Andes", "Lake Police"), "organisations", Tally(1, 2, 0)),
        ("organisations", ("Andean Boat Union", "Lake Police"), "organisations", Tally(1, 2, 1)),
        ("dates", (TrueDate("3  May 2023", "2023-05-04"),), "dates", Tally(1, 1, 1)),
        ("dates", (TrueDate("3 May 2023", "2023-05-04"),), "dates: value", Tally(1, 1, 0)),
        ("quotes", (TrueQuote("It is a fair treaty", "Rojas"),), "quotes", Tally(2, 1, 1)),
        ("quotes", (TrueQuote("It is a fair treaty", "Rojas"),), "quotes: with speaker", Tally(2, 1, 1)),
        ("quotes", (TrueQuote("It is a fair treaty", "Paz"),), "quotes: with speaker", Tally(2, 1, 0)),
        ("quotes", (TrueQuote("It is a fair treaty"),), "quotes: with speaker", Tally(2, 1, 0)),
        ("agreements", (TrueAgreement("Some Other Pact", parties=("PE",)),), "agreements", Tally(1, 1, 0)),
        ("agreements", (TrueAgreement("Some Other Pact", parties=("PE",)),), "agreements: parties", Tally(2, 1, 0)),
        ("agreements", (TrueAgreement("Fisheries Treaty", "agreed", ("pe", "Chile")),), "agreements: status", Tally(1, 1, 0)),
        ("agreements", (TrueAgreement("Fisheries Treaty", "agreed", ("pe", "Chile")),), "agreements: parties", Tally(2, 2, 1)),
        ("agreements", (TrueAgreement("Fisheries Treaty", dates=("signed 2023-05",)),), "agreements: dates", Tally(1, 1, 0)),
        ("agreements", (TrueAgreement("Fisheries Treaty", place="Lima"),), "agreements: place", Tally(1, 1, 0)),
        ("agreements", (TrueAgreement("Fisheries Treaty", signed_by=("Alma Rojas",)),), "agreements: signed by", Tally(0, 1, 0)),
    ],
)
def test_what_was_corrected_counts(noun: str, values: tuple[object, ...], name: str, tally: Tally, sheet: Sheet, report: Report) -> None:
    corrected = replace(sheet, **{noun: values})  # type: ignore[arg-type]
    assert measure(corrected, report)[name] == tally


def test_what_is_not_judged_is_not_counted(sheet: Sheet, report: Report) -> None:
    assert list(measure(replace(sheet, judged=frozenset({"countries"})), report)) == ["countries"]


def test_figures_of_several_articles_are_added_up() -> None:
    total = totals([{"dates": Tally(2, 3, 1)}, {"dates": Tally(2, 1, 1), "quotes": Tally()}])
    assert total == {"dates": Tally(4, 4, 2), "quotes": Tally()}
    assert (total["dates"].precision, total["dates"].recall, total["dates"].f1) == (0.5, 0.5, 0.5)
    assert (total["quotes"].precision, total["quotes"].recall, total["quotes"].f1) == (None, None, None)


@given(st.text())
def test_any_text_is_a_toml_string(text: str) -> None:
    written = f"a = {toml(text)}"
    assert tomllib.loads(written)["a"] == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert "\n" not in written
    assert "\x1b" not in written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("article = ", "not TOML: "),
        ("sha256 = 'a'", "article is missing"),
        ("article = 3", "article must be a text in double quotes"),
        ("article = 'a'\npacts = []", "'pacts' is no part of a form; those are article, "),
        ("article = 'a'\njudged = ['pacts']", "judged: 'pacts' is not one of agreements, "),
        ("article = 'a'\ncountries = 'NO'", 'countries must be a list of texts, as in ["NO", "CL"]'),
        ("article = 'a'\npeople = ['x']", "people must be written as [[people]], once for each"),
        ("article = 'a'\n[[people]]\nrole = 'x'", "people, number 1: name is missing"),
        (
            "article = 'a'\n[[agreements]]\nname='x'\n[[agreements]]\nname='y'\nstatus='sealed'",
            "agreements, number 2: status 'sealed' is none",
        ),
        ("article = 'a'\n[[agreements]]\nname='x'\ndates=['May 3']", "dates: 'May 3' is not written as 'signed 2024-03-12'"),
    ],
)
def test_a_fault_in_a_form_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text(text)
    with pytest.raises(InputError) as error:
        read_sheet(path)
    assert told in str(error.value)
    assert str(error.value).startswith(str(path))


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lake.txt").write_text(TEXT)
    Path("gold").mkdir()
    assert pactscan("gold", "lake.txt", "--date", "2023-05-04", "-o", "gold/lake.toml").code == 0
    form = Path("gold/lake.toml").read_text()
    assert 'article = "../lake.txt"' in form
    assert pactscan("gold", "lake.txt", "--date", "2023-05-04").out == form.replace("../lake.txt", "lake.txt")
    Path("gold/lake.toml").write_text(form.replace('status = "signed"', 'status = "ratified"'))
    ran = json.loads(pactscan("eval", "gold/lake.toml", "--json").out)
    assert ran["articles"] == 1
    assert ran["figures"]["agreements: status"] == {"found": 1, "true": 1, "right": 0, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert ran["each"][0]["form"] == "gold/lake.toml"
    printed = pactscan("eval", "gold/lake.toml").out.splitlines()
    assert printed[0] == "1 article"
    assert next(line for line in printed if line.startswith("agreements: status")).split()[2:] == ["0", "1", "1", "0.000", "0.000", "0.000"]


def test_a_form_of_another_text_of_no_article_and_of_many_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lake.txt").write_text(TEXT)
    Path("two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    pactscan("gold", "lake.txt", "-o", "lake.toml")
    Path("lake.txt").write_text(TEXT + "More.\n")
    for arguments, code, told in [
        (["eval", "lake.toml"], 3, "lake.toml: lake.txt is not the text that the form was made of"),
        (["gold", "none.txt"], 3, "none.txt: no such file"),
        (["gold", "two.jsonl"], 3, "two.jsonl: holds several articles; one is taken at a time"),
        (["gold", "-"], 2, "a form points to its article"),
        (["gold", "lake.txt", "-o", "lake.txt"], 2, "it would be overwritten"),
        (["eval", "gone.toml"], 3, "gone.toml: No such file"),
    ]:
        ran = pactscan(*arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
        assert told in ran.err
