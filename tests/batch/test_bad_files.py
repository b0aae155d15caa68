"""Forty kinds of bad file in a folder: each is one line in the summary or an empty report, the good ones are all there, nothing hangs."""

from __future__ import annotations

import gzip
import json
import os
import socket
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.batch.running import command
from tests.batch.variations import text_of

GOOD = text_of(3).encode()
MB = 1024 * 1024


class Case(NamedTuple):
    """What stands in the folder under that name, and what the summary says of it; None when it is an article like others."""

    name: str | bytes
    make: Callable[[Path], object]
    said: str | None


def data(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


def folder(path: Path) -> None:
    path.mkdir()
    (path / "inside.txt").write_bytes(GOOD)


def line(**record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


BOMB = gzip.compress(b"peace " * (60 * MB // 6))
CASES = [
    # nothing that could be an article
    Case("nul.txt", data(b"\0" * 100), "not text"),
    Case("binary.txt", data(bytes(range(256)) * 20), "not text"),
    Case("zip.txt", data(b"PK\x03\x04" + b"\0" * 60), "not text"),
    Case("pdf.txt", data(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), "not text"),
    Case("picture.txt", data(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "not text"),
    Case("program.txt", data(b"\x7fELF\x02\x01\x01" + b"\0" * 60), "not text"),
    Case("half utf-8.txt", data("Oslo — ".encode() * 40 + b"\xe2\x80" + b" more \xc3\xa9"), "half utf-8.txt"),
    Case("utf-16 without mark.txt", data(GOOD.decode().encode("utf-16-le")), "not text"),
    Case("large.txt", data(b"peace " * (30 * MB // 6)), "too large (30 MB > 20 MB"),
    Case("long.txt", data(b"peace " * (2 * MB // 6)), "too long"),
    Case("large.html", data(b"<p>peace</p>\n" * (21 * MB // 13)), "too large"),
    # archives
    Case("broken.jsonl", data(b"{broken\n"), "line 1: not JSON"),
    Case("array.jsonl", data(b"[1, 2]\n"), "line 1: not a JSON object"),
    Case("no text.jsonl", data(line(id="a", title="b")), 'line 1: no "text"'),
    Case("text a number.jsonl", data(line(id="a", text=7)), 'line 1: "text" is not a string'),
    Case("id a list.jsonl", data(line(id=[1], text="x")), 'line 1: "id" is neither'),
    Case("surrogate.jsonl", data(b'{"text": "a \\ud800 b"}\n'), "line 1: half of a surrogate pair"),
    Case("deep.jsonl", data(b"[" * 100_000 + b"\n"), "line 1: not JSON"),
    Case("long number.jsonl", data(b'{"text": ' + b"9" * 10_000 + b"}\n"), "line 1: not JSON"),
    Case("long line.jsonl", data(b'{"text": "' + b"x" * 21 * MB + b'"}\n'), "line 1: too large"),
    Case("wide.jsonl", data('{"text": "x"}\n'.encode("utf-16")), "UTF-16"),
    # packed
    Case("cut.txt.gz", data(gzip.compress(GOOD)[:-20]), "damaged gzip"),
    Case("no gzip.txt.gz", data(GOOD), "damaged gzip"),
    Case("bad sum.txt.gz", data(gzip.compress(GOOD)[:-8] + b"\0" * 8), "damaged gzip"),
    Case("bomb.txt.gz", data(BOMB), "too large"),
    Case("bomb.jsonl.gz", data(BOMB), "line 1: too large"),
    Case("deflate.txt.gz", data(zlib.compress(GOOD)), "damaged gzip"),
    # no files
    Case("pipe.txt", os.mkfifo, "a pipe"),
    Case("socket.txt", listening, "a socket"),
    Case("loop.txt", lambda path: path.symlink_to(path), "a link, which a batch does not follow"),
    Case("loop", lambda path: path.symlink_to("."), "a link, which a batch does not follow"),
    Case("dangling.txt", lambda path: path.symlink_to("nowhere"), "a link, which a batch does not follow"),
    Case("outside.txt", lambda path: path.symlink_to("/etc/hostname"), "a link, which a batch does not follow"),
    # odd names of good articles
    Case("new\nline.txt", data(GOOD), None),
    Case("-x.txt", data(GOOD), None),
    Case("--help.txt", data(GOOD), None),
    Case('it\'s "quoted" `and` $HOME.txt', data(GOOD), None),
    Case(b"no utf-8 \xff\xfe.txt", data(GOOD), None),
    Case("l" * 240 + ".txt", data(GOOD), None),
    Case("[red]markup[reset] [link=example.org].txt", data(GOOD), None),
    Case("\x1b[31mred\x1b]0;title\x07.txt", data(GOOD), None),
    Case("right\u202eleft.txt", data(GOOD), None),
    Case("*?.txt", data(GOOD), None),
    Case("UPPER.TXT", data(GOOD), None),
    Case("con.txt", data(GOOD), None),
    # good in other ways
    Case("empty.txt", data(b""), None),
    Case("space.txt", data(b" \n\t\n"), None),
    Case("mark.txt", data(b"\xef\xbb\xbf" + GOOD), None),
    Case("utf-16.txt", data(GOOD.decode().encode("utf-16")), None),
    Case("cp1252.txt", data("“Peace,” said Müller — at last. It was signed in Oslo.".encode("cp1252")), None),
    Case("folder.txt", folder, None),
    Case("one line.txt", data(b"word " * 20_000), None),
    Case("marks.txt", data(b'"' * 3_000), None),
    Case("good.jsonl", data(line(id="one", text=GOOD.decode()) + b"\n\n" + line(id="two", text="x")), None),
    Case("empty.jsonl", data(b""), None),
    Case("empty.txt.gz", data(gzip.compress(b"")), None),
    Case("good.txt.gz", data(gzip.compress(GOOD)), None),
]
NO_LINES = {"empty.jsonl"}
BAD = [case for case in CASES if case.said]
FAILED = [case for case in BAD if "link" not in (case.said or "")]


class Ran(NamedTuple):
    """The summary, and the sources of the reports."""

    said: list[str]
    sources: list[str]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    desk = tmp_path_factory.mktemp("desk")
    (desk / "news").mkdir()
    cwd = Path.cwd()
    os.chdir(desk / "news")  # the path of a socket may not be long
    try:
        for case in CASES:
            case.make(Path(os.fsdecode(case.name)))
    finally:
        os.chdir(cwd)
    run = subprocess.run(command("news", "-o", "out.jsonl", "--jobs", "2"), cwd=desk, capture_output=True, check=False, timeout=300)
    assert run.returncode == 5, run.stderr
    assert b"\x1b" not in run.stderr
    sources = [json.loads(report)["article"]["source"] for report in (desk / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    return Ran(run.stderr.decode("utf-8").splitlines(), sources)


def test_there_are_forty_kinds() -> None:
    assert len(BAD) >= 30
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", BAD, ids=lambda case: repr(case.name))
def test_a_bad_file_is_one_line(ran: Ran, case: Case) -> None:
    lines = [said for said in ran.said if f": {os.fsdecode(case.name)}: " in said]
    assert len(lines) == 1
    assert case.said
    assert case.said in lines[0]


def test_every_good_file_is_there_once(ran: Ran) -> None:
    inside = {"folder.txt": ["folder.txt/inside.txt"], "good.jsonl": ["good.jsonl", "good.jsonl"], "empty.jsonl": []}
    names = [
        os.fsdecode(case.name).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") for case in CASES if not case.said
    ]
    expected = [source for name in names for source in inside.get(name, [name])]
    assert sorted(ran.sources) == sorted(expected)


def test_the_counts_add_up(ran: Ran) -> None:
    assert f"failed {len(FAILED)}" in ran.said[0]
    assert sum(line.startswith("  passed over: ") for line in ran.said) == len(BAD) - len(FAILED)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused_at_once(tmp_path: Path) -> None:
    run = subprocess.run(command("/dev/zero", "-o", "out.jsonl"), cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 3
    assert "/dev/zero: a device, not a file" in run.stderr


def test_what_may_not_be_read_is_one_line(tmp_path: Path) -> None:
    news = tmp_path / "news"
    (news / "locked").mkdir(parents=True)
    (news / "a.txt").write_bytes(GOOD)
    (news / "mine.txt").write_bytes(GOOD)
    (news / "mine.txt").chmod(0)
    (news / "locked").chmod(0)
    typed = command("news", "-o", "out.jsonl", "--jobs", "1")
    if os.geteuid() == 0:  # who may read everything gives that up
        for path in (tmp_path, *tmp_path.parents):
            if path.stat().st_uid == 0 and not path.stat().st_mode & 0o001 and "pytest" in str(path):
                path.chmod(path.stat().st_mode | 0o055)
        tmp_path.chmod(0o777)
        typed = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search", *typed]
    run = subprocess.run(typed, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    (news / "locked").chmod(0o755)
    assert run.returncode == 5, run.stderr
    assert sum("mine.txt: no permission to read it" in said for said in run.stderr.splitlines()) == 1
    assert sum("locked: a folder that cannot be read" in said for said in run.stderr.splitlines()) == 1
