from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactscan.model import Report
from pactscan.render import page
from pactscan.render.escape import UNPRINTABLE, flowing, visible
from pactscan.render.page.kinds import LETTERS, MEANINGS, Kind
from pactscan.render.page.layers import Layer, layers
from pactscan.render.page.words import anchor, marked_paragraphs
from tests.render.page.attacks import ATTACKS
from tests.render.page.parsed import Element, parsed
from tests.render.payloads import HARMFUL
from tests.render.reports import TEXT, about, empty, full
from tests.render.test_terminal import told


@pytest.fixture(scope="module")
def root() -> Element:
    """The page of a report with something of everything."""
    return parsed(page.report(full()))


def prose(root: Element) -> Element:
    (found,) = root.having("prose")
    return found


# --- the words --------------------------------------------------------------------------------------------------------


def test_every_word_that_something_is_said_of_is_marked_exactly(root: Element) -> None:
    marked = root.by_id()
    for layer in layers(full()):
        element = marked[anchor(layer.start, layer.end)]
        assert element.text == TEXT[layer.start : layer.end]
        assert "\n".join(layer.why) in element.attributes["data-why"].split("\n\n")
        assert layer.kind in element.classes


def test_the_text_stands_as_it_was_written(root: Element) -> None:
    assert prose(root).text == "\n".join(line for line in TEXT.split("\n") if line)


def test_every_link_leads_somewhere(root: Element) -> None:
    ids, links = root.by_id(), [a.attributes["href"] for a in root.of("a")]
    assert links
    assert [link for link in links if not link.startswith("#") or link[1:] not in ids] == []


def test_every_mark_links_to_its_record_and_every_record_to_its_words(root: Element) -> None:
    ids = root.by_id()
    for layer in layers(full()):
        links = {a.attributes["href"] for a in ids[layer.record].of("a")}
        if layer.kind is not Kind.SPEECH:
            assert f"#{anchor(layer.start, layer.end)}" in links or layer.kind is Kind.FACT, layer
    named = {a.attributes["href"].lstrip("#") for a in prose(root).of("a")}
    assert {"agreement-1", "agreement-2", "actor-1", "country-1", "date-1", "quote-1"} <= named


def test_no_link_stands_in_another(root: Element) -> None:
    assert all(len(a.of("a")) == 1 for a in root.of("a"))


def test_the_card_says_value_evidence_and_confidence(root: Element) -> None:
    whys = "\n\n".join(element.attributes["data-why"] for element in prose(root).having("m"))
    assert re.search(r"Agreement: .+\nnamed in full\nstatus: .+, from “.+”\nconfidence: (high|medium|low)", whys)
    assert re.search(r"Quote 1: Ingrid Solbakken\ndirect, said by “.+”, told by “said”\nconfidence: ", whys)
    assert "Country: Chile (CL)\nby the word for its people\nthe article is about it" in whys
    assert "Date: not resolved\nno publication date" in whys
    assert "Person: Ingrid Solbakken\nDefence Minister, NO" in whys


def test_each_stretch_is_one_stop_of_the_tab_key_at_most(root: Element) -> None:
    for mark in prose(root).having("m"):
        own = [a for a in mark.of("a") if a is mark or ("in" in a.classes and a in mark.children)]
        assert sum(a.attributes.get("tabindex") != "-1" for a in own) <= 1


TEXTS = st.text(st.sampled_from("ab \n“<&"), min_size=1, max_size=40)


@st.composite
def laid(draw: st.DrawFn) -> tuple[str, list[Layer]]:
    """A text with stretches that lie in each other and cross as they like."""
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(Kind)), max_size=8))
    return text, [Layer(min(a, b), max(a, b), kind, "x-1", (f"{kind} {a} {b}",)) for a, b, kind in spans]


@given(laid())
@settings(max_examples=300, deadline=None)
def test_marks_that_cross_cover_exactly_their_words(case: tuple[str, list[Layer]]) -> None:
    text, found = case
    covered: dict[str, set[int]] = {}
    ids: list[str] = []
    for paragraph, words in marked_paragraphs(text, found):
        read = parsed(words)
        assert read.text == text[paragraph.start : paragraph.end]
        ids += read.by_id()
        _cover(read, paragraph.start, [], covered)
    assert len(ids) == len(set(ids))
    inside = {at for paragraph, _ in marked_paragraphs(text, []) for at in range(paragraph.start, paragraph.end)}
    for layer in found:
        assert covered.get("\n".join(layer.why), set()) >= set(range(layer.start, layer.end)) & inside
    for why, places in covered.items():
        assert places <= {at for layer in found if "\n".join(layer.why) == why for at in range(layer.start, layer.end)}


def _cover(element: Element, at: int, whys: list[str], covered: dict[str, set[int]]) -> int:
    """Note which code points each mark covers; where `element` ends."""
    said = element.attributes.get("data-why", "")
    whys = [*whys, *said.split("\n\n")] if said else whys
    for child in element.children:
        if isinstance(child, Element):
            at = _cover(child, at, whys, covered)
        else:
            for why in whys:
                covered.setdefault(why, set()).update(range(at, at + len(child)))
            at += len(child)
    return at


# --- the rest of the page ---------------------------------------------------------------------------------------------


