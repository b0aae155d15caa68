"""The page of a store, in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ask.stores import golden_reports, write_store
from tests.browser.conftest import SCHEMES, WIDTHS, Scheme, Visit, keep_picture, violations
from tests.render.page.attacks import ATTACKS
from tests.report.made import hostile, page_of, pages_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = "#agreements tbody tr"
FIND = ".tools input"
STATUS, PARTY, ORDER = (f".tools label:nth-of-type({n}) select" for n in (2, 3, 4))


@pytest.fixture(scope="module")
def written(news: Path) -> str:
    return page_of(news)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a few articles: axe-core looks at each word of a page by itself."""
    return page_of(write_store(tmp_path_factory.mktemp("small") / "pacts.db", golden_reports()[:4]))


@pytest.fixture
def opened(visit: Visit, written: str) -> Page:
    return visit(visit.write("report.html", written))


def names(page: Page) -> list[str]:
    """The agreements that the table shows, in its order."""
    shown = page.locator(f"{ROWS}:visible th")
    return shown.all_inner_texts()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits(visit: Visit, written: str, width: int, scheme: Scheme) -> None:
    page = visit(visit.write("report.html", written), width=width, scheme=scheme)
    keep_picture(page, f"corpus-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")])
def test_it_is_accessible(visit: Visit, small: str, width: int, scheme: Scheme) -> None:
    page = visit(visit.write("small.html", small), width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((box, n) => { box.open = n % 3 < 2; })")
    assert violations(page) == []


def test_a_head_sorts_and_sorts_the_other_way(opened: Page) -> None:
    first = names(opened)
    opened.click("#agreements thead button >> text=Agreement")
    assert names(opened) == sorted(first, key=str.lower)
    assert opened.get_attribute("#agreements thead th >> nth=0", "aria-sort") == "ascending"
    opened.click("#agreements thead button >> text=Agreement")
    assert names(opened) == sorted(first, key=str.lower, reverse=True)
    assert opened.locator("#agreements th[aria-sort]").count() == 1


def test_the_keyboard_sorts_and_numbers_sort_as_numbers(opened: Page) -> None:
    opened.locator("#agreements thead button >> text=Stories").focus()
    opened.keyboard.press("Enter")
    counts = [int(text) for text in opened.locator(f"{ROWS} td:nth-child(6)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_dates_sort_and_unknown_ones_come_last_either_way(opened: Page) -> None:
    for _ in range(2):
        opened.click("#agreements thead button >> text=Date")
        dates = [text.split()[0] for text in opened.locator(f"{ROWS} td:nth-child(3)").all_inner_texts()]
        known = [date for date in dates if date[0].isdigit()]
        assert dates[: len(known)] == known
        assert known in (sorted(known), sorted(known, reverse=True))


def test_words_status_and_party_filter_the_table_and_the_count_is_told(opened: Page) -> None:
    every = len(names(opened))
    opened.locator(FIND).fill("FREE trade")
    found = names(opened)
    assert 0 < len(found) < every
    assert all("free trade" in name.lower() for name in found)
    assert opened.locator("#agreements output").inner_text() == f"{len(found)} of {every} agreements"
    opened.locator(FIND).fill("")
    opened.locator(STATUS).select_option("withdrawn")
    assert 0 < len(names(opened)) < every
    opened.locator(STATUS).select_option("")
    opened.locator(PARTY).select_option("KE")
    assert 0 < len(names(opened)) < every
    assert all("KE" in text for text in opened.locator(f"{ROWS}:visible td:nth-child(4)").all_inner_texts())
    opened.locator(FIND).fill("no such thing")
    assert names(opened) == []


def test_on_a_narrow_screen_a_list_sorts(visit: Visit, written: str) -> None:
    page = visit(visit.write("report.html", written), width=320)
    first = names(page)
    page.locator(ORDER).select_option(label="Agreement")
    assert names(page) == sorted(first, key=str.lower) != first


@pytest.mark.parametrize("large", [False, True])
def test_from_the_table_to_the_record_to_the_words(visit: Visit, news: Path, monkeypatch: pytest.MonkeyPatch, large: bool) -> None:
    monkeypatch.setattr("pactscan.report.LARGE", 0 if large else 1_000)
    opened = visit(visit.write("report.html", page_of(news)))
    assert opened.locator("main.large").count() == large
    opened.evaluate("document.querySelectorAll('details').forEach(box => { box.open = false; })")
    opened.locator(f"{ROWS} th a").first.click()
    record = opened.locator(".record:target")
    assert record.is_visible()
    link = record.locator("a", has_text="“").first
    words = link.inner_text()
    link.click()
    target = opened.locator(".m:target")
    assert target.is_visible()
    assert f"“{' '.join((target.text_content() or '').split())}”" == words
    box = target.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_a_link_from_outside_opens_the_words(visit: Visit, written: str, opened: Page) -> None:
    fragment = opened.locator(".source .m.agreement[id]").first.get_attribute("id")
    page = visit(visit.write("report.html", written), fragment=f"#{fragment}")
    assert page.locator(".m:target").is_visible()


@pytest.mark.parametrize("fragment", ["#", "#%", "#nowhere", "#<b>"])
def test_a_link_to_nowhere_does_no_harm(visit: Visit, written: str, fragment: str) -> None:
    assert visit(visit.write("report.html", written), fragment=fragment).locator("h1").is_visible()


def test_words_of_an_article_lead_to_the_record_of_the_agreement(opened: Page) -> None:
    opened.evaluate("document.querySelectorAll('#sources details').forEach(box => { box.open = true; })")
    link = opened.locator(".source a.m.agreement").first
    target = link.get_attribute("href") or ""
    assert target.startswith("#agreement-")
    link.click()
    assert opened.locator(target).is_visible()


def test_without_scripts_everything_can_be_read(visit: Visit, written: str) -> None:
    page = visit(visit.write("report.html", written), scripts=False)
    assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count() > 10
    assert not page.locator(".tools").is_visible()
    assert page.locator("#timeline svg.track").count() > 5
    href = page.locator("#agreements td a").first.get_attribute("href")
    page.locator("#agreements td a").first.click()
    assert page.locator(f"{href}:target").is_visible()  # Chromium opens what the link leads into


def test_a_folder_of_pages_opens_from_disk(visit: Visit, news: Path) -> None:
    for path, written in pages_of(news).items():
        (visit.folder / path).parent.mkdir(exist_ok=True)
        visit.write(path, written)
    page = visit(visit.folder / "index.html")
    page.locator("#agreements td a").first.click()
    assert "/articles/" in page.url
    assert page.locator(".m:target").is_visible()
    page.click("text=All articles")
    assert page.url.endswith("/index.html")


def test_hostile_text_stays_text(visit: Visit) -> None:
    page = visit(visit.write("hostile.html", page_of(hostile(visit.folder / "pacts.db", *ATTACKS), title=ATTACKS[0])))
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.locator(FIND).fill(ATTACKS[0])
    names_ = set(page.evaluate("[...document.body.querySelectorAll('*')].map(e => e.localName)"))
    assert not names_ & {"img", "iframe", "form", "base", "meta", "style", "template", "link", "object"}
    assert page.title() == page.locator("h1").inner_text() == ATTACKS[0]


def test_it_prints(opened: Page) -> None:
    opened.emulate_media(media="print")
    assert not opened.locator(".tools").is_visible()
    assert opened.pdf().startswith(b"%PDF")
