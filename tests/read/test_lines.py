import io
import json

import pytest

from pactscan.model import Article, Failure
from pactscan.read import ReadOptions, read_path
from pactscan.read.records import article_of_record, problem_of_record


def read_lines(data: bytes, **told: object) -> list[Article | Failure]:
    options = ReadOptions(input_format="jsonl", **told)  # type: ignore[arg-type]
    return list(read_path("-", options, stdin=io.BytesIO(data)))


def test_one_article_a_line_and_the_record_s_id() -> None:
    one, two = read_lines(b'{"id": "a/1", "text": "One."}\r\n\r\n{"id": 7, "text": "Two.", "other": [1]}')
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.id, one.text, two.id, two.source) == ("a/1", "One.", "7", "-")


def test_title_and_date_of_a_record() -> None:
    record = {"id": "a", "text": "Pact signed\n\nThe ministers met.", "title": "Pact signed", "published": "2024-05-06T23:30:00-11:00"}
    article = article_of_record(record, source="x")
    assert (article.title, article.published, article.published_from) == ("Pact signed", "2024-05-06", "metadata")
    assert [(z.kind, z.start, z.end) for z in article.zones] == [("title", 0, 11)]


def test_a_title_that_is_not_in_the_text_has_no_zone() -> None:
    article = article_of_record({"text": "The ministers met.", "title": "Pact signed"}, source="x")
    assert (article.title, article.zones) == ("Pact signed", ())


@pytest.mark.parametrize("published", ["", "yesterday", "2024-13-01", "2024-02-30", "0000-00-00", "2024", "2024-05", "05/06/2024", None])
def test_a_date_that_is_no_day_is_left_out(published: str | None) -> None:
    assert article_of_record({"text": "The ministers met.", "published": published}, source="x").published is None


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"published": "yesterday"}, "the publication date given with the text is no day: yesterday"),
        ({"published": 1715000000}, 'the record\'s "published" is not a string and was left out'),
        ({"title": ["a"]}, 'the record\'s "title" is not a string and was left out'),
    ],
)
def test_a_field_that_is_no_use_gets_a_note(fields: dict[str, object], note: str) -> None:
    article = article_of_record({"text": "The ministers met.", **fields}, source="x")
    assert article.notes == (note,)
    assert (article.published, article.title) == (None, None)
    assert problem_of_record({"text": "The ministers met.", **fields}) is None


def test_half_a_pair_in_a_field_that_is_not_read_does_not_matter() -> None:
    (found,) = read_lines(b'{"text": "One.", "other": "\\ud800"}')
    assert isinstance(found, Article)


@pytest.mark.parametrize("stated", ["Chile, Peru end row", "Chile, Peru end row | The Gozo Sun", "Chile, Peru end row over sea"])
def test_the_title_in_the_text_may_be_shorter_or_longer_than_the_one_stated(stated: str) -> None:
    text = "Chile, Peru end row - live\n\nThe two have settled their row."
    zones = article_of_record({"text": text.replace(" - live", ""), "title": stated}, source="x").zones
    assert [(z.kind, z.start, z.end) for z in zones] == [("title", 0, 19)]


def test_a_record_id_may_hold_the_date() -> None:
    article = article_of_record({"id": "wire_2016-09-18_pact", "text": "The ministers met."}, source="x")
    assert (article.published, article.published_from) == ("2016-09-18", "filename")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        (b"not json", "not JSON: Expecting value at column 1"),
        (b"[1, 2]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 5}', '"text" is not a string'),
        (b'{"text": "a", "id": {}}', '"id" is neither a string nor a number'),
        (b'{"text": "a", "id": true}', '"id" is neither a string nor a number'),
        (b'{"text": "\\ud800"}', "half of a surrogate pair in it, which is no character"),
        (b'{"text": "a", "id": "\\udfff"}', "half of a surrogate pair in it, which is no character"),
        (b'{"text": "a\0"}', "not text (NUL at byte 11); UTF-16 needs a byte order mark"),
        (b'{"text": "caf\xc3\xa9 \xff"}', "neither UTF-8 nor another known encoding: byte 0xff at 16, line 1; save it as UTF-8 again"),
        (b"[" * 100_000, "not JSON: nested too deeply or a number too long"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not JSON: nested too deeply or a number too long"),
        (b'{"text": "' + b"a" * 1001 + b'"}', "too long (1,001 characters > 1,000; raise the limit with --max-characters)"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_by_number_and_the_others_go_on(line: bytes, reason: str) -> None:
    before, bad, after = read_lines(b'{"text": "One."}\n' + line + b'\n{"text": "Three."}\n', max_characters=1000)
    assert bad == Failure("-", f"line 2: {reason}")
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert (before.id, after.id) == ("-:1", "-:3")


def test_a_line_over_the_limit_is_passed_over_without_being_kept() -> None:
    long = json.dumps({"text": "a" * 50_000}).encode()
    found = read_lines(b'{"text": "One."}\n' + long + b'\n{"text": "Three."}', max_bytes=10_000)
    assert [type(f) for f in found] == [Article, Failure, Article]
    assert found[1] == Failure("-", "line 2: too large (over 10 kB; raise the limit with --max-bytes)")


@pytest.mark.parametrize("length", [4000, 4094, 4095, 4096, 4097, 9000])
def test_lines_around_the_first_glance_stay_whole(length: int) -> None:
    first = json.dumps({"text": "é" * length}, ensure_ascii=False).encode()
    found = read_lines(first + b'\n{"text": "Two."}\n')
    assert [len(a.text) for a in found if isinstance(a, Article)] == [length, 4]


def test_byte_order_mark_and_wide_encodings() -> None:
    (found,) = read_lines(b'\xef\xbb\xbf{"text": "One."}')
    assert isinstance(found, Article)
    (refused,) = read_lines('{"text": "One."}'.encode("utf-16"))
    assert refused == Failure("-", "a JSONL file in UTF-16 or UTF-32; save it as UTF-8 again")


def test_an_empty_file_holds_no_article() -> None:
    assert read_lines(b"") == []
    assert read_lines(b"\n\n") == []


def test_an_escaped_pair_is_one_character() -> None:
    (found,) = read_lines(b'{"text": "\\ud835\\udd4f said"}')
    assert isinstance(found, Article)
    assert found.text == "𝕏 said"


def test_a_sound_record_has_no_problem() -> None:
    assert problem_of_record({"text": "One.", "id": 3, "title": None, "published": "2024-01-02"}) is None
