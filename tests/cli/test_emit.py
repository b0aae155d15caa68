from __future__ import annotations

import errno
import io
import os
import stat
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from pactscan.cli import emit as emit_module
from pactscan.cli.emit import emitting
from pactscan.errors import OutputError
from tests.cli.running import Stream

PIECES = ("first\n", "second “Tomás” 日本\n", "third\n")
FULL = OSError(errno.ENOSPC, "No space left on device")


class FailingStream(io.BytesIO):
    """A stream whose calls of one kind fail, from the `after`-th on."""

    def __init__(self, failing: str, error: OSError, after: int = 0) -> None:
        super().__init__()
        self.failing, self.error, self.left = failing, error, after

    def _fail(self, call: str) -> None:
        if call == self.failing:
            if self.left == 0:
                raise self.error
            self.left -= 1

    def write(self, data: Any) -> int:
        self._fail("write")
        return super().write(data)

    def flush(self) -> None:
        self._fail("flush")


class StdoutOf:
    """Stands in for sys.stdout."""

    closed = False

    def __init__(self, buffer: IO[bytes]) -> None:
        self.buffer = buffer


def write(path: Path | None) -> None:
    with emitting(path) as emit:
        for piece in PIECES:
            emit(piece)


def write_half(path: Path, error: BaseException) -> None:
    with emitting(path) as emit:
        emit("half")
        raise error


def test_stdout_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = Stream()
    monkeypatch.setattr(sys, "stdout", stdout)
    write(None)
    assert stdout.written == "".join(PIECES)


@pytest.mark.parametrize("stdout", [None, "closed"])
def test_a_closed_stdout_is_an_output_error(stdout: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream() if stdout else None
    if stream:
        stream.close()
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(OutputError, match="standard output is closed"):
        write(None)


@pytest.mark.parametrize("failing", ["write", "flush"])
@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG, errno.EBADF])
def test_a_stdout_that_takes_no_more_is_an_output_error(failing: str, after: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", StdoutOf(FailingStream(failing, OSError(code, os.strerror(code)), after)))
    with pytest.raises(OutputError, match=f"cannot write standard output: {os.strerror(code)}") as caught:
        write(None)
    assert caught.value.exit_code == 6


def test_a_broken_pipe_is_no_output_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", StdoutOf(FailingStream("write", BrokenPipeError(errno.EPIPE, "Broken pipe"))))
    with pytest.raises(BrokenPipeError):
        write(None)


def test_a_stream_that_takes_a_piece_at_a_time_gets_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(bytes(data)[:3])

    stdout = StdoutOf(Slow())
    monkeypatch.setattr(sys, "stdout", stdout)
    write(None)
    assert isinstance(stdout.buffer, io.BytesIO)
    assert stdout.buffer.getvalue().decode() == "".join(PIECES)


# --- files --------------------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write(tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "".join(PIECES)
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_nobody_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with emitting(path) as emit:
        emit("new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("old", ["old", None])
@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt(), OSError(errno.EIO, "read error")])
def test_what_goes_wrong_leaves_everything_as_it_was(error: BaseException, old: str | None, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    if old is not None:
        path.write_text(old, encoding="utf-8")
    with pytest.raises(type(error)):
        write_half(path, error)
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == ({} if old is None else {"out.txt": old})


@pytest.mark.parametrize("call", ["write", "fsync", "fchmod", "replace", "open"])
def test_a_full_disk_at_any_step_leaves_the_old_file(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object, **__: object) -> Any:
        raise FULL

    targets = {
        "write": (emit_module, "_write_all"),
        "fsync": (os, "fsync"),
        "fchmod": (os, "fchmod"),
        "replace": (Path, "replace"),
        "open": (Path, "open"),
    }
    with monkeypatch.context() as patched:
        patched.setattr(*targets[call], fail)
        with pytest.raises(OutputError, match=r"cannot write .*out\.txt: No space left on device"):
            write(path)
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"out.txt": "old"}


def test_a_new_file_is_as_open_as_the_user_has_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "out.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o604)
    write(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.txt").symlink_to("real/out.txt")
    write(tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "out.txt").read_text(encoding="utf-8") == "".join(PIECES)


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write(Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write(tmp_path / "pipe")
    assert os.read(reader, 1000).decode() == "".join(PIECES)
    os.close(reader)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_device_is_an_output_error() -> None:
    with pytest.raises(OutputError, match="cannot write /dev/full: No space left on device"):
        write(Path("/dev/full"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere/out.txt", "No such file"),
        (".", "it is a folder"),
        ("a" * 300, "too long"),
        ("file/out", "Not a directory"),
        ("a\0b", "null"),
    ],
)
def test_a_place_that_takes_no_file_is_an_output_error(name: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match=why):
        write(tmp_path / name)
