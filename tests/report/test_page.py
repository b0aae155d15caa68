from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from itertools import pairwise
from pathlib import Path

import pytest

from pactscan.ask import asking, conflicts, network, timeline
from pactscan.render.escape import UNPRINTABLE, flowing
from pactscan.report import Limits
from tests.ask.stores import golden_reports, write_store
from tests.render.page.attacks import ATTACKS
from tests.render.page.parsed import Element, parsed
from tests.render.payloads import HARMFUL
from tests.report.made import hostile, page_of, pages_of, samples


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples(tmp_path_factory.mktemp("report") / "pacts.db")


@pytest.fixture(scope="module")
def root(store: Path) -> Element:
    return parsed(page_of(store))


def hrefs(root: Element) -> list[tuple[str, str]]:
    """Links: where to, and their words."""
    return [(a.attributes["href"], a.text) for a in root.of("a")]


def rows(root: Element, part: str) -> list[Element]:
    """Rows of the tables in a part of the page, heads left out."""
    return [row for body in root.by_id()[part].of("tbody") for row in body.of("tr")]


# --- what is there ----------------------------------------------------------------------------------------------------


def test_every_link_leads_somewhere_in_the_page(root: Element) -> None:
    ids = root.by_id()
    assert [href for href, _ in hrefs(root) if not href.startswith("#") or href[1:] not in ids] == []


def test_every_passage_links_to_its_very_words(root: Element) -> None:
    ids = root.by_id()
    quoted = [(href, words) for href, words in hrefs(root) if re.fullmatch(r"“.*”", words)]
    assert len(quoted) > 12
    for href, words in quoted:
        assert flowing(ids[href[1:]].text) == words[1:-1]


def test_every_agreement_stands_in_the_table_with_its_particulars(store: Path, root: Element) -> None:
    with asking(store) as corpus:
        asked = timeline(corpus).rows
    listed = {row.of("th")[0].of("a")[0].attributes["href"]: row.text for row in rows(root, "agreements")}
    assert len(rows(root, "agreements")) == len(listed) == len(asked) > 5
    for agreement in asked:
        text = listed[f"#agreement-{agreement.id}"]
        assert flowing(agreement.name) in text
        assert agreement.status.replace("_", " ") in text
        assert (agreement.date or agreement.reported or "not stated") in text
        assert all((party.code or party.name) in text for party in agreement.parties)


def test_dated_agreements_come_first_and_newest_first(root: Element) -> None:
    dates = [row.of("time")[0].text if row.of("time") else "" for row in rows(root, "agreements")]
    known = [date for date in dates if date]
    assert dates[: len(known)] == known
    assert known == sorted(known, reverse=True)


def test_contradictions_name_both_sides_and_who_is_on_them(store: Path, root: Element) -> None:
    with asking(store) as corpus:
        asked = conflicts(corpus).rows
    told = root.by_id()["conflicts"].text
    assert not asked or all(side.value.replace("_", " ") in told for conflict in asked for side in conflict.sides)
    assert asked or "Nowhere." in told


def test_who_said_what_has_speaker_words_and_place(root: Element) -> None:
    said = root.by_id()["said"]
    quotes = {quote["text"] for report in golden_reports() for quote in report["quotes"] if quote["speaker_name"]}
    shown = [e.text for e in said.having("said")]
    assert shown
    assert set(shown) <= {flowing(text) for text in quotes}
    assert all(len(li.of("a")) == 1 for li in said.having("quotes")[0].of("li"))


def test_the_network_is_drawn_and_told_in_words(store: Path, root: Element) -> None:
    with asking(store) as corpus:
        asked = network(corpus)
    part = root.by_id()["network"]
    (picture,) = part.having("network")
    assert picture.attributes["role"] == "img"
    assert picture.of("title")[0].text.startswith(f"{len(picture.of('circle'))} part")
    assert len(picture.of("line")) == len(rows(root, "network")) == len(asked.edges) > 0


def test_the_timeline_says_in_words_what_it_draws(root: Element) -> None:
    part = root.by_id()["timeline"]
    tracks = part.having("track")
    assert len(tracks) == len(part.having("rows")[0].of("li")) > 0
    for track in tracks:
        signs = [e for e in track if "sign" in e.classes or "early" in e.classes]
        assert len(signs) == len(track.of("title")[0].text.split("; "))


def test_articles_stand_there_newest_first_with_their_whole_text(root: Element) -> None:
    ids = root.by_id()
    for report in golden_reports():
        text = " ".join(report["article"]["text"].split())
        assert any(" ".join(e.text.split()) == text for e in ids["sources"].having("prose"))


