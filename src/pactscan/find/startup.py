"""spaCy, imported without what only its own command line needs.

``import spacy`` takes along its command line, and with it web libraries (requests, httpx, a project manager) that cost a
third of the import and that nothing here uses. For the releases that this was tested with, a placeholder stands in for
``spacy.cli`` while spaCy is imported, and is taken away after; for any other release spaCy is imported as it is.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from types import ModuleType
from typing import Any

TESTED = "3.8."
_PLACEHOLDERS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> Any:
    """The module spacy."""
    if "spacy" in sys.modules or not version("spacy").startswith(TESTED):
        return importlib.import_module("spacy")
    with unhurried_collector(), _placeholders():
        return importlib.import_module("spacy")


@contextmanager
def unhurried_collector() -> Iterator[None]:
    """No garbage collection meanwhile: importing and loading make many objects that all stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _placeholders() -> Iterator[None]:
    package, module = (ModuleType(name) for name in _PLACEHOLDERS)
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    package.info = module  # type: ignore[attr-defined]
    sys.modules.update(zip(_PLACEHOLDERS, (package, module), strict=True))
    try:
        yield
    finally:
        for name in _PLACEHOLDERS:
            sys.modules.pop(name, None)
        vars(sys.modules["spacy"]).pop("cli", None)


def _info(*args: Any, **kwargs: Any) -> Any:
    """``spacy.info``, should anybody call it: the real one."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)
