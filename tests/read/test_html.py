import sys
import time
from pathlib import Path

import pytest

from pactscan.errors import InputError
from pactscan.model import Article, Failure
from pactscan.read import ReadOptions, read_path
from pactscan.read.html import MISSING, page_of
from pactscan.read.published import iso_day

pytest.importorskip("trafilatura")

BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        "Malta and Cyprus signed an agreement on undersea cables on Monday after two years of talks in both capitals.",
        "“This is a link that no storm will cut,” said the Maltese minister, Elena Borg, at the ceremony in Nicosia.",
        "The agreement takes effect in spring, when the first of the three cables is to be laid.",
    )
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!doctype html><html><head><title>Site</title>{head}</head><body><article>{body}</article></body></html>".encode()


def read(data: bytes, tmp_path: Path, **told: object) -> Article | Failure:
    (tmp_path / "page.html").write_bytes(data)
    (found,) = read_path(str(tmp_path / "page.html"), ReadOptions(**told))  # type: ignore[arg-type]
    return found


def test_the_text_of_a_page_travels_with_the_article(tmp_path: Path) -> None:
    found = read(page('<meta property="og:title" content="Cables pact"><meta property="og:site_name" content="The Gozo Sun">'), tmp_path)
    assert isinstance(found, Article)
    assert found.carries_text
    assert "“This is a link that no storm will cut,” said" in found.text
    assert (found.title, found.outlet, found.published, found.encoding) == ("Cables pact", "The Gozo Sun", None, "utf-8")
    assert "<" not in found.text


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2024-05-06T23:50:00-10:00">', "2024-05-06"),
        ('<meta name="pubdate" content="20 May 2024">', "2024-05-20"),
        ('<meta name="DC.date" content="2024-05-06">', "2024-05-06"),
        ('<meta name="date" content="May 6, 2024">', "2024-05-06"),
        ('<meta itemprop="datePublished" content="2024-05-06">', "2024-05-06"),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2024-05-06T10:00:00Z"}'), "2024-05-06"),
        (LD.format('[{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2024-05-06"}]'), "2024-05-06"),
        (LD.format('{"@graph": [{"@type": "Thing"}, {"headline": "x", "datePublished": "2024-05-06"}]}'), "2024-05-06"),
        (LD.format('{"datePublished": 5}') + '<meta name="date" content="2024-05-06">', "2024-05-06"),
        (LD.format("{broken"), None),
        (LD.format("[" * 50_000), None),
        ('<meta property="article:modified_time" content="2024-05-06">', None),
        ('<meta name="date" content="2024-02-31">', None),
        ('<meta name="date" content="today">', None),
        ('<meta name="expires" content="2024-05-06">', None),
    ],
)
def test_only_a_stated_publication_date_counts(head: str, day: str | None, tmp_path: Path) -> None:
    found = read(page(head), tmp_path)
    assert isinstance(found, Article)
    assert (found.published, found.published_from) == ((day, "metadata") if day else (None, None))


@pytest.mark.parametrize(
    ("element", "day"),
    [
        ('<time pubdate datetime="2024-05-06T10:00">6 May</time>', "2024-05-06"),
        ('<time itemprop="datePublished" datetime="2024-05-06">6 May</time>', "2024-05-06"),
        ('<time datetime="2024-05-06">the day of the storm</time>', None),
    ],
)
def test_a_time_element_counts_where_it_says_so(element: str, day: str | None) -> None:
    assert iso_day(page_of(page(body=element + BODY)).published) == day


def test_the_charset_that_a_page_declares_is_used(tmp_path: Path) -> None:
    data = page('<meta charset="iso-8859-9">', BODY.replace("Borg", "Şağ")).decode().encode("iso8859-9", "xmlcharrefreplace")
    found = read(data, tmp_path)
    assert isinstance(found, Article)
    assert "Elena Şağ" in found.text
    assert found.encoding == "iso8859-9"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000 + BODY + "</div>" * 5000,
        "<p>" + "<b>" * 5000 + "x" + "</b>" * 5000 + "</p>" + BODY,
        "<ul><li>" * 3000 + BODY,
    ],
)
def test_deep_nesting_is_refused(body: str, tmp_path: Path) -> None:
    assert read(page(body=body), tmp_path) == Failure(str(tmp_path / "page.html"), "HTML nested too deeply (over 256 elements)")


def test_too_many_elements_are_refused(tmp_path: Path) -> None:
    found = read(page(body="<br>x" * 30_000 + BODY), tmp_path)
    assert isinstance(found, Failure)
    assert found.reason == "HTML with too many elements (30,008 > 20,000); extract its text first"


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<span>a</span> " * 15_000 + "</p>" + BODY,
        "<p>" + '<a href="x">a</a> ' * 15_000 + "</p>" + BODY,
        "<table>" + "<tr><td>a<td>b</tr>" * 6_000 + "</table>" + BODY,
        "<p>a" * 8_000 + BODY,
        BODY + "<" * 100_000,
        BODY + "<!--" * 20_000,
        BODY + "&" * 100_000,
        BODY + "<p " + 'a="b" ' * 20_000 + ">",
    ],
    ids=["spans", "links", "rows", "unclosed", "angles", "comments", "ampersands", "attributes"],
)
def test_pages_made_to_be_slow_are_not(body: str) -> None:
    begin = time.perf_counter()
    page_of(page(body=body))
    assert time.perf_counter() - begin < 3


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read me")
    doctype = f'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file://{secret}">]>'
    data = doctype.encode() + page(body=f"<p>&b;&x; {'and so the two islands are joined by a cable ' * 5}</p>{BODY}")
    text = page_of(data).text
    assert "do not read me" not in text
    assert "aaaaaaaaaa" not in text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    page_of(
        page(
            '<link rel="stylesheet" href="http://example.org/a.css"><base href="http://example.org/">',
            BODY + '<img src="http://example.org/x">',
        )
    )


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    for data in (b"<html></html>", b"<!doctype html><html><body><script>var a = 1;</script></body></html>"):
        found = read(data, tmp_path)
        assert isinstance(found, Article)
        assert found.notes == ("the article is empty",)


@pytest.mark.parametrize("data", [b"", b"<!doctype html>", b"<!-- -->", b"no tags at all", b"<p>", b"<html", b"</html>"])
def test_what_is_hardly_html_does_not_raise(data: bytes, tmp_path: Path) -> None:
    assert isinstance(read(data, tmp_path), Article | Failure)


def test_without_the_extra_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert read(page(), tmp_path) == Failure(str(tmp_path / "page.html"), MISSING)
    assert "pip install 'pactscan[html]'" in MISSING


def test_a_text_file_needs_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.txt").write_text("<html> is how this text begins")
    (found,) = read_path(str(tmp_path / "a.txt"))
    assert isinstance(found, Article)


def test_binary_under_an_html_name(tmp_path: Path) -> None:
    found = read(b"%PDF-1.7\n%\xe2\xe3", tmp_path)
    assert isinstance(found, Failure)
    assert found.reason == "not text: a PDF"


def test_a_nul_in_a_page_is_refused() -> None:
    with pytest.raises(InputError, match="not text"):
        page_of(page() + b"\0")
