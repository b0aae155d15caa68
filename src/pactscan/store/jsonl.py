"""Reports as JSONL, one a line in the order of the input, with a journal beside it (see `journal`).

A line is on disk before the journal vouches for it, so whatever a kill leaves behind, the output is cut to what the journal
vouches for, and what the journal says of a line is checked against its digest before the line is kept.

New lines are added to the output as long as they come behind all that it holds. When an article changed, went, or came in
between, its line goes into a file aside; at the end of the input the output is put together anew and replaces the old one in
one step. Until then the old output stays as it was, and nothing that was done is lost when the run is stopped.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pactscan.errors import OutputError
from pactscan.store.journal import Journal, Line
from pactscan.store.sink import Entry, Kept, naming


class JsonlSink:
    """See the module. `made_by` fixes what the reports hang on; reports made by anything else are not kept."""

    def __init__(self, output: Path, made_by: str, *, fresh: bool = False, ordered: bool = True) -> None:
        self._output, self._ordered = output, ordered
        with naming(output, sqlite3.Error):
            _refuse_what_is_not_ours(output, fresh=fresh)
            self._journal = Journal(_beside(output, "journal"), made_by)
            _end_replacing(output, self._journal)
            self._main = _Tail(output, None if fresh or self._journal.new else self._journal.state("length"))
            self._aside = _Tail(_beside(output, "aside"), 0 if fresh else self._journal.state("aside"))
            if fresh:
                self._journal.forget_all()
            self.redone = self._journal.holds_others()
        self._place = -1 if self._main.damaged or (fresh and self._main.length) else 0
        """How far the output is what this run would write; -1 once it has to be put together anew."""
        self.commit()

    def known(self, key: str) -> str | None:
        """See `Sink.known`."""
        with naming(self._output, sqlite3.Error):
            line = self._journal.find(key)
            if line is None or (line.failure is None and not self._as_written(line)):
                return None
            return line.digest

    def keep(self, key: str) -> Kept:
        """See `Sink.keep`."""
        with naming(self._output, sqlite3.Error):
            line = self._journal.find(key)
            if line is None:
                raise KeyError(key)
            self._journal.take_turn(key)
            if line.length:
                in_place = not line.aside and (line.start == self._place or not self._ordered)
                self._place = self._place + line.length if in_place and self._place >= 0 else -1
        return Kept(line.nouns, line.failure)

    def write(self, entry: Entry) -> None:
        """See `Sink.write`."""
        data = b"" if entry.report is None else entry.report.encode("utf-8") + b"\n"
        with naming(self._output, sqlite3.Error):
            at_end = not self._journal.holds(entry.key) if not self._ordered else self._place == self._main.length
            in_place = self._place >= 0 and at_end
            tail = self._main if in_place else self._aside
            digest = hashlib.sha256(data).digest() if data else None
            line = Line(entry.key, entry.digest, not in_place, tail.length, len(data), digest, entry.nouns, entry.failure)
            tail.add(data)
            if in_place:
                self._place += len(data)
            self._journal.note(line)
            self._journal.take_turn(entry.key)

    def commit(self) -> None:
        """See `Sink.commit`."""
        with naming(self._output, sqlite3.Error):
            self._main.flush()
            self._aside.flush()
            self._journal.keep_state(length=self._main.length, aside=self._aside.length)
            self._journal.commit()

    def finish(self) -> None:
        """See `Sink.finish`."""
        self.commit()
        with naming(self._output, sqlite3.Error):
            self._journal.drop_what_had_no_turn()
            if self._place != self._main.length or self._journal.length_in(aside=True):
                self._replace()
            self._journal.commit()
        self.close()
        _beside(self._output, "aside").unlink(missing_ok=True)

    def close(self) -> None:
        """See `Sink.close`."""
        self._main.close()
        self._aside.close()
        self._journal.close()

    def _as_written(self, line: Line) -> bool:
        tail = self._aside if line.aside else self._main
        return hashlib.sha256(tail.read(line.start, line.length)).digest() == line.sha256

    def _replace(self) -> None:
        """Put the output together anew and let it replace the old one."""
        new = _beside(self._output, "new")
        with new.open("wb") as file:
            for aside, start, length in self._journal.in_order(of_input=self._ordered):
                file.write((self._aside if aside else self._main).read(start, length))
            file.flush()
            os.fsync(file.fileno())
            total = file.tell()
        self._journal.move_in_order(of_input=self._ordered)
        self._journal.keep_state(length=total, aside=0, replacing=1)
        self._journal.commit()
        _end_replacing(self._output, self._journal)


class _Tail:
    """A file that is only added to, cut to `length` bytes (None: as long as it is) to begin with."""

    def __init__(self, path: Path, length: int | None) -> None:
        self._file: BinaryIO = path.open("a+b", buffering=0)
        size = os.fstat(self._file.fileno()).st_size
        self.damaged = length is not None and size < length
        """Whether bytes are gone that were there."""
        self.length = size if length is None else min(size, length)
        os.ftruncate(self._file.fileno(), self.length)
        self._waiting: list[bytes] = []

    def add(self, data: bytes) -> None:
        self._waiting.append(data)
        self.length += len(data)

    def flush(self) -> None:
        if not self._waiting:
            return
        data, self._waiting = b"".join(self._waiting), []
        try:
            write_all(self._file, data)
            os.fsync(self._file.fileno())
        except OSError:  # no half line stays; what is cut off here no journal has vouched for
            with suppress(OSError):
                os.ftruncate(self._file.fileno(), self.length - len(data))
            raise

    def read(self, start: int, length: int) -> bytes:
        return os.pread(self._file.fileno(), length, start)

    def close(self) -> None:
        self._file.close()


def write_all(file: BinaryIO, data: bytes) -> None:
    """Write `data` to a file without a buffer, which may take it in parts."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _refuse_what_is_not_ours(output: Path, *, fresh: bool) -> None:
    if not fresh and output.exists() and output.stat().st_size and not _beside(output, "journal").exists():
        raise OutputError(f"{output} is there and has no journal of pactscan beside it; --fresh replaces it, or give another output")


def _end_replacing(output: Path, journal: Journal) -> None:
    """Do what a kill may have kept from being done after the journal had gone over to the new output."""
    new = _beside(output, "new")
    if not journal.state("replacing"):
        new.unlink(missing_ok=True)
        return
    if new.exists():
        new.replace(output)
        _sync_folder(output.parent)
    _beside(output, "aside").unlink(missing_ok=True)
    journal.keep_state(replacing=0)
    journal.commit()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.name}.{kind}")
