"""The JSON contract, held against whatever a test prints."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from pactscan import codec


@cache
def _validator() -> Draft202012Validator:
    schema = codec.schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def assert_valid(plain: Any) -> None:
    """Fail unless `plain` is a report by the schema."""
    problems = [f"/{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in _validator().iter_errors(plain)]
    assert not problems, problems[:3]


def reports(printed: str) -> list[dict[str, Any]]:
    """The reports in what `extract` printed as json or jsonl, each held against the schema."""
    try:
        found = json.loads(printed)
    except json.JSONDecodeError:
        found = [json.loads(line) for line in printed.split("\n") if line]
    found = found if isinstance(found, list) else [found]
    for report in found:
        assert_valid(report)
    return found
