"""Rows as Parquet. The only place that touches pyarrow (extra ``parquet``), which is imported when it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import IO, Any

ROWS = 10_000
"""Rows in a row group, which is what has to fit into memory."""
TYPES = {"text": "string", "integer": "int64", "boolean": "bool_"}


def write(stream: IO[bytes], columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table into `stream`. `columns`: names and types (keys of `TYPES`); booleans may be 0 and 1."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, getattr(pa, TYPES[kind])()) for name, kind in columns])
    rest = iter(rows)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rest, ROWS)):
            writer.write_table(_table(pa, group, schema))


def _table(pa: Any, group: list[Sequence[Any]], schema: Any) -> Any:
    arrays = [
        pa.array([None if v is None else bool(v) for v in values] if pa.types.is_boolean(field.type) else values, field.type)
        for field, values in zip(schema, zip(*group, strict=True), strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
