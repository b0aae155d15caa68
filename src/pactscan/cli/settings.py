"""What a newsroom sets once: options that stand in ``PACTSCAN_*`` variables, ``pactscan.toml``, or the user's own folder.

A flag goes before a variable, a variable before the file in the working folder, that before the user's file. Only options
that say how to work are taken, none that says what to write where: a script gets what its command line asks for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import typer

from pactscan.errors import PactscanError

NAMES = ("color", "date-order", "dates", "jobs", "lexicon", "max-bytes", "max-characters", "model", "quiet", "time-limit")
"""Options that may be set. No ``allow-unverified-model``: a folder that somebody sent must not switch a check off."""

FILE = "pactscan.toml"
PREFIX = "PACTSCAN_"
LARGEST = 1024 * 1024


class SettingsError(PactscanError):
    """A file of settings is damaged, or sets what there is not; the message names it."""

    exit_code = 2


class Setting(NamedTuple):
    """The value of an option, and where it was set."""

    name: str
    value: str | int | float | bool
    origin: str


def files() -> tuple[Path, Path]:
    """The user's file and the working folder's, whether or not they are there."""
    return Path(typer.get_app_dir("pactscan")) / FILE, Path(FILE)


def settings(environ: Mapping[str, str] = os.environ) -> dict[str, Setting]:
    """What is set, by name; SettingsError tells the first fault."""
    told = [*(setting for path in files() for setting in _in_file(path)), *_in_environment(environ)]
    return {setting.name: setting for setting in told}


def default_map(context: Any) -> dict[str, dict[str, Any]]:
    """Command → parameter → value, as the framework takes the defaults of commands; each value is checked as a flag's would be.

    `context` is the framework's, of the whole command line.
    """
    told = settings()
    commands: Mapping[str, Any] = getattr(context.command, "commands", {})
    return {name: dict(_defaults(context, command, told)) for name, command in commands.items()} if told else {}


def _defaults(context: Any, command: Any, told: Mapping[str, Setting]) -> Iterator[tuple[str, Any]]:
    for parameter in command.params:
        for setting in (told[name] for name in _names_of(parameter) if name in told):
            try:
                parameter.type_cast_value(context, setting.value)
            except Exception as error:
                message: Any = getattr(error, "message", error)
                raise SettingsError(f"{setting.origin}: {setting.name}: {' '.join(str(message).split()).rstrip('.')}") from None
            yield parameter.name, setting.value


def _names_of(parameter: Any) -> list[str]:
    return [option.removeprefix("--") for option in parameter.opts if option.startswith("--")]


def _in_file(path: Path) -> Iterator[Setting]:
    if not path.is_file():
        return
    for name, value in _parsed(path).items():
        if name not in NAMES:
            raise SettingsError(f"{path}: {name!r} cannot be set; what can is {', '.join(NAMES)}")
        if not isinstance(value, str | int | float | bool):
            raise SettingsError(f"{path}: {name} must be a string, a number, true or false")
        yield Setting(name, _from(path, name, value), str(path))


def _from(path: Path, name: str, value: str | float | bool) -> str | int | float | bool:
    """Paths in a file count from the folder that it lies in."""
    return str(path.parent / str(value)) if name == "lexicon" else value


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib  # a dear import, and most commands find no file

    try:
        with path.open("rb") as file:
            return tomllib.loads(file.read(LARGEST).decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None


def _in_environment(environ: Mapping[str, str]) -> Iterator[Setting]:
    for name in NAMES:
        variable = PREFIX + name.upper().replace("-", "_")
        if environ.get(variable):
            yield Setting(name, environ[variable], variable)
