"""Reports as JSONL, one a line in the order of the input, with a journal beside it.

The journal ``<output>.journal`` has a header line (what made the reports) and a line for each article done: its key, the
digest of its bytes, and the length and digest of its line in the output, or its failure. A line is journalled after it is
on disk, and checked against its digest when a run goes on, so whatever a kill leaves behind, the journal is the truth:
the output is cut to what the journal vouches for.

As long as the input is what it was, the old output is the beginning of the new one and is only added to. Once an article
has changed, gone or come, the output is written anew beside the old one, which it replaces at the end.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pactscan.errors import OutputError
from pactscan.model import Failure
from pactscan.store.sink import Entry


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry of an earlier run: `length` bytes at `offset` of the output, or a failure."""

    key: str
    digest: str
    offset: int
    length: int
    failure: Failure | None


class JsonlSink:
    """See the module. `made_by` fixes what the reports hang on; reports made by anything else are not kept."""

    def __init__(self, output: Path, made_by: str, *, fresh: bool = False, ordered: bool = True) -> None:
        self._output, self._ordered = output, ordered
        with _naming(output):
            self._files = _Files(output, made_by, fresh=fresh)
        self.redone = self._files.had_content and not self._files.kept and not fresh
        """Whether an earlier run's reports were thrown away, because another version, model or option made them."""
        self._old = {entry.key: entry for entry in self._files.kept}
        self._order = iter([entry.key for entry in self._files.kept])
        self._next = next(self._order, None)
        self._in_place: list[str] = []
        self._stale = False

    def known(self, key: str) -> str | None:
        """See `Sink.known`."""
        entry = self._old.get(key)
        return entry.digest if entry else None

    def keep(self, key: str) -> Failure | None:
        """See `Sink.keep`."""
        entry = self._old[key]
        with _naming(self._output):
            if self._files.rewriting:
                self._files.copy(entry)
            elif not self._ordered or key == self._next:
                self._in_place.append(key)
                self._next = next(self._order, None)
            else:
                self._rewrite()
                self._files.copy(entry)
        return entry.failure

    def write(self, entry: Entry) -> None:
        """See `Sink.write`."""
        with _naming(self._output):
            self._stale |= entry.key in self._old
            if self._ordered and self._next is not None:
                self._rewrite()
            self._files.add(entry)

    def commit(self) -> None:
        """See `Sink.commit`."""
        with _naming(self._output):
            self._files.flush()

    def finish(self) -> None:
        """See `Sink.finish`."""
        with _naming(self._output):
            if self._ordered and self._next is not None:
                self._rewrite()
            elif not self._ordered and (self._stale or len(self._in_place) < len(self._old)):
                self._files.drop(set(self._old) - set(self._in_place))
            self._files.finish()

    def close(self) -> None:
        """See `Sink.close`."""
        self._files.close()

    def _rewrite(self) -> None:
        """Go over to a new output that begins with what was kept in place so far."""
        self._files.begin_anew(self._old[key] for key in self._in_place)
        self._next = None


class _Files:
    """The output and its journal: added to in place, or written anew beside the old ones."""

    def __init__(self, output: Path, made_by: str, *, fresh: bool) -> None:
        self._output, self._journal, self._made_by = output, output.with_name(output.name + ".journal"), made_by
        self.rewriting = False
        self._old = output.open("a+b", buffering=0)
        self._log = self._journal.open("a+b", buffering=0)
        self._data: BinaryIO = self._old
        self.had_content = os.fstat(self._old.fileno()).st_size > 0
        self.kept, vouched = ([], 0) if fresh else self._vouched_for()
        os.ftruncate(self._log.fileno(), vouched)
        os.ftruncate(self._old.fileno(), self.kept[-1].offset + self.kept[-1].length if self.kept else 0)
        self._lines: list[bytes] = []
        self._notes: list[dict[str, Any]] = [] if vouched else [self._header]

    @property
    def _header(self) -> dict[str, Any]:
        return {"made_by": self._made_by}

    def begin_anew(self, kept: Iterator[_Kept]) -> None:
        self.flush()
        self.rewriting = True
        self._log.close()
        self._data = _beside(self._output).open("w+b", buffering=0)
        self._log = _beside(self._journal).open("w+b", buffering=0)
        self._notes = [self._header]
        for entry in kept:
            self.copy(entry)

    def drop(self, keys: set[str]) -> None:
        """Write anew without the old entries of `keys`; a key written again since then stays."""
        self.flush()
        entries, _ = self._vouched_for()
        last = {entry.key: entry.offset for entry in entries}
        old = len(self.kept)
        self.begin_anew(e for n, e in enumerate(entries) if e.offset == last[e.key] and (n >= old or e.key not in keys))

    def copy(self, entry: _Kept) -> None:
        self._append(entry.key, entry.digest, os.pread(self._old.fileno(), entry.length, entry.offset), entry.failure)

    def add(self, entry: Entry) -> None:
        line = b"" if entry.report is None else entry.report.encode("utf-8") + b"\n"
        self._append(entry.key, entry.digest, line, entry.failure)

    def _append(self, key: str, digest: str, line: bytes, failure: Failure | None) -> None:
        outcome: dict[str, Any] = {"bytes": len(line), "sha256": hashlib.sha256(line).hexdigest()}
        if failure:
            outcome = {"failure": [failure.source, failure.reason, failure.code]}
        self._lines.append(line)
        self._notes.append({"key": key, "digest": digest, **outcome})

    def flush(self) -> None:
        """First the lines, then the journal that vouches for them."""
        _write_all(self._data, b"".join(self._lines))
        os.fsync(self._data.fileno())
        _write_all(self._log, b"".join(json.dumps(note).encode() + b"\n" for note in self._notes))
        os.fsync(self._log.fileno())
        self._lines, self._notes = [], []

    def finish(self) -> None:
        self.flush()
        if self.rewriting:  # a kill between the two: the journal's digests do not fit the old output, and it is redone
            _beside(self._journal).replace(self._journal)
            _beside(self._output).replace(self._output)
        self.close()

    def close(self) -> None:
        for file in (self._old, self._data, self._log):
            file.close()
        if self.rewriting:
            _beside(self._journal).unlink(missing_ok=True)
            _beside(self._output).unlink(missing_ok=True)

    def _vouched_for(self) -> tuple[list[_Kept], int]:
        """What an earlier run left that can be kept, as far as journal and output agree, and how long the journal is up to there."""
        self._log.seek(0)
        kept: list[_Kept] = []
        offset = vouched = 0
        for number, line in enumerate(self._log.read().split(b"\n")[:-1]):
            note = _parsed(line)
            if number == 0 and note != self._header:
                break
            if number:
                entry = self._checked(note, offset)
                if entry is None:
                    break
                kept.append(entry)
                offset += entry.length
            vouched += len(line) + 1
        return kept, vouched

    def _checked(self, note: dict[str, Any], offset: int) -> _Kept | None:
        if "failure" in note:
            return _Kept(note["key"], note["digest"], offset, 0, Failure(*note["failure"]))
        length = note.get("bytes", 0)
        line = os.pread(self._old.fileno(), length, offset)
        if hashlib.sha256(line).hexdigest() != note.get("sha256"):
            return None
        return _Kept(note["key"], note["digest"], offset, length, None)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _write_all(file: BinaryIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


class _naming:  # noqa: N801  (reads as a verb in a with statement)
    """Turns an OSError into an OutputError that names the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise OutputError(f"cannot write {self._path}: {error.strerror or error}; what was written before is good") from error
