from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactscan.render import structured
from pactscan.render.escape import UNPRINTABLE
from tests.render.payloads import HARMFUL

ANY = st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_json_keeps_the_data_and_is_safe_to_look_at(payload: str) -> None:
    for printed in (structured.page({"text": payload}), structured.line({"text": payload})):
        assert not re.search(f"(?!\n)[{UNPRINTABLE}]", printed)
        assert json.loads(printed) == {"text": payload}


@given(ANY)
def test_json_reads_back(plain: object) -> None:
    assert json.loads(structured.page(plain)) == plain
    line = structured.line(plain)
    assert json.loads(line) == plain
    assert line.index("\n") == len(line) - 1


@given(st.lists(ANY))
def test_an_array_in_pieces_is_the_array(items: list[object]) -> None:
    whole = "".join(structured.array(items))
    assert json.loads(whole) == items
    assert whole == structured.page(items)


def test_letters_are_letters() -> None:
    assert structured.line({"name": "Tomás “日本” 👍"}) == '{"name":"Tomás “日本” 👍"}\n'


def test_an_array_gives_each_item_when_it_is_there() -> None:
    pieces = structured.array(iter([1, 2]))
    assert next(pieces) == "[\n  1"
