"""Report ⇄ plain dict ⇄ JSON Schema: the contract of the output, generated from the model so that the two cannot part."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import Any

from pactscan import model
from pactscan.model import Report

if typing.TYPE_CHECKING:
    from pactscan.askmodel import Answer
    from pactscan.diffmodel import ReportDiff

SCHEMA_VERSION = "1.0"
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class MalformedReport(ValueError):
    """A saved report is not in the shape of the schema; the message names the place as a JSON Pointer."""


# --- out ----------------------------------------------------------------------------------------------------------------


def to_dict(report: Report, *, with_text: bool = False, carries_text: bool = False) -> dict[str, Any]:
    """The report as JSON types, keys in the order of the model. The text is left out unless it is asked for."""
    if not (with_text or carries_text):
        report = replace(report, article=replace(report.article, text=None))
    plain = _plain(report)
    if report.article.text is None:
        del plain["article"]["text"]
    return {"schema_version": SCHEMA_VERSION, **plain}


def diff_to_dict(diff: ReportDiff, *, with_same: bool = False) -> dict[str, Any]:
    """The diff as JSON types. Items that are the same on both sides are left out unless they are asked for; texts always are."""
    plain = _plain(diff)
    plain["items"] = [item for item in plain["items"] if with_same or item["verdict"] != "same"]
    del plain["left"]["text"], plain["right"]["text"]
    return {"schema_version": SCHEMA_VERSION, **plain}


def answer_to_dict(answer: Answer) -> dict[str, Any]:
    """The answer of a store as JSON types; `question` says what was asked."""
    return {"schema_version": SCHEMA_VERSION, "question": answer.question, **_plain(answer)}


class OffsetUnit(StrEnum):
    """What offsets count. Reports are made, kept and compared in code points; the others are for those who ask."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    UTF8 = "utf8"


_UNITS: dict[OffsetUnit, Callable[[str], int]] = {
    OffsetUnit.UTF16: lambda c: 2 if c > "\uffff" else 1,
    OffsetUnit.UTF8: lambda c: len(c.encode("utf-8", "surrogatepass")),
}


def in_units(plain: dict[str, Any], text: str, unit: OffsetUnit) -> dict[str, Any]:
    """A plain report whose offsets count code units of `text` in UTF-16, or its bytes in UTF-8; ``tool.options`` says so."""
    if unit is OffsetUnit.CODEPOINT:
        return plain
    at = [0, *accumulate(map(_UNITS[unit], text))]
    moved: dict[str, Any] = _moved(plain, at)
    moved["tool"]["options"] = sorted([*moved["tool"]["options"], ["offsets", unit.value]])
    return moved


def _moved(value: Any, at: list[int]) -> Any:
    if isinstance(value, list):
        return [_moved(item, at) for item in value]
    if isinstance(value, dict):
        mention = {"start", "end", "text"} <= value.keys()
        return {k: at[v] if mention and k in ("start", "end") else _moved(v, at) for k, v in value.items()}
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


# --- in -----------------------------------------------------------------------------------------------------------------


def from_dict(plain: Any) -> Report:
    """The report that `to_dict` gave. Fields that this version does not know are ignored.

    Raises MalformedReport, naming the place, when something is missing or of another type.
    """
    if not isinstance(plain, dict):
        raise MalformedReport("a report is a JSON object")
    version = plain.get("schema_version")
    if not isinstance(version, str) or version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise MalformedReport(f"/schema_version: {version!r} is not {SCHEMA_VERSION}")
    report = _built(Report, plain, "")
    unit = dict(report.tool.options).get("offsets", OffsetUnit.CODEPOINT)
    if unit != OffsetUnit.CODEPOINT:
        raise MalformedReport(f"/tool/options: the offsets of this report count {unit} units; save it without --offsets")
    assert isinstance(report, Report)  # noqa: S101  (for the type checker)
    return report


