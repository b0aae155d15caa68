"""``pactscan --version``, and with ``--json`` all that fixes a result."""

from __future__ import annotations

import platform
from typing import Any

from pactscan.cli.emit import emitting
from pactscan.version import __version__


def print_version(*, as_json: bool) -> None:
    """One line; as JSON: tool, schema, Python, and the models with the digests that they must have."""
    with emitting(None) as emit:
        emit(_as_json() if as_json else f"pactscan {__version__}\n")


def _as_json() -> str:
    from pactscan.codec import SCHEMA_VERSION
    from pactscan.render import structured

    return structured.page(
        {
            "name": "pactscan",
            "version": __version__,
            "schema_version": SCHEMA_VERSION,
            "python": platform.python_version(),
            "models": _models(),
        }
    )


def _models() -> list[dict[str, Any]]:
    from pactscan.lexicon.models import known_models

    return [
        {
            "option": name,
            "name": m.model,
            "version": m.model_version,
            "sha256": m.sha256,
            "package": m.package,
            "installed": _installed(m.package),
        }
        for name, m in sorted(known_models().items())
    ]


def _installed(package: str) -> str | None:
    """The version of `package` that is installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None
