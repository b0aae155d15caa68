from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import ARTICLE
from tests.cli.running import Ran, pactscan
from tests.contract import reports
from tests.render.payloads import HARMFUL

pytestmark = [pytest.mark.usefixtures("quick", "desk")]

RECORDS = '{"id": "x", "text": "Chile signed."}\n{"id": "y", "text": "Peru signed."}\n'
HTML = "<html><head><title>Pact</title></head><body><p>Chile and Norway signed a pact on Tuesday, officials said.</p></body></html>"

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)
records = st.lists(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "other"]), values) | values).map(
    lambda items: "\n".join(map(json.dumps, items)).encode()
)
"""JSONL files with records in all states of repair."""


def one_line(ran: Ran) -> str:
    """What was said: one line and no more."""
    assert ran.err.startswith("pactscan: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    return ran.err


# --- what comes out -------------------------------------------------------------------------------------------------


def test_a_page_for_a_person() -> None:
    ran = pactscan("extract", "a.txt")
    assert ran.code == 0
    assert ran.out.startswith("a.txt ")
    assert ran.err == ""


@pytest.mark.parametrize("option", [["--json"], ["--format", "json"], ["--format=json"]])
def test_one_article_is_one_object(option: list[str]) -> None:
    ran = pactscan("extract", "a.txt", *option)
    assert json.loads(ran.out)["article"]["source"] == "a.txt"
    assert [r["article"]["id"] for r in reports(ran.out)] == ["a"]
    assert ran.out.startswith('{\n  "schema_version"')


def test_several_articles_are_an_array() -> None:
    ran = pactscan("extract", "a.txt", "b.txt", "--json")
    assert [r["article"]["id"] for r in reports(ran.out)] == ["a", "b"]
    assert ran.out.startswith("[")


@pytest.mark.parametrize("arguments", [["a.txt", "nope.txt"], ["nope.txt", "a.txt"]])
def test_several_paths_are_an_array_whatever_fails(arguments: list[str]) -> None:
    ran = pactscan("extract", *arguments, "--json")
    assert isinstance(json.loads(ran.out), list)
    assert len(reports(ran.out)) == 1


def test_a_file_of_records_is_an_array_unless_it_holds_one() -> None:
    assert len(json.loads(pactscan("extract", "-", "--from", "jsonl", "--json", stdin=RECORDS.encode()).out)) == 2
    one = RECORDS.splitlines()[0].encode()
    assert json.loads(pactscan("extract", "-", "--from", "jsonl", "--json", stdin=one).out)["article"]["id"] == "x"


def test_a_file_without_records_is_an_empty_array() -> None:
    ran = pactscan("extract", "-", "--from", "jsonl", "--json", stdin=b"\n\n")
    assert (ran.code, ran.out) == (0, "[]\n")


def test_html_is_one_page_of_all_articles() -> None:
    one, two = pactscan("extract", "a.txt", "--format", "html"), pactscan("extract", "a.txt", "b.txt", "nope.txt", "--format", "html")
    assert one.out.startswith("<!DOCTYPE html>\n")
    assert (one.code, one.out.count("<article"), two.code, two.out.count("<article")) == (0, 1, 5, 2)


def test_no_page_is_written_when_all_articles_failed() -> None:
    ran = pactscan("extract", "nope.txt", "--format", "html")
    assert (ran.code, ran.out) == (3, "")


def test_jsonl_is_an_article_a_line() -> None:
    ran = pactscan("extract", "a.txt", "-", "--format", "jsonl", stdin=RECORDS.encode())
    assert ran.out.count("\n") == 3
    assert [r["article"]["id"] for r in reports(ran.out)] == ["a", "x", "y"]


def test_several_pages_are_kept_apart() -> None:
    ran = pactscan("extract", "a.txt", "b.txt")
    assert re.findall(r"^(?:[ab]\.txt|─{80}$)", ran.out, re.MULTILINE) == ["a.txt", "─" * 80, "b.txt"]


@pytest.mark.parametrize("arguments", [["-"], []])
def test_standard_input(arguments: list[str]) -> None:
    ran = pactscan("extract", *arguments, "--json", stdin=ARTICLE.encode())
    (report,) = reports(ran.out)
    assert report["article"]["source"] == "-"
    assert ran.err == ""


def test_the_text_comes_only_when_asked_for() -> None:
    assert "text" not in reports(pactscan("extract", "a.txt", "--json").out)[0]["article"]
    assert reports(pactscan("extract", "a.txt", "--json", "--with-text").out)[0]["article"]["text"] == ARTICLE


def test_an_html_page_always_travels_with_its_text() -> None:
    pytest.importorskip("trafilatura")
    (report,) = reports(pactscan("extract", "-", "--from", "html", "--json", stdin=HTML.encode()).out)
    assert "Chile and Norway" in report["article"]["text"]


def test_a_date_is_given() -> None:
    (report,) = reports(pactscan("extract", "a.txt", "--json", "--date", "2024-03-14").out)
    assert (report["article"]["published"], report["article"]["published_from"]) == ("2024-03-14", "option")


@pytest.mark.parametrize(
    ("only", "recorded"),
    [
        (["--only", "quotes"], "quotes"),
        (["--only", "Quotes, agreements"], "quotes,agreements"),
        (["--only", "country,date,actor"], "actors,countries,dates"),
        (["--only", "agreements", "--only", "actors"], "actors,agreements"),
        (["--only", "actors,countries,dates,quotes,agreements"], None),
        ([], None),
    ],
)
def test_what_was_asked_for_is_recorded(only: list[str], recorded: str | None) -> None:
    (report,) = reports(pactscan("extract", "a.txt", "--json", *only).out)
    assert report["tool"]["options"] == ([["only", recorded]] if recorded else [])


@pytest.mark.parametrize(
    ("arguments", "recorded"),
    [
        (["--dates", "narrative"], [["dates", "narrative"]]),
        (["--dates", "auto"], []),
        (["--date-order", "DMY"], [["date-order", "DMY"]]),
        (["--date-order", "MDY", "--dates", "news", "--only", "dates"], [["date-order", "MDY"], ["dates", "news"], ["only", "dates"]]),
    ],
)
def test_how_dates_are_reckoned_is_recorded(arguments: list[str], recorded: list[list[str]]) -> None:
    (report,) = reports(pactscan("extract", "a.txt", "--json", *arguments).out)
    assert report["tool"]["options"] == recorded


def test_another_unit_of_offsets_is_recorded() -> None:
    (report,) = reports(pactscan("extract", "a.txt", "--json", "--offsets", "utf16", "--only", "dates").out)
    assert report["tool"]["options"] == [["offsets", "utf16"], ["only", "dates"]]


# --- into a file ------------------------------------------------------------------------------------------------------


def test_a_file_is_written_and_nothing_printed() -> None:
    ran = pactscan("extract", "a.txt", "--json", "-o", "out.json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert reports(Path("out.json").read_text(encoding="utf-8"))
    assert sorted(p.name for p in Path().iterdir()) == ["a.txt", "b.txt", "fault.txt", "out.json"]


def test_an_old_file_stays_when_nothing_came_out() -> None:
    Path("out.txt").write_text("old", encoding="utf-8")
    assert pactscan("extract", "nope.txt", "-o", "out.txt").code == 3
    assert Path("out.txt").read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in Path().iterdir()) == ["a.txt", "b.txt", "fault.txt", "out.txt"]


def test_what_came_out_is_written_though_some_failed() -> None:
    assert pactscan("extract", "nope.txt", "a.txt", "-o", "out.txt").code == 5
    assert Path("out.txt").read_text(encoding="utf-8").startswith("a.txt")


@pytest.mark.parametrize("output", ["a.txt", "./a.txt", "link.txt"])
def test_an_article_is_not_overwritten_by_its_report(output: str) -> None:
    Path("link.txt").symlink_to("a.txt")
    ran = pactscan("extract", "b.txt", "a.txt", "-o", output)
    assert ran.code == 2
    assert "overwritten" in one_line(ran)
    assert Path("a.txt").read_text(encoding="utf-8") == ARTICLE


# --- what fails -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nope.txt"], 3, "nope.txt: no such file"),
        (["."], 3, "folder"),
        (["binary.txt"], 3, "binary.txt: not text"),
        (["broken.txt"], 3, "broken.txt"),
        (["a.txt", "--max-bytes", "10"], 3, "--max-bytes"),
        (["a.txt", "--max-characters", "10"], 3, "--max-characters"),
        (["bad.jsonl"], 3, "bad.jsonl: line 1"),
        (["a.txt", "--date", "2024-02-30"], 2, "--date"),
        (["a.txt", "--date", "14 March 2024"], 2, "'14 March 2024' is no day"),
        (["a.txt", "--date", "20240314"], 2, "2024-03-14"),
        (["a.txt", "--date", "２０２４-03-14"], 2, "is no day"),
        (["a.txt", "--date", "today"], 2, "is no day"),
        (["a.txt", "--format", "xml"], 2, "'xml' is not one of"),
        (["a.txt", "--from", "pdf"], 2, "'pdf' is not one of"),
        (["a.txt", "--offsets", "utf32"], 2, "'utf32' is not one of"),
        (["a.txt", "--dates", "fiction"], 2, "'fiction' is not one of"),
        (["a.txt", "--date-order", "DYM"], 2, "'DYM' is not one of"),
        (["a.txt", "--color", "maybe"], 2, "'maybe' is not one of"),
        (["a.txt", "--only", "qotes"], 2, "did you mean quotes?"),
        (["a.txt", "--only", "everything"], 2, "'everything' is not one of actors"),
        (["a.txt", "--max-bytes", "0"], 2, "--max-bytes"),
        (["a.txt", "--max-bytes", "many"], 2, "--max-bytes"),
        (["a.txt", "--jsn"], 2, "--json"),
        (["a.txt", "--date"], 2, "--date"),
        (["-", "-"], 2, "only once"),
        (["a.txt", "--json", "--format", "jsonl"], 2, "choose one"),
        (["a.txt", "-o", "."], 6, "folder"),
        (["a.txt", "-o", "nowhere/out.txt"], 6, "nowhere/out.txt: No such file or directory"),
        (["fault.txt"], 70, "internal error: ZeroDivisionError: a fault of ours"),
    ],
)
def test_a_failure_is_one_line_and_a_code(arguments: list[str], code: int, words: str) -> None:
    Path("binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    Path("broken.txt").write_bytes("Tomás, Íñigo and Zoë".encode() + b" \xff\x81 " + "said so, señor".encode())
    Path("bad.jsonl").write_text("{oops\n", encoding="utf-8")
    ran = pactscan("extract", *arguments)
    assert ran.code == code
    assert ran.out == ""
    assert words in one_line(ran)
    assert "Value error" not in ran.err


def test_a_bad_article_does_not_stop_the_others() -> None:
    ran = pactscan("extract", "a.txt", "nope.txt", "fault.txt", "b.txt", "--format", "jsonl")
    assert ran.code == 5
    assert [r["article"]["id"] for r in reports(ran.out)] == ["a", "b"]
    said = ran.err.splitlines()
    assert [line.split(": ")[1] for line in said] == ["nope.txt", "fault.txt"]


def test_a_bad_line_is_named_by_its_number_and_the_others_go_on() -> None:
    stdin = b'{"id": "a", "text": "Chile signed."}\n{oops\n\n[1]\n{"id": "e", "text": "Peru signed."}\n'
    ran = pactscan("extract", "-", "--from", "jsonl", "--format", "jsonl", stdin=stdin)
    assert ran.code == 5
    assert [r["article"]["id"] for r in reports(ran.out)] == ["a", "e"]
    assert [m.group(1) for m in re.finditer(r"-: line (\d+): ", ran.err)] == ["2", "4"]


@pytest.mark.parametrize(
    ("arguments", "code"), [(["nope.txt", "no.txt"], 3), (["fault.txt", "fault.txt"], 70), (["nope.txt", "fault.txt"], 3)]
)
def test_when_all_failed_the_code_is_theirs(arguments: list[str], code: int) -> None:
    ran = pactscan("extract", *arguments, "--json")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 2


def test_the_traceback_comes_only_when_asked_for() -> None:
    ran = pactscan("extract", "fault.txt", "--debug")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert ran.err.splitlines()[-1] == "pactscan: internal error: ZeroDivisionError: a fault of ours (--debug shows where)"


def test_a_file_named_debug_asks_for_no_traceback() -> None:
    ran = pactscan("extract", "--", "--debug")
    assert "--debug: no such file" in one_line(ran)


def test_ctrl_c_is_quiet() -> None:
    Path("a.txt").write_text("INTERRUPT the work on these English words.", encoding="utf-8")
    assert pactscan("extract", "a.txt", "-o", "out.txt") == Ran(130, "", "")
    assert not Path("out.txt").exists()
    assert not list(Path().glob(".pactscan*"))


@pytest.mark.parametrize(
    "payload",
    [p for p in HARMFUL.values() if "\0" not in p and "/" not in p],
    ids=[n for n, p in HARMFUL.items() if "\0" not in p and "/" not in p],
)
def test_an_odd_name_is_shown_and_never_obeyed(payload: str) -> None:
    name = f"a{payload}b.txt"
    ran = pactscan("extract", name)
    assert ran.code == 3
    assert not set(one_line(ran).rstrip("\n")) & set(HARMFUL.values())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.err)
    Path(name).write_text(ARTICLE, encoding="utf-8")
    ran = pactscan("extract", name)
    assert ran.code == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out)
    (report,) = reports(pactscan("extract", name, "--json").out)
    assert report["article"]["source"] == name


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")) | records,
    st.sampled_from(["text", "html", "jsonl", None]),
)
def test_any_bytes_give_a_report_or_one_line_each(data: bytes, kind: str | None) -> None:
    ran = pactscan("extract", "-", "--format", "jsonl", *(["--from", kind] if kind else []), stdin=data)
    found, said = reports(ran.out), ran.err.splitlines()
    assert ran.code == (0 if not said else 5 if found else 3), ran.err
    assert all(line.startswith("pactscan: -: ") for line in said)


