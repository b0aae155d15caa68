"""What a worker does with a chunk of pieces: read, scan, and give back JSON. Paths go in, reports come out; no Doc crosses."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pactscan import codec
from pactscan.batch.pieces import Piece
from pactscan.lexicon.own import read_lexicon
from pactscan.model import NOUNS, Article, Failure, Report
from pactscan.read import ReadOptions, read_path
from pactscan.read.files import printable, stem_of
from pactscan.read.lines import article_in_line
from pactscan.read.paths import below
from pactscan.render import structured
from pactscan.scanner import DATING, Dating
from pactscan.store import Entry
from pactscan.version import __version__

if TYPE_CHECKING:
    from pactscan.scanner import Scanner

LIBRARIES = ("spacy", "thinc", "dateparser", "trafilatura")
"""Libraries that decide what a report says; their versions are part of what made it."""


@dataclass(frozen=True, slots=True)
class Starter:
    """Makes a worker: picklable, called once in each process."""

    model: str
    allow_unverified: bool
    only: tuple[str, ...]
    """Nouns that are asked for; () for all."""
    read: ReadOptions
    with_text: bool
    dating: Dating = DATING
    lexicon: Path | None = None
    """A folder of word lists to read beside ours."""

    def made_by(self) -> str:
        """All that the reports hang on besides the articles: version and rules, model, libraries, options."""
        from pactscan.find.pipeline import identify

        info = identify(self.model, allow_unverified=self.allow_unverified)
        libraries = {name: _installed(name) for name in LIBRARIES}
        own = read_lexicon(self.lexicon).sha256 if self.lexicon is not None else None
        told = {**asdict(self.read), **self.dating._asdict(), "only": self.only, "with_text": self.with_text, "lexicon": own}
        model = {"name": info.name, "version": info.version, "sha256": info.sha256}
        made_by = {"pactscan": __version__, "rules": rules_digest(), "model": model, "libraries": libraries, "options": told}
        return json.dumps(made_by, sort_keys=True)

    def __call__(self) -> Worker:
        """The worker, with the model loaded."""
        from pactscan.scanner import Scanner

        warnings.simplefilter("ignore")  # of libraries; what matters is a note of the report
        scanner = Scanner(
            self.model, allow_unverified=self.allow_unverified, only=self.only or NOUNS, dating=self.dating, lexicon=self.lexicon
        )
        return Worker(scanner, self)


class Worker:
    """Turns a chunk of pieces into entries. The strings that a chunk brings into the model's vocabulary go with it."""

    def __init__(self, scanner: Scanner, starter: Starter) -> None:
        self._scanner, self._read, self._with_text = scanner, starter.read, starter.with_text

    def __call__(self, chunk: list[Piece]) -> Iterator[Entry]:
        """One entry for each piece, in order."""
        digests = [piece.digest(self._read.max_bytes) for piece in chunk]  # before reading: a change in between is seen next time
        read = [self._article(piece) for piece in chunk]
        with self._scanner.nlp.memory_zone():
            outcomes = self._scanner.outcomes(one for one in read if isinstance(one, Article))
            for piece, digest, one in zip(chunk, digests, read, strict=True):
                if isinstance(one, Failure):
                    yield Entry(piece.key, digest, failure=one)
                else:
                    yield self._entry(piece, digest, one, next(outcomes))

    def _article(self, piece: Piece) -> Article | Failure:
        options, source = replace(self._read, folder=piece.folder), printable(below(piece.path, piece.folder))
        if piece.trouble is not None:
            return Failure(source, piece.trouble)
        if piece.line is not None:
            return article_in_line(piece.line, piece.number, source, _stem(source, piece.folder), options)
        return next(iter(read_path(piece.path, options)), None) or Failure(piece.key, "holds no article")

    def _entry(self, piece: Piece, digest: str, article: Article, outcome: Report | Failure) -> Entry:
        if isinstance(outcome, Failure):
            return Entry(piece.key, digest, failure=outcome)
        plain = codec.to_dict(outcome, with_text=self._with_text, carries_text=article.carries_text)
        nouns = sum(len(plain[noun]) for noun in NOUNS)
        return Entry(piece.key, digest, structured.line(plain).rstrip("\n"), nouns=nouns, carries_text=article.carries_text)


def _stem(source: str, folder: str | None) -> str:
    """As the reader of a whole archive makes it: the path below the folder, or of a file given by itself its name."""
    stem = stem_of(source)
    return stem if folder is not None else Path(stem).name or stem


def rules_digest() -> str:
    """SHA-256 over the files of this package: rules and word lists as they are, released or not."""
    total = hashlib.sha256()
    root = Path(str(files("pactscan")))
    for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        total.update(f"{path.relative_to(root).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
