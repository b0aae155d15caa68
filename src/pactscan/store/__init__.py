"""Reports on disk: a SQLite store, or a JSONL file with its journal. Both survive a kill at any point."""

from pactscan.store.jsonl import JsonlSink
from pactscan.store.lock import locked
from pactscan.store.sink import Entry, Kept, Sink, Stories
from pactscan.store.sqlite import SqliteSink

__all__ = ["Entry", "JsonlSink", "Kept", "Sink", "SqliteSink", "Stories", "locked"]
