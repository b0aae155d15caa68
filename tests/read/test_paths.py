import io
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pactscan.model import Article, Failure
from pactscan.read import ReadOptions, read_path

STORY = "Fiji and Tonga signed a fisheries pact on Monday, officials said.\n"


def read(path: Path | str, **told: object) -> list[Article | Failure]:
    return list(read_path(str(path), ReadOptions(**told)))  # type: ignore[arg-type]


def article(path: Path | str, **told: object) -> Article:
    (only,) = read(path, **told)
    assert isinstance(only, Article), only
    return only


def failure(path: Path | str, **told: object) -> Failure:
    (only,) = read(path, **told)
    assert isinstance(only, Failure)
    assert "\n" not in only.reason
    return only


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "pact.txt"
    path.write_bytes(STORY.encode())
    found = article(path)
    assert (found.text, found.source, found.encoding, found.carries_text) == (STORY, str(path), "utf-8", False)
    assert found.id == "pact"
    assert (found.published, found.published_from, found.notes) == (None, None, ())


def test_line_ends_and_typography_stay_as_they_are(tmp_path: Path) -> None:
    text = "“One”\r\n\r\n‘two’ – three\rfour\n  five  \n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert article(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("a.txt", "a"),
        ("a.TXT", "a"),
        ("2024.03.14 story.md", "2024.03.14 story"),
        ("no suffix", "no suffix"),
        ("v1.2", "v1.2"),
        ("-x.txt", "-x"),
        ("--help.txt", "--help"),
        (".hidden", ".hidden"),
        ("CON.txt", "CON"),
        ("new\nline.txt", "new\nline"),
        ("[red].txt", "[red]"),
        ("Ünïcode ☂.txt", "Ünïcode ☂"),
        ("\u202etxt.exe.txt", "\u202etxt.exe"),
        ("'; drop table.txt", "'; drop table"),
        ("x" * 200 + ".txt", "x" * 200),
        ("$(id).txt", "$(id)"),
        ("a.tar.txt", "a.tar"),
        ("café.txt", "café"),
    ],
)
def test_odd_names_are_read_and_make_the_id(tmp_path: Path, name: str, identity: str) -> None:
    (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert article(tmp_path / name, folder=str(tmp_path)).id == identity


def test_a_name_that_is_no_utf8_is_shown_by_its_codes(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY)
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    (path,) = tmp_path.iterdir()
    found = article(path, folder=str(tmp_path))
    assert found.id == r"caf\xe9"
    found.source.encode("utf-8")


def test_below_a_folder_source_and_id_are_relative(tmp_path: Path) -> None:
    (tmp_path / "2024" / "may").mkdir(parents=True)
    (tmp_path / "2024" / "may" / "a.txt").write_text(STORY)
    found = article(tmp_path / "2024" / "may" / "a.txt", folder=str(tmp_path))
    assert (found.id, found.source) == ("2024/may/a", "2024/may/a.txt")


def test_an_empty_file_is_an_article_with_a_note(tmp_path: Path) -> None:
    for data in (b"", b"\xef\xbb\xbf", b" \n\t\r\n "):
        (tmp_path / "a.txt").write_bytes(data)
        assert article(tmp_path / "a.txt").notes == ("the article is empty",)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    reasons = {
        "absent.txt": "no such file",
        "": "a folder, not an article; read a folder with 'pactscan batch'",
        "pipe.txt": "a pipe, not a file; give '-' to read standard input",
        "loop.txt": "cannot be opened: Too many levels of symbolic links",
        "dangling.txt": "no such file",
        "nul\0.txt": "no path: there is a NUL in it",
        "x" * 300 + ".txt": "cannot be opened: File name too long",
    }
    for name, reason in reasons.items():
        found = failure(f"{tmp_path}/{name}")
        assert (found.reason, found.code) == (reason, 3)
    assert failure("/dev/null").reason == "a device, not a file; give '-' to read standard input"


def test_a_socket_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        assert failure("s.txt").reason.startswith("a socket, not a file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_no_permission_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    assert failure(tmp_path / "a.txt").reason == "no permission to read it"


def test_too_large_and_too_long_name_the_limit_and_the_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a" * 3000)
    assert failure(path, max_bytes=2048).reason == "too large (3 kB > 2 kB; raise the limit with --max-bytes)"
    assert failure(path, max_bytes=10).code == 3
    assert failure(path, max_characters=2999).reason == "too long (3,000 characters > 2,999; raise the limit with --max-characters)"
    assert len(article(path, max_bytes=3000, max_characters=3000).text) == 3000


def test_thirty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(30 * 1024 * 1024)
    assert failure(tmp_path / "a.txt").reason == "too large (30 MB > 20 MB; raise the limit with --max-bytes)"


def test_a_link_to_a_file_that_the_user_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert article(tmp_path / "b.txt").id.endswith("b")


@contextmanager
def piped(data: bytes) -> Iterator[io.BufferedReader]:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as out:
        out.write(data)
    with os.fdopen(reader, "rb") as stream:
        yield stream


@pytest.mark.parametrize("data", [STORY.encode(), STORY.encode("utf-16"), b"\xef\xbb\xbf" + STORY.encode()])
def test_standard_input_is_a_dash(data: bytes) -> None:
    with piped(data) as stream:
        (found,) = read_path("-", stdin=stream)
    assert isinstance(found, Article)
    assert (found.text, found.id, found.source) == (STORY, "-", "-")


def test_standard_input_tells_its_format() -> None:
    with piped(b'{"id": "a", "text": "One."}\n{"text": "Two."}\n') as stream:
        found = list(read_path("-", stdin=stream))
    assert [a.id for a in found if isinstance(a, Article)] == ["a", "-:2"]
    with piped(b'{"agreement": "text in braces is no record"}') as stream:
        (whole,) = read_path("-", ReadOptions(input_format="text"), stdin=stream)
    assert isinstance(whole, Article)
    assert whole.text.startswith("{")


@pytest.mark.parametrize("data", [b'[{"text": "One."}]', b'{\n  "text": "One."\n}', b'[\n  {\n    "text": "One."\n  }\n]'])
def test_json_over_several_lines_is_told_what_to_do(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(data)
    assert failure(tmp_path / "a.json").reason == "JSON over several lines; give one record a line, as jq -c '.[]' prints an array's"


def test_a_record_on_one_line_may_be_called_json(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"id": "x", "text": "One."}\n')
    assert article(tmp_path / "a.json").id == "x"


def test_standard_input_has_limits_too() -> None:
    with piped(b"a" * 9000) as stream:
        (found,) = read_path("-", ReadOptions(max_bytes=8000), stdin=stream)
    assert found == Failure("-", "too large (over 8 kB; raise the limit with --max-bytes)")


def test_closed_standard_input_is_one_line() -> None:
    assert list(read_path("-", stdin=None)) == [Failure("-", "standard input is closed")]


def test_the_file_time_is_never_a_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    os.utime(tmp_path / "a.txt", (0, 0))
    assert article(tmp_path / "a.txt").published is None


def test_binary_under_a_text_name_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    (tmp_path / "b.txt").write_bytes(b"The pact\0")
    assert failure(tmp_path / "a.txt").reason == "not text: a PDF"
    assert failure(tmp_path / "b.txt").reason.startswith("not text (NUL at byte 8)")


@pytest.mark.parametrize("told", [{"published": "2024-02-30"}, {"published": "20240506"}, {"published": "today"}, {"input_format": "pdf"}])
def test_options_that_make_no_sense_are_refused_at_once(told: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"is a day|is one of"):
        ReadOptions(**told)  # type: ignore[arg-type]
