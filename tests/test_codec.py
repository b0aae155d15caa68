from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pactscan import codec
from pactscan.codec import MalformedReport, OffsetUnit, from_dict, in_units, to_dict
from pactscan.model import Country, CountryMention, Report, Via
from tests.contract import assert_valid
from tests.render.reports import TOOL, about, empty, full


def cut(text: str, start: int, end: int, unit: OffsetUnit) -> str:
    """The words between two offsets, as a program finds them that counts in that unit."""
    if unit is OffsetUnit.CODEPOINT:
        return text[start:end]
    encoding, width = ("utf-16-le", 2) if unit is OffsetUnit.UTF16 else ("utf-8", 1)
    return text.encode(encoding, "surrogatepass")[start * width : end * width].decode(encoding, "surrogatepass")


def report_of(text: str, start: int, end: int) -> Report:
    mention = CountryMention(start, end, text[start:end], Via.NAME)
    return Report(TOOL, about(text), countries=(Country("NO", "NOR", "Norway", focus=False, mentions=(mention,)),))


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.data(), st.sampled_from(OffsetUnit))
def test_offsets_find_their_words_in_every_unit(text: str, data: st.DataObject, unit: OffsetUnit) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain = in_units(to_dict(report_of(text, start, end)), text, unit)
    (mention,) = plain["countries"][0]["mentions"]
    assert cut(text, mention["start"], mention["end"], unit) == mention["text"] == text[start:end]
    assert_valid(plain)


@pytest.mark.parametrize(("unit", "span"), [("codepoint", (3, 9)), ("utf16", (4, 10)), ("utf8", (7, 13))])
def test_astral_letters_tell_the_units_apart(unit: str, span: tuple[int, int]) -> None:
    text = "𝕏é Norway\r\n"
    (mention,) = in_units(to_dict(report_of(text, 3, 9)), text, OffsetUnit(unit))["countries"][0]["mentions"]
    assert (mention["start"], mention["end"]) == span


def test_only_offsets_change() -> None:
    plain = to_dict(full(), with_text=True)
    before = copy.deepcopy(plain)
    moved = in_units(plain, plain["article"]["text"], OffsetUnit.UTF8)
    assert plain == before
    assert moved["tool"]["options"] == [["offsets", "utf8"]]
    assert _without_offsets(moved) == _without_offsets({**plain, "tool": moved["tool"]})
    assert moved["article"]["characters"] == plain["article"]["characters"]


def _without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_offsets(v) for k, v in value.items() if k not in ("start", "end")}
    return [_without_offsets(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("report", [full(), empty()], ids=["full", "empty"])
@pytest.mark.parametrize("with_text", [True, False])
def test_a_report_is_valid_and_reads_back(report: Report, with_text: bool) -> None:
    plain = to_dict(report, with_text=with_text)
    assert_valid(plain)
    assert ("text" in plain["article"]) is with_text
    back = from_dict(json.loads(json.dumps(plain)))
    assert back == (report if with_text else replace(report, article=replace(report.article, text=None)))


def test_arrays_are_there_though_nothing_was_found() -> None:
    plain = to_dict(empty())
    assert [plain[noun] for noun in ("actors", "countries", "dates", "quotes", "agreements", "notes")] == [[]] * 6


def test_keys_come_in_the_order_of_the_contract() -> None:
    plain = to_dict(full())
    assert list(plain) == ["schema_version", "tool", "article", "actors", "countries", "dates", "quotes", "agreements", "notes"]


def test_a_report_in_other_units_is_not_taken_for_one_in_code_points() -> None:
    moved = in_units(to_dict(full()), full().article.text or "", OffsetUnit.UTF16)
    with pytest.raises(MalformedReport, match="utf16"):
        from_dict(moved)


@pytest.mark.parametrize(
    ("at", "value", "place"),
    [
        (("schema_version",), "2.0", "/schema_version"),
        (("article", "words"), "many", "/article/words"),
        (("article", "words"), True, "/article/words"),
        (("countries", 0, "mentions", 1, "via"), "rumour", "/countries/0/mentions/1/via"),
        (("quotes",), None, "/quotes"),
        (("agreements", 1, "parties", 0), [], "/agreements/1/parties/0"),
    ],
)
def test_a_damaged_report_is_refused_and_the_place_named(at: tuple[Any, ...], value: Any, place: str) -> None:
    plain = to_dict(full())
    inner: Any = plain
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    with pytest.raises(MalformedReport, match=place):
        from_dict(plain)
    assert list(Draft202012Validator(codec.schema()).iter_errors(plain))


def test_fields_of_a_later_version_are_ignored() -> None:
    plain = to_dict(full(), with_text=True)
    plain["article"]["section"] = "World"
    assert from_dict(plain) == full()


def test_the_schema_is_a_schema_and_knows_its_names() -> None:
    schema = codec.schema()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema_version"] == {"const": "1.0"}
    assert schema["$schema"].endswith("2020-12/schema")
    references = json.dumps(schema).count('"$ref"')
    assert references > 10
    assert "text" not in schema["$defs"]["ArticleInfo"]["required"]
