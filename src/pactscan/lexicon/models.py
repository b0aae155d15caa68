"""The language models that pactscan knows, by short name, with the digest that each must have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pactscan.lexicon.files import read_toml


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A pinned model package. `sha256` is over the files of `folder` inside `module` (see `find.pipeline.digest_of`)."""

    name: str
    package: str
    version: str
    module: str
    folder: str
    model: str
    model_version: str
    sha256: str
    pip_line: str


@cache
def known_models() -> dict[str, KnownModel]:
    """Short name → model."""
    return {name: KnownModel(name=name, **row) for name, row in read_toml("models.toml").items()}