# --- at a terminal ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["extract"]])
def test_nothing_to_do_at_a_terminal_is_help(arguments: list[str]) -> None:
    ran = pactscan(*arguments, terminal=True)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: pactscan")


def test_waiting_for_typed_text_is_said() -> None:
    assert "Ctrl-D" in pactscan("extract", "-", terminal=True, stdin=ARTICLE.encode()).err
    assert pactscan("extract", "-", "--quiet", terminal=True, stdin=ARTICLE.encode()).err == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "terminal", "coloured"),
    [
        ([], {}, True, True),
        ([], {}, False, False),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"TERM": "dumb"}, True, False),
        ([], {"FORCE_COLOR": "1"}, False, True),
        (["--color", "always"], {"NO_COLOR": "1"}, False, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, True, False),
        (["-o", "out.txt"], {}, True, False),
        (["-o", "out.txt"], {"FORCE_COLOR": "1"}, True, False),
        (["-o", "out.txt", "--color", "always"], {}, False, True),
        (["--json", "--color", "always"], {}, True, False),
    ],
)
def test_colour(arguments: list[str], environment: dict[str, str], terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = pactscan("extract", "a.txt", *arguments, terminal=terminal)
    written = Path("out.txt").read_text(encoding="utf-8") if "-o" in arguments else ran.out
    assert ("\x1b[" in written) is coloured


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_the_page_is_as_wide_as_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    widest = max(map(len, pactscan("extract", "a.txt", "b.txt").out.splitlines()))
    assert widest == min(columns, 120)


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_several_articles_are_one_table(tmp_path: Path, form: str) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Nothing was signed.\n")
    ran = pactscan("extract", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", form, "-q")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("article") == 1


def test_raw_goes_with_csv() -> None:
    ran = pactscan("extract", "-", "--raw", stdin=b"x")
    assert ran.code == 2
    assert "'--raw': goes with --format csv" in ran.err.replace("--raw: ", "'--raw': ")
