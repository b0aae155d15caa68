"""``pactscan diff`` as its users meet it: inputs, exit codes, options, and that saved reports need no model."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pactscan import codec
from pactscan.compare import compare
from pactscan.diffmodel import ItemKind, ReportDiff
from pactscan.model import Report
from pactscan.scanner import Scanner
from tests.cli.running import pactscan
from tests.compare.made import country, person, quote, report

ANNA = person("Anna Berg", "foreign minister")
LEFT = report("Norway and Chile signed.", quotes=[quote("We will sign the treaty today", ANNA)], actors=[ANNA], countries=[country("NO")])
RIGHT = report("Norway and Chile sign.", quotes=[quote("We may sign the treaty today", ANNA)], actors=[ANNA], countries=[country("CL")])


@pytest.fixture
def save(desk: Path) -> Callable[[str, Report], str]:
    def saved(name: str, one: Report) -> str:
        (desk / name).write_text(json.dumps(codec.to_dict(one, with_text=True)), encoding="utf-8")
        return name

    return saved


@pytest.fixture
def pair(save: Callable[[str, Report], str]) -> tuple[str, str]:
    return save("left.json", LEFT), save("right.json", RIGHT)


def test_exit_codes_tell_same_and_different(pair: tuple[str, str]) -> None:
    left, right = pair
    assert pactscan("diff", left, left).code == 0
    assert pactscan("diff", left, right).code == 1
    assert pactscan("diff", left, right, "--exit-zero").code == 0


def test_only_decides_what_is_shown_and_whether_it_differs(pair: tuple[str, str]) -> None:
    ran = pactscan("diff", *pair, "--only", "countries")
    assert ran.code == 1
    assert "COUNTRIES" in ran.out
    assert "QUOTES" not in ran.out
    assert pactscan("diff", *pair, "--only", "actors,agreement").code == 0


@pytest.mark.parametrize("kind", [*ItemKind, "countries", "agreements", "QUOTES"])
def test_kinds_go_by_singular_and_plural(pair: tuple[str, str], kind: str) -> None:
    assert pactscan("diff", *pair, "--only", kind).code in (0, 1)


def test_json_keeps_the_schema(pair: tuple[str, str]) -> None:
    ran = pactscan("diff", *pair, "--json", "--all")
    plain = json.loads(ran.out)
    jsonschema.validate(plain, codec.document_schema(ReportDiff, "a diff"))
    assert json.loads(pactscan("schema", "diff").out)["required"] == list(plain)
    assert ran.out == pactscan("diff", *pair, "--format", "json", "--all").out
    assert "text" not in plain["left"]
    assert {item["verdict"] for item in plain["items"]} >= {"same", "conflict", "only_left"}


def test_json_leaves_out_what_is_the_same(pair: tuple[str, str]) -> None:
    plain = json.loads(pactscan("diff", *pair, "--json").out)
    assert "same" not in {item["verdict"] for item in plain["items"]}
    assert plain["summary"]["actor"]["same"] == 1


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_every_form_goes_to_a_file_as_to_stdout(pair: tuple[str, str], desk: Path, form: str) -> None:
    ran = pactscan("diff", *pair, "--format", form)
    assert pactscan("diff", *pair, "--format", form, "-o", "out").out == ""
    assert (desk / "out").read_text(encoding="utf-8") == ran.out


def test_the_mode_can_be_told(pair: tuple[str, str]) -> None:
    for mode in ("outlets", "update", "follow-up"):
        assert json.loads(pactscan("diff", *pair, "--json", "--mode", mode).out)["mode"] == mode


def test_an_array_of_one_report_is_a_report(pair: tuple[str, str], desk: Path) -> None:
    (desk / "array.json").write_text(f"[{(desk / 'left.json').read_text()}]", encoding="utf-8")
    assert pactscan("diff", "array.json", pair[0]).code == 0


# --- trouble is one line ---------------------------------------------------------------------------------------------------


def change(plain: Any, path: str, value: object) -> None:
    *parents, last = path.split("/")
    for part in parents:
        plain = plain[int(part) if part.isdigit() else part]
    plain[last] = value


DAMAGED = {
    "no JSON": "{",
    "an array of two": "[1, 2]",
    "a number": "3",
    "null": "null",
    "not a number": '{"schema_version": NaN}',
    "deep": "[" * 100_000,
    "long number": '{"schema_version": ' + "9" * 10_000 + "}",
    "another version": '{"schema_version": "9.0"}',
    "no version": "{}",
    "escape codes": '{"schema_version": "\\u001b[31m"}',
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_report_is_one_line(pair: tuple[str, str], desk: Path, text: str) -> None:
    (desk / "bad.json").write_text(text, encoding="utf-8")
    ran = pactscan("diff", pair[0], "bad.json")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("pactscan: bad.json: not a saved report: ")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("article", None),
        ("article/characters", "many"),
        ("quotes", {}),
        ("actors/0/kind", "alien"),
        ("actors/0/mentions", [{"start": True, "end": 3, "text": "x"}]),
        ("tool", []),
    ],
)
def test_a_wrong_field_is_named(pair: tuple[str, str], desk: Path, path: str, value: object) -> None:
    plain = json.loads((desk / "left.json").read_text())
    change(plain, path, value)
    (desk / "bad.json").write_text(json.dumps(plain), encoding="utf-8")
    ran = pactscan("diff", "bad.json", pair[1])
    assert (ran.code, ran.out) == (3, "")
    assert f"/{path}" in ran.err
    assert ran.err.count("\n") == 1


def test_what_cannot_be_read(pair: tuple[str, str], desk: Path) -> None:
    (desk / "latin.json").write_bytes(b'{"a": "\xe9"}')
    (desk / "folder.json").mkdir()
    for path in ("missing.json", "missing.txt", "latin.json", "folder.json"):
        ran = pactscan("diff", pair[0], path)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.count("\n") == 1
        assert path in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["left.json"],
        ["-", "-"],
        ["left.json", "right.json", "--only", "verbs"],
        ["left.json", "right.json", "--mode", "guess"],
        ["left.json", "right.json", "--date-left", "June"],
        ["left.json", "right.json", "--format", "pdf"],
        ["left.json", "right.json", "--json", "--format", "html"],
        ["left.json", "right.json", "-o", "right.json"],
    ],
)
def test_usage(pair: tuple[str, str], arguments: list[str]) -> None:
    assert pair
    ran = pactscan("diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_saved_report_has_its_dates_already(pair: tuple[str, str]) -> None:
    ran = pactscan("diff", *pair, "--date-right", "2024-03-12")
    assert ran.code == 3
    assert "--date-right: right.json is a saved report" in ran.err


def test_several_articles_are_no_side(pair: tuple[str, str], desk: Path) -> None:
    (desk / "two.jsonl").write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', encoding="utf-8")
    assert "several articles" in pactscan("diff", pair[0], "two.jsonl").err


# --- articles -------------------------------------------------------------------------------------------------------------------

PACT = "Chile and Norway signed a pact on Tuesday.\n"


def test_an_article_and_its_saved_report_are_the_same(desk: Path, scanner: Scanner) -> None:
    (desk / "article.txt").write_text(PACT, encoding="utf-8")
    assert pactscan("extract", "article.txt", "--json", "--with-text", "-o", "saved.json").code == 0
    assert pactscan("diff", "article.txt", "saved.json").code == 0
    assert scanner


def test_days_can_be_told(desk: Path, scanner: Scanner) -> None:
    (desk / "article.txt").write_text(PACT, encoding="utf-8")
    ran = pactscan("diff", "article.txt", "article.txt", "--date-left", "2024-03-14", "--date-right", "2024-03-21", "--json", "--all")
    days = json.loads(ran.out)
    assert (days["left"]["published"], days["right"]["published"]) == ("2024-03-14", "2024-03-21")
    assert scanner


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    """One scanner for all, in place of a new one for each command."""
    return Scanner()


@pytest.fixture(autouse=True)
def _shared(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "scanner" in request.fixturenames:
        one = request.getfixturevalue("scanner")
        monkeypatch.setattr("pactscan.scanner.Scanner", lambda *_, **__: one)


# --- speed ----------------------------------------------------------------------------------------------------------------------

HEAVY = ("spacy", "thinc", "numpy", "scipy", "dateparser", "rich.console", "trafilatura")


def test_saved_reports_need_neither_model_nor_numbers(pair: tuple[str, str]) -> None:
    code = f"import sys; from pactscan.cli.boundary import run; run(sys.argv[1:]); print([m for m in {HEAVY!r} if m in sys.modules])"
    for form in ("text", "json", "markdown", "html"):
        ran = subprocess.run([sys.executable, "-c", code, "diff", *pair, "--format", form], capture_output=True, text=True, check=True)
        assert ran.stdout.splitlines()[-1] == "[]"


def test_a_thousand_quotes_take_two_seconds() -> None:
    words = [f"w{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}" for i in range(676)]
    said = [" ".join(words[(i * 7 + k * k * 3) % 676] for k in range(8 + i % 20)) for i in range(1000)]
    left = report(quotes=[quote(text, ANNA, start=i * 200) for i, text in enumerate(said)], actors=[ANNA])
    right = report(quotes=[quote(f"{text} indeed", ANNA, start=i * 200) for i, text in enumerate(reversed(said))], actors=[ANNA])
    started = time.process_time()
    summary = compare(left, right).summary.quote
    assert time.process_time() - started < 2
    assert summary.changed + summary.same > 900
