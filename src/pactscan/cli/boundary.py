"""Where every error ends: as one line on stderr and an exit code that scripts can rely on.

0 done · 1 diff: the articles differ · 2 usage · 3 input · 4 model · 5 some of many failed · 6 output · 70 a fault of
pactscan itself · 130 interrupted · 141 nobody reads the output any more · 143 told to end
"""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from pactscan.cli import signals
from pactscan.cli.signals import obey
from pactscan.cli.talk import say
from pactscan.errors import OutputError, PactscanError

USAGE = 2
FAULT = 70
INTERRUPTED = 130
BROKEN_PIPE = 141
UNSET = frozenset({"-h", "--help", "--version", "doctor"})
"""With these, settings are not read: help is there, and the doctor comes, whatever they say."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Finished(Exception):
    """A command that ended with another exit code than 0, and has said why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments`; the exit code."""
    debug = _asks_for_tracebacks(arguments)
    if not debug:
        warnings.simplefilter("ignore")
    return guarded(lambda: _invoke(list(arguments)), debug=debug)


def guarded(action: Callable[[], int], *, debug: bool = False) -> int:
    """The exit code of `action`, or of the error that it ends in."""
    try:
        code = action()
        obey()
        _flush()
    except Finished as finished:
        return finished.code
    except BrokenPipeError:
        _let_go_of_stdout()
        return BROKEN_PIPE
    except KeyboardInterrupt as interrupt:
        return getattr(interrupt, "exit_code", INTERRUPTED)
    except Exception as error:
        return signals.exit_code() or _end_of(error, debug=debug)
    return code


def _invoke(arguments: list[str]) -> int:
    from pactscan.cli.app import command
    from pactscan.cli.settings import default_map

    if "_PACTSCAN_COMPLETE" in os.environ:
        command()(arguments, prog_name="pactscan")
    unset = bool(UNSET & set(arguments))
    with command().make_context("pactscan", arguments, obj=tuple(arguments)) as context:  # takes them off the list
        if not unset:
            context.default_map = default_map(context)
        command().invoke(context)
    return 0


def _end_of(error: Exception, *, debug: bool) -> int:
    """The framework's own ways to end are told by their shape: they have other names from release to release."""
    if isinstance(error, PactscanError):
        return _told(str(error), error.exit_code, debug=debug)
    code: Any = getattr(error, "exit_code", None)
    message: Any = getattr(error, "format_message", None)
    if isinstance(code, int) and message is None:
        return code
    if isinstance(code, int):
        return _told(f"{_sentence(message())}{_hint(error)}", USAGE, debug=False)
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    if isinstance(error, OSError) and error.errno in NO_ROOM:  # of the framework's own printing; ours says so itself
        return _told(f"cannot write standard output: {error.strerror}", OutputError.exit_code, debug=debug)
    return _told(f"internal error: {type(error).__name__}: {error} (--debug shows where)", FAULT, debug=debug)


def _sentence(message: str) -> str:
    """Put the framework's message on one line, without the words of the library that checks its types."""
    return " ".join(message.replace("Value error, ", "").split()).rstrip(".")


def _hint(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return f" (see {context.command_path} --help)" if context else ""


def _told(message: str, code: int, *, debug: bool) -> int:
    if debug:
        import traceback

        say(traceback.format_exc(), lines=True)
    say(f"pactscan: {message}")
    return code


def _asks_for_tracebacks(arguments: Sequence[str]) -> bool:
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--debug" in options


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_go_of_stdout() -> None:
    """The interpreter flushes stdout once more when it ends, and would complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
