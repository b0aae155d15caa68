from __future__ import annotations

from rich.text import Text

from pactscan.render.layout import Page


def printed(page: Page) -> list[str]:
    return page.printed(None).splitlines()


def test_a_body_hangs_beside_its_label() -> None:
    page = Page(30)
    page.hang("label", "one two three four five six", indent=10)
    assert printed(page) == ["label     one two three four", "          five six"]


def test_a_label_that_is_too_long_stands_above() -> None:
    page = Page(30)
    page.hang("a very long label", "words", indent=10)
    assert printed(page) == ["a very long label", "          words"]


def test_lines_of_a_body_stay_lines() -> None:
    page = Page(30)
    page.hang("by", "one\ntwo", indent=6)
    assert printed(page) == ["by    one", "      two"]


def test_what_stands_at_the_right_edge_stays_beside_a_name_that_wraps() -> None:
    page = Page(40)
    page.apart(Text(" 1  a treaty on the crossing of rivers by night"), Text("SIGNED L5"), indent=4)
    assert printed(page) == [" 1  a treaty on the crossing   SIGNED L5", "    of rivers by night"]


def test_on_a_narrow_page_it_stands_below() -> None:
    page = Page(30)
    page.apart(Text(" 1  a treaty"), Text("NEGOTIATING (unsure)"), indent=4)
    assert printed(page) == [" 1  a treaty", "    NEGOTIATING (unsure)"]


def test_a_column_is_as_wide_as_it_needs_to_be_but_for_the_widest() -> None:
    page = Page(40)
    page.columns(
        [(Text("Ana Reyes"), Text("Minister")), (Text("N" * 25), Text("office not stated")), (Text("Bo"), Text("clerk"))], narrowest=8
    )
    assert printed(page) == ["Ana Reyes  Minister", "N" * 25, "           office not stated", "Bo         clerk"]


def test_gaps_do_not_add_up() -> None:
    page = Page(30)
    page.gap()
    page.add("a")
    page.gap()
    page.gap()
    page.add("b")
    assert printed(page) == ["a", "", "b"]


def test_a_page_is_neither_too_narrow_nor_too_wide_to_read() -> None:
    assert (Page(1).width, Page(79).width, Page(500).width) == (30, 79, 120)
