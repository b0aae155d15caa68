"""What a worker does with a chunk of pieces: read, scan, and give back JSON. Paths go in, reports come out; no Doc crosses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pactscan import codec
from pactscan.batch.pieces import Piece
from pactscan.model import Article, Failure
from pactscan.read import ReadOptions, read_path
from pactscan.read.files import stem_of
from pactscan.read.lines import article_in_line
from pactscan.render import structured
from pactscan.store import Entry
from pactscan.version import __version__

if TYPE_CHECKING:
    from pactscan.scanner import Scanner


@dataclass(frozen=True, slots=True)
class Starter:
    """Makes a worker: picklable, called once in each process."""

    model: str
    allow_unverified: bool
    only: tuple[str, ...]
    read: ReadOptions
    with_text: bool

    def made_by(self) -> str:
        """All that the reports hang on besides the articles: version and rules, model, options."""
        from pactscan.find.pipeline import identify

        info = identify(self.model, allow_unverified=self.allow_unverified)
        options = [*self.only, self.read.published, str(self.with_text)]
        return json.dumps(["pactscan", __version__, rules_digest(), info.name, info.version, info.sha256, *options])

    def __call__(self) -> Worker:
        """The worker, with the model loaded."""
        from pactscan.scanner import Scanner

        return Worker(Scanner(self.model, allow_unverified=self.allow_unverified, only=self.only), self.read, self.with_text)


class Worker:
    """Turns a chunk of pieces into entries. The strings that a chunk brings into the model's vocabulary go with it."""

    def __init__(self, scanner: Scanner, options: ReadOptions, with_text: bool) -> None:
        self._scanner, self._options, self._with_text = scanner, options, with_text

    def __call__(self, chunk: list[Piece]) -> Iterator[Entry]:
        """One entry for each piece, in order."""
        read = [(piece, self._read(piece)) for piece in chunk]
        with self._scanner.nlp.memory_zone():
            reports = self._scanner.scan_all(one for _, one in read if isinstance(one, Article))
            for piece, one in read:
                if isinstance(one, Failure):
                    yield Entry(piece.key, piece.digest(), failure=one)
                else:
                    plain = codec.to_dict(next(reports), with_text=self._with_text, carries_text=one.carries_text)
                    yield Entry(piece.key, piece.digest(), report=structured.line(plain).rstrip("\n"))

    def _read(self, piece: Piece) -> Article | Failure:
        options = replace(self._options, folder=piece.folder)
        if piece.line is not None:
            source = piece.key.rpartition(":")[0]
            return article_in_line(piece.line, piece.number, source, stem_of(source), options)
        found = list(read_path(piece.path, options))
        return found[0] if found else Failure(piece.key, "holds no article")


def rules_digest() -> str:
    """SHA-256 over the files of this package: rules and word lists as they are, released or not."""
    total = hashlib.sha256()
    root = Path(str(files("pactscan")))
    for path in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        total.update(f"{path.relative_to(root).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
