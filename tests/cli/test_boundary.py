from __future__ import annotations

import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import pytest

from pactscan import errors
from pactscan.cli import boundary, signals
from pactscan.cli.boundary import Finished, guarded
from pactscan.cli.emit import emitting
from pactscan.cli.signals import Ended
from pactscan.cli.talk import say
from tests.cli.running import Ran, Stream, pactscan
from tests.render.payloads import HARMFUL


def failing(error: BaseException, *, debug: bool = False) -> Ran:
    """How an action ends that raises `error`."""

    def action() -> NoReturn:
        raise error

    out, err = Stream(), Stream()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        code = guarded(action, debug=debug)
    return Ran(code, out.written, err.written)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InputError("a.txt: no such file"), 3),
        (errors.ModelError("model sm is not installed"), 4),
        (errors.OutputError("cannot write out.txt"), 6),
        (errors.LexiconError("titles.csv, line 3: two fields"), 2),
        (errors.PactscanError("something else"), 70),
    ],
)
def test_an_error_of_ours_is_one_line_and_its_code(error: errors.PactscanError, code: int) -> None:
    assert failing(error) == Ran(code, "", f"pactscan: {error}\n")


@pytest.mark.parametrize(
    "error",
    [ValueError("odd\nvalue"), MemoryError(), RecursionError("too deep"), KeyError("x"), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no")],
)
def test_a_fault_is_one_line_and_70(error: Exception) -> None:
    ran = failing(error)
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith(f"pactscan: internal error: {type(error).__name__}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("error", [ValueError("odd"), errors.InputError("a.txt: no such file")])
def test_with_debug_the_traceback_comes_first(error: Exception) -> None:
    said = failing(error, debug=True).err.splitlines()
    assert said[0] == "Traceback (most recent call last):"
    assert said[-1].startswith("pactscan: ")


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (Ended(15), 143), (Ended(1), 129), (Finished(5), 5), (BrokenPipeError(), 141)]
)
def test_some_ends_are_quiet(error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundary, "_let_go_of_stdout", lambda: None)
    assert failing(error) == Ran(code, "", "")


def test_a_signal_that_a_library_swallowed_still_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "_told", [])
    path = tmp_path / "out.txt"

    def action() -> int:
        with suppress(BaseException):
            signals._end(15, None)
        with emitting(path) as emit:
            emit("words")
        return 0

    assert guarded(action) == 143
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("error", [KeyError("spacy"), errors.ModelError("no model"), ImportError("half of it")])
def test_what_a_library_makes_of_a_signal_is_still_the_signal(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "_told", [2])
    assert failing(error) == Ran(130, "", "")


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_an_error_shows_what_a_terminal_would_obey(payload: str) -> None:
    for debug in (False, True):
        ran = failing(errors.InputError(f"a{payload}b: no such file"), debug=debug)
        assert all(c == "\n" or " " <= c < "\x7f" or c > "\x9f" for c in ran.err)
        assert not set(payload) & set(ran.err) - set(map(chr, range(0x20, 0x7F))) - {"\n"}


@pytest.mark.parametrize("stderr", ["closed", "none", "broken"])
def test_talk_never_fails(stderr: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Stream):
        @property
        def buffer(self) -> NoReturn:
            raise BrokenPipeError

    stream = {"closed": Stream(), "none": None, "broken": Broken()}[stderr]
    if stderr == "closed" and stream:
        stream.close()
    monkeypatch.setattr(sys, "stderr", stream)
    say("words")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extrct"], "Did you mean 'extract'"),
        (["extract", "--formt", "json"], "--format"),
        (["--json"], "goes with --version"),
        (["--json", "schema"], "goes with --version"),
        (["schema", "reprt"], "'reprt' is not one of"),
        (["--nope"], "--nope"),
    ],
)
def test_a_slip_is_one_line_with_a_hint(arguments: list[str], words: str) -> None:
    ran = pactscan(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.startswith("pactscan: ")
    assert "--help)" in ran.err
    assert ran.err.count("\n") == 1


def test_warnings_of_libraries_are_not_for_users(monkeypatch: pytest.MonkeyPatch) -> None:
    def warn(_: object) -> int:
        warnings.warn("for developers", DeprecationWarning, stacklevel=1)
        return 0

    with warnings.catch_warnings():
        monkeypatch.setattr(boundary, "_invoke", warn)
        assert pactscan("extract") == Ran(0, "", "")
