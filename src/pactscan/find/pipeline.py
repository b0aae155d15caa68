"""The language model: found by its short name, checked by its digest, loaded for speed, never downloaded."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pactscan.errors import ModelError
from pactscan.find.startup import import_spacy, unhurried_collector
from pactscan.lexicon.models import KnownModel, known_models
from pactscan.model import ModelInfo

if TYPE_CHECKING:
    from spacy.language import Language

GEMM = "numpy"
"""Matrix multiplication by numpy (OpenBLAS, one thread): 1.36 times the words per CPU second of thinc's own, and always
the same one, so that the last bit of a score does not hang on a timing."""

UNREAD_COMPONENTS = ["lemmatizer", "senter"]
"""Components of the English models that nothing here reads."""

MAX_CHARACTERS = 100_000_000
"""Length is limited where articles are read, with a message that says so; here only against a runaway."""


def load(name: str, *, allow_unverified: bool = False) -> tuple[Language, ModelInfo]:
    """The pipeline called `name` (sm, md, or with `allow_unverified` any installed one), and what it is.

    Raises ModelError when it is not installed, or not the one whose digest is kept here.
    """
    known = known_models().get(name)
    if known:
        return _load_known(known)
    if not allow_unverified:
        names = ", ".join(sorted(known_models()))
        raise ModelError(f"model {name!r} is not one of {names}; for another installed spaCy pipeline add --allow-unverified-model")
    return _load_any(name)


def identify(name: str, *, allow_unverified: bool = False) -> ModelInfo:
    """What `load` would load, checked the same way; quick for the known models, which are not opened for it."""
    known = known_models().get(name)
    if known:
        return ModelInfo(known.model, known.model_version, _checked(known)[1])
    return load(name, allow_unverified=allow_unverified)[1]


def folder_of(name: str) -> Path:
    """Where the files of the known model `name` lie, checked."""
    return _checked(known_models()[name])[0]


def _load_known(known: KnownModel) -> tuple[Language, ModelInfo]:
    folder, digest = _checked(known)
    return _open(folder), ModelInfo(known.model, known.model_version, digest)


def _checked(known: KnownModel) -> tuple[Path, str]:
    folder = _folder_of(known)
    digest = digest_of(folder)
    if digest != known.sha256:
        raise ModelError(
            f"model {known.name}: the files in {folder} are not those of {known.package}=={known.version}; reinstall with: {known.pip_line}"
        )
    return folder, digest


def _folder_of(known: KnownModel) -> Path:
    try:
        installed = distribution(known.package).version
    except PackageNotFoundError:
        installed = None
    spec = find_spec(known.module)
    if spec is None or spec.origin is None or installed is None:
        raise ModelError(f"model {known.name} is not installed; install it with: {known.pip_line}")
    folder = Path(spec.origin).parent / known.folder
    if installed != known.version or not folder.is_dir():
        raise ModelError(f"model {known.name} is {known.package} {installed}, not {known.version}; install it with: {known.pip_line}")
    return folder


def digest_of(folder: Path) -> str:
    """SHA-256 over the model's files: relative path and SHA-256 of each, in order of path."""
    total = hashlib.sha256()
    files = [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    for path in sorted(files, key=lambda p: p.relative_to(folder).as_posix()):
        total.update(f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _load_any(name: str) -> tuple[Language, ModelInfo]:
    try:
        nlp = _open(name)
    except OSError:
        raise ModelError(f"model {name!r} is not an installed spaCy pipeline; install it first, for example with pip") from None
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        raise ModelError(f"model {name!r} has no parser or no entity recogniser; pactscan needs both")
    return nlp, ModelInfo(str(nlp.meta.get("name", name)), str(nlp.meta.get("version", "")), digest_of(Path(str(nlp.path))), verified=False)


def _open(source: Path | str) -> Language:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    spacy = import_spacy()
    from thinc.api import NumpyOps, set_current_ops

    from pactscan.find import components

    set_current_ops(NumpyOps(use_blis=False))
    with unhurried_collector():
        nlp: Language = spacy.load(source, exclude=UNREAD_COMPONENTS, config=components.EMPTY_TOKENIZER)
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe(components.PARAGRAPHS, before="parser")
    return nlp