def test_the_lists_hold_what_the_report_holds(root: Element) -> None:
    ids = root.by_id()
    report = full()
    for number, agreement in enumerate(report.agreements, 1):
        record = ids[f"agreement-{number}"].text
        for known in (agreement.name, agreement.status.replace("_", " "), *(p.name for p in agreement.parties)):
            assert known in record
        assert f"confidence {agreement.confidence}" in record
    for number, quote in enumerate(report.quotes, 1):
        assert all(span.text in ids[f"quote-{number}"].text for span in quote.spans)
    for number, date in enumerate(report.dates, 1):
        assert (date.value or "not resolved") in ids[f"date-{number}"].text
        assert date.mention.text in ids[f"date-{number}"].text
    assert "1 quote without a speaker in the text" in ids["notes"].text


@pytest.mark.parametrize("number", [1, 3])
def test_there_are_landmarks_one_main_heading_and_a_label_of_its_own_on_each_part(number: int) -> None:
    root = parsed(page.reports([full()] * number))
    assert [len(root.of(name)) for name in ("main", "h1", "footer")] == [1, 1, 1]
    ids = root.by_id()
    parts = [e for e in root if "aria-labelledby" in e.attributes]
    labels = ["|".join(ids[name].text for name in e.attributes["aria-labelledby"].split()) for e in parts]
    assert len(labels) == 8 * number + 1
    assert len({e.attributes["aria-labelledby"] for e in parts}) == len(parts)
    assert all(label.strip() for label in labels)
    (html,) = root.of("html")
    assert html.attributes["lang"] == "en"


def test_the_legend_tells_every_kind_apart_by_letter_and_by_line() -> None:
    assert set(MEANINGS) == set(Kind) == set(LETTERS)
    assert len(set(LETTERS.values())) == len({line for _, line in MEANINGS.values()}) == len(Kind)


def test_only_what_was_asked_for_is_listed() -> None:
    report = full()
    only = replace(report, tool=replace(report.tool, options=(("only", "quotes"),)), agreements=(), actors=(), countries=(), dates=())
    ids = parsed(page.report(only)).by_id()
    assert "quotes" in ids
    assert not {"agreements", "people", "countries", "dates"} & ids.keys()


def test_an_article_in_which_nothing_stands_says_so() -> None:
    root = parsed(page.report(empty()))
    assert prose(root).text == "Snow fell."
    assert [p.text for p in root.having("none")] == ["none found"] * 6


def test_an_article_in_another_language_is_shown_and_not_called_empty() -> None:
    report = Report(empty().tool, about("Il neige.\n", language="fr"), notes=("language fr is not analysed",))
    root = parsed(page.report(report))
    assert "language fr: not analysed" in root.text
    assert "none found" not in root.text


def test_a_report_without_its_text_has_values_without_links() -> None:
    report = full()
    root = parsed(page.report(replace(report, article=replace(report.article, text=None))))
    assert "The text was not kept" in root.text
    assert "@" in root.by_id()["agreement-1"].text
    assert not [a for a in root.of("a") if a.attributes["href"].startswith("#w")]


def test_several_articles_are_one_page_and_their_links_stay_apart() -> None:
    root = parsed(page.reports([full(), empty(), full()]))
    ids, links = root.by_id(), {a.attributes["href"] for a in root.of("a")}
    assert {link for link in links if link[1:] not in ids} == set()
    assert [h.text for h in root.of("h1")] == ["3 articles"]
    assert {i[:3] for i in ids if "-w" in i} == {"a1-", "a3-"}


def test_the_same_report_is_the_same_bytes() -> None:
    assert page.report(full()) == page.report(full())


# --- what others wrote is text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_any_field_stays_text(attack: str) -> None:
    honest, attacked = (parsed(page.report(told(payload))) for payload in ("h" * len(attack), attack))
    assert [e.name for e in attacked] == [e.name for e in honest]
    assert [e.attributes.keys() for e in attacked] == [e.attributes.keys() for e in honest]
    assert flowing(attack) in " ".join(prose(attacked).text.split())
    assert not any(name.startswith("on") or name in ("src", "style", "action") for e in attacked for name in e.attributes)
    assert all(e.attributes.get("href", "#").startswith("#") for e in attacked)


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_nothing_is_hidden_in_any_field(payload: str) -> None:
    written = page.report(told(payload))
    assert not re.search(rf"(?![\n\t\r\f])[{UNPRINTABLE}]", written.split("</style>")[1])
    shown = visible(payload.strip("\t\n\r\x0b\x0c"))
    assert shown == "" or shown in parsed(written).text or re.search(r"[\r\n\x0b\x0c\x85\u2028\u2029]", payload)
    written.encode()


def test_half_a_surrogate_can_be_written() -> None:
    assert "\\ud800" in parsed(page.report(told("\ud800"))).text


def test_the_page_lets_in_nothing_but_its_own_style_and_script(root: Element) -> None:
    content = {meta.attributes.get("http-equiv"): meta.attributes.get("content", "") for meta in root.of("meta")}["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in content.split(";"))
    assert rules.keys() == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name in ("style", "script"):
        (own,) = root.of(name)
        assert rules[f"{name}-src"] == f"'sha256-{base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()}'"


def test_nothing_is_loaded_from_anywhere() -> None:
    written = page.report(full())
    assert not re.search(r"https?:|//[a-z]|@import|url\(|<link|src=", written.replace('"use strict";\n//', ""))
