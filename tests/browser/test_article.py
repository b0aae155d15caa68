"""The page of an article, in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pactscan import codec
from pactscan.render import page
from tests.ask.stores import golden_reports
from tests.browser.conftest import SCHEMES, WIDTHS, Scheme, Visit, keep_picture, violations
from tests.render.page.attacks import ATTACKS
from tests.render.payloads import HARMFUL
from tests.render.reports import full
from tests.render.test_terminal import told

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def declaration() -> str:
    """The page of a sample."""
    plain = next(report for report in golden_reports() if report["article"]["id"] == "defence_declaration")
    return page.report(codec.from_dict(plain))


@pytest.fixture
def opened(visit: Visit, declaration: str) -> Page:
    return visit(visit.write("declaration.html", declaration))


def card(page: Page) -> str:
    """What the card says; nothing when it is not shown."""
    return re.sub(r"\n+", "\n", page.locator("#why").inner_text()) if page.locator("#why").is_visible() else ""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_accessible_and_fits(visit: Visit, declaration: str, width: int, scheme: Scheme) -> None:
    page = visit(visit.write("declaration.html", declaration), width=width, scheme=scheme)
    keep_picture(page, f"article-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert width == 800 or violations(page) == []


def test_several_articles_on_one_page_are_accessible(visit: Visit) -> None:
    page_ = visit(visit.write("several.html", page.reports([full(), full()])))
    assert violations(page_) == []


def test_pointing_at_words_shows_what_they_are_and_why(opened: Page) -> None:
    assert card(opened) == ""
    opened.hover(".prose .m.fact >> text=Valparaíso")
    assert card(opened).splitlines()[:2] == ["Place: Valparaíso", "of Declaration of Intent on Maritime Surveillance"]
    opened.hover("h1")
    opened.wait_for_selector("#why", state="hidden")


def test_words_in_marked_words_show_what_both_are(opened: Page) -> None:
    opened.hover(".prose .m.agreement .m.country")
    said = card(opened)
    assert said.index("Country: ") < said.index("Agreement: ")


def test_the_card_can_be_pointed_at(opened: Page) -> None:
    opened.hover(".prose .m.country >> nth=0")
    opened.hover("#why")
    opened.wait_for_timeout(300)
    assert card(opened)


def test_the_keyboard_reaches_the_words_and_their_card(opened: Page) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Skip to the text"
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Norway"
    assert card(opened).startswith("Country: Norway (NO)")
    described = opened.evaluate("document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent")
    assert described.startswith("Country: Norway (NO)")
    opened.keyboard.press("Escape")
    assert card(opened) == ""


def test_each_mark_is_reached_once_by_the_tab_key_and_in_the_order_of_the_text(opened: Page) -> None:
    stops = opened.evaluate(
        "[...document.querySelectorAll('.prose a, .prose [tabindex]')].filter(e => e.tabIndex >= 0).map(e => e.closest('.m').id)"
    )
    marks = opened.evaluate("[...document.querySelectorAll('.prose .m[id]')].map(e => e.id)")
    assert len(stops) == len(set(stops))
    assert set(stops) <= set(marks)
    starts = [int(stop[1:].split("-")[0]) for stop in stops]
    assert starts == sorted(starts)


def test_a_value_leads_to_its_words_and_words_lead_to_their_record(opened: Page) -> None:
    opened.locator("#agreement-1 a", has_text="“sign”").click()
    assert opened.evaluate("document.querySelector(':target').textContent") == "sign"
    assert opened.locator(":target").is_visible()
    opened.locator(".prose a.m.agreement").first.click()
    assert opened.evaluate("location.hash") == "#agreement-1"


def test_the_legend_switches_marks_off(opened: Page) -> None:
    look = "getComputedStyle(document.querySelector('.prose .m.country')).textDecorationLine"
    assert opened.evaluate(look) == "underline"
    opened.uncheck("#show-country")
    assert opened.evaluate(look) == "none"
    assert opened.evaluate("getComputedStyle(document.querySelector('.prose .m.date')).textDecorationLine") == "underline"


def test_copied_words_are_those_of_the_article(opened: Page) -> None:
    text = next(report for report in golden_reports() if report["article"]["id"] == "defence_declaration")["article"]["text"]
    copied = opened.evaluate("(getSelection().selectAllChildren(document.querySelector('.prose')), getSelection().toString())")
    assert copied.split() == text.split()


def test_without_scripts_the_text_the_lists_and_the_links_are_there(visit: Visit, declaration: str) -> None:
    page = visit(visit.write("declaration.html", declaration), scripts=False)
    page.locator("#agreement-1 a", has_text="“sign”").click()
    assert page.locator(".m:target").inner_text() == "sign"
    page.hover(".prose .m.country >> nth=0")
    assert "Country: Norway" in page.evaluate("getComputedStyle(document.querySelector('.m:hover'), '::after').content")


def test_it_prints(opened: Page) -> None:
    opened.emulate_media(media="print")
    assert opened.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not opened.locator(".summary").is_visible()
    assert opened.pdf().startswith(b"%PDF")


def test_the_policy_keeps_out_what_is_not_ours(visit: Visit, declaration: str) -> None:
    page = visit(visit.write("declaration.html", declaration))
    failed: list[str | None] = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hit = true";
            const image = new Image();
            image.src = "http://127.0.0.1:9/x.png";
            const style = document.createElement("style");
            style.textContent = "h1 { display: none }";
            document.body.append(script, image, style);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit === undefined")
    assert page.locator("h1").is_visible()
    blocked = [fault for fault in visit.faults if "Content Security Policy" in fault]
    assert len(blocked) >= 3
    assert failed == ["csp"]
    visit.faults.clear()


def test_hostile_text_stays_text(visit: Visit) -> None:
    reports = [told(attack) for attack in (*ATTACKS, *HARMFUL.values())]
    opened = visit(visit.write("hostile.html", page.reports(reports)))
    opened.wait_for_timeout(100)
    names = set(opened.evaluate("[...document.body.querySelectorAll('*')].map(e => e.localName)"))
    assert not names & {"img", "iframe", "form", "base", "meta", "style", "template", "link", "object"}
    assert opened.evaluate("document.scripts.length") == 1
    assert opened.evaluate("[...document.links].every(link => link.getAttribute('href').startsWith('#'))")
    assert opened.evaluate("document.querySelector('.prose').textContent").count(ATTACKS[0]) >= 1


def test_a_long_article_opens(visit: Visit) -> None:
    opened = visit(visit.write("many.html", page.reports([full()] * 60)))
    assert opened.locator("article").count() == 60