def test_there_is_one_main_heading_and_a_name_for_each_part(root: Element) -> None:
    assert [len(root.of(name)) for name in ("main", "h1", "header")] == [1, 1, 1]
    ids = root.by_id()
    labels = [ids[e.attributes["aria-labelledby"]].text for e in root.of("section")]
    assert len(labels) == len(set(labels)) == 10
    levels = [int(e.name[1]) for e in root if re.fullmatch(r"h\d", e.name)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


# --- what is left out is said -----------------------------------------------------------------------------------------


def test_a_limit_leaves_out_old_texts_and_says_so(store: Path) -> None:
    root = parsed(page_of(store, Limits(articles=2)))
    sources = root.by_id()["sources"]
    assert len(sources.having("source")) == 2
    assert "Shown: the newest 2 of 9." in sources.text
    ids = root.by_id()
    assert [href for href, _ in hrefs(root) if href[1:] not in ids] == []


def test_every_list_that_is_cut_says_so(store: Path) -> None:
    root = parsed(page_of(store, Limits(articles=0, agreements=3, details=2, conflicts=1, actors=4, speakers=9, quotes=1)))
    ids = root.by_id()
    for part in ("timeline", "agreements", "details", "actors", "sources"):
        assert "Shown: " in ids[part].text, part
    assert "the latest 1 of " in ids["said"].text
    assert len(rows(root, "agreements")) == 3
    assert [href for href, _ in hrefs(root) if href[1:] not in ids] == []


def test_nothing_is_said_to_be_left_out_when_nothing_is(store: Path) -> None:
    cut = [e.text for e in parsed(page_of(store)).having("left-out")]
    assert [words for words in cut if "which more is told" not in words] == []


def test_a_store_without_agreements_has_a_page(tmp_path: Path) -> None:
    reports = golden_reports()[:1]
    for noun in ("agreements", "actors", "countries", "quotes", "dates"):
        reports[0][noun] = []
    root = parsed(page_of(write_store(tmp_path / "bare.db", reports)))
    assert [p.text for p in root.having("none")] == [
        "No agreement with a date.",
        "none found",
        "Nowhere.",
        "none found",
        "No two parties share an agreement.",
        "none named",
        "none named",
    ]


# --- the same bytes ---------------------------------------------------------------------------------------------------


def test_the_page_hangs_on_the_articles_alone_not_on_their_order(tmp_path: Path) -> None:
    pages = [page_of(write_store(tmp_path / f"{n}.db", reports)) for n, reports in enumerate((golden_reports(), golden_reports()[::-1]))]
    assert pages[0] == pages[1]


# --- a folder of pages ------------------------------------------------------------------------------------------------


def test_all_links_between_pages_lead_somewhere(store: Path) -> None:
    pages = {path: parsed(page) for path, page in pages_of(store).items()}
    assert len(pages) == 10
    ids = {path: page.by_id() for path, page in pages.items()}
    for path, page in pages.items():
        for href, _ in hrefs(page):
            file, _, fragment = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert target in pages, href
            assert not fragment or fragment in ids[target], href


def test_pages_of_a_folder_link_to_the_very_words(store: Path) -> None:
    pages = {path: parsed(page) for path, page in pages_of(store).items()}
    quoted = [(href, words) for href, words in hrefs(pages["index.html"]) if re.fullmatch(r"“.*”", words)]
    assert len(quoted) > 12
    for href, words in quoted:
        path, fragment = href.split("#")
        assert flowing(pages[path].by_id()[fragment].text) == words[1:-1]


# --- what others wrote is text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_any_field_stays_text(attack: str, tmp_path: Path) -> None:
    root = parsed(page_of(hostile(tmp_path / "pacts.db", attack), title=attack))
    assert root.of("h1")[0].text == root.of("title")[0].text == flowing(attack)
    assert flowing(attack) in root.by_id()["sources"].text
    assert len(root.of("script")) == len(root.of("style")) == 1
    assert {e.name for e in root} <= EXPECTED
    assert not any(name.startswith("on") or name in ("src", "style", "action", "srcdoc") for e in root for name in e.attributes)
    assert all(e.attributes.get("href", "#").startswith("#") for e in root)


NAMES = """
html head meta title style script body header main section nav article figure figcaption h1 h2 h3 h4 p a span div ul ol li dl dt dd
table thead tbody tr th td details summary time abbr em b strong q i code input label svg g circle line rect path text
"""
EXPECTED = {"", *NAMES.split()}
"""Elements that pages are made of."""


def test_nothing_is_hidden_in_any_field(tmp_path: Path) -> None:
    store = hostile(tmp_path / "pacts.db", *HARMFUL.values())
    for written in (page_of(store, title="".join(HARMFUL.values())), "".join(pages_of(store).values())):
        assert not re.search(rf"(?![\n\t\r\f])[{UNPRINTABLE}]", written)
        written.encode()


def test_the_page_lets_in_nothing_but_its_own_style_and_script(root: Element) -> None:
    content = {meta.attributes.get("http-equiv"): meta.attributes.get("content", "") for meta in root.of("meta")}["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in content.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name in ("style", "script"):
        (own,) = root.of(name)
        assert rules[f"{name}-src"] == f"'sha256-{base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()}'"
