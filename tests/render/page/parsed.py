"""A page read back: its elements, their attributes and their text, as a browser would have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "input", "link", "meta", "circle", "line", "rect", "path"}


@dataclass
class Element:
    """An element, with its children in order."""

    name: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def __iter__(self) -> Iterator[Element]:
        """Itself and all elements in it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def all(self, wanted: Callable[[Element], bool]) -> list[Element]:
        return [element for element in self if wanted(element)]

    def of(self, name: str) -> list[Element]:
        return self.all(lambda element: element.name == name)

    def having(self, css_class: str) -> list[Element]:
        return self.all(lambda element: css_class in element.classes)

    def by_id(self) -> dict[str, Element]:
        """The elements that have an id; fails when an id is there twice."""
        found = self.all(lambda element: "id" in element.attributes)
        ids = [element.attributes["id"] for element in found]
        assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
        return dict(zip(ids, found, strict=True))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), attrs
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parsed(page: str) -> Element:
    """The root of `page`; fails where its elements are not closed in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], [element.name for element in reader.open]
    return reader.root