def _built(kind: Any, value: Any, at: str) -> Any:
    if typing.get_origin(kind) is tuple:
        return _built_tuple(typing.get_args(kind), value, at)
    options = _options(kind)
    if value is None and type(None) in options:
        return None
    (kind,) = [o for o in options if o is not type(None)]
    if is_dataclass(kind):
        return _built_dataclass(typing.cast("type", kind), value, at)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _built_enum(kind, value, at)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise MalformedReport(f"{at}: {value!r:.60} is not {kind.__name__}")
    return value


def _built_tuple(inner: tuple[Any, ...], value: Any, at: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise MalformedReport(f"{at}: {value!r:.60} is not an array")
    if inner[-1] is not Ellipsis:
        return tuple(_built(k, v, f"{at}/{i}") for i, (k, v) in enumerate(zip(inner, value, strict=True)))
    return tuple(_built(inner[0], v, f"{at}/{i}") for i, v in enumerate(value))


def _built_dataclass(kind: type, value: Any, at: str) -> Any:
    if not isinstance(value, dict):
        raise MalformedReport(f"{at}: {value!r:.60} is not an object")
    hints = _hints(kind)
    given = {}
    for f in fields(kind):
        if f.name in value:
            given[f.name] = _built(hints[f.name], value[f.name], f"{at}/{f.name}")
        elif f.default is MISSING and f.default_factory is MISSING:
            raise MalformedReport(f"{at}/{f.name} is missing")
    return kind(**given)


def _built_enum(kind: type[StrEnum], value: Any, at: str) -> StrEnum:
    try:
        return kind(value)
    except ValueError:
        raise MalformedReport(f"{at}: {value!r:.60} is not one of {', '.join(kind)}") from None


# --- schema -------------------------------------------------------------------------------------------------------------


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a report."""
    return document_schema(Report, "A pactscan report: what one article becomes")


def document_schema(kind: type, title: str) -> dict[str, Any]:
    """JSON Schema of a top-level document whose fields are those of the dataclass `kind`."""
    defs: dict[str, Any] = {}
    top = _object_schema(kind, defs)
    top["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **top["properties"]}
    top["required"] = ["schema_version", *top["required"]]
    return {"$schema": SCHEMA_DIALECT, "title": title, **top, "$defs": dict(sorted(defs.items()))}


def answer_schema(kind: type[Answer]) -> dict[str, Any]:
    """JSON Schema of the answers of one kind."""
    plain = document_schema(kind, f"An answer of pactscan ask: {kind.question}")
    version, *fields_ = plain["properties"].items()
    plain["properties"] = dict([version, ("question", {"const": kind.question}), *fields_])
    plain["required"].insert(1, "question")
    return plain


def _object_schema(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    hints = _hints(kind)
    required = [f.name for f in fields(kind) if (kind, f.name) != (model.ArticleInfo, "text")]
    properties = {f.name: _schema_of(hints[f.name], defs) for f in fields(kind)}
    result: dict[str, Any] = {"type": "object", "properties": properties, "required": required}
    if kind.__doc__:
        result["description"] = kind.__doc__.split("\n")[0]
    return result


def _schema_of(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)
        if inner[-1] is Ellipsis:
            return {"type": "array", "items": _schema_of(inner[0], defs)}
        return {"type": "array", "prefixItems": [_schema_of(k, defs) for k in inner], "minItems": len(inner), "maxItems": len(inner)}
    options = _options(kind)
    if type(None) in options:
        return {"anyOf": [*(_schema_of(o, defs) for o in options if o is not type(None)), {"type": "null"}]}
    if is_dataclass(kind):
        return _reference(typing.cast("type", kind), defs)
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [member.value for member in kind]}
    return {"type": {str: "string", int: "integer", bool: "boolean", float: "number"}[kind]}


def _reference(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}  # holds the place against recursion
        defs[kind.__name__] = _object_schema(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _options(kind: Any) -> tuple[Any, ...]:
    return typing.get_args(kind) if typing.get_origin(kind) in (types.UnionType, typing.Union) else (kind,)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
