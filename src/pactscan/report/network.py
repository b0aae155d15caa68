"""Who shares agreements with whom, as a picture and as a table."""

from __future__ import annotations

import math

from pactscan.askmodel import Edge, Network, Node
from pactscan.render.page.markup import Html, element, join
from pactscan.report.agreements import record
from pactscan.report.layout import Point, layout
from pactscan.report.parts import cells, none, part, scrolled, table
from pactscan.report.places import Places
from pactscan.report.words import counted, left_out, name_of, stories

TITLE = "Who shares agreements with whom"
NODES = 32
"""Parties in the picture: those with most agreements that they share."""
PAIRS = 200
"""Rows of the table."""
NAMED = 4
"""Agreements that a row names."""
WIDTH, HEIGHT = 960, 560
LETTER = 7.6
"""Width of a letter of a label."""


def section(network: Network, places: Places, known: frozenset[str]) -> Html:
    """The picture, and all of it in words. `known` are the ids of agreements that have a record in the page."""
    if not network.edges:
        return part("network", TITLE, none("No two parties share an agreement."))
    return part("network", TITLE, _figure(network), _table(network, places, known))


def _figure(network: Network) -> Html:
    nodes = _drawn(network)
    sharing = {end for edge in network.edges for end in (edge.left, edge.right)}
    told = "The more agreements, the larger the party and the thicker the line. Only parties that share one are drawn."
    caption = element("figcaption", told, class_="hint")
    cut = left_out(len(nodes), len(sharing), "the parties with most agreements,")
    return element("figure", scrolled(_picture(nodes, network.edges), "Picture of the network"), caption, cut)


def _drawn(network: Network) -> list[Node]:
    sharing = {end for edge in network.edges for end in (edge.left, edge.right)}
    ranked = sorted((node for node in network.nodes if node.id in sharing), key=lambda node: (-node.agreements, node.id))
    kept = ranked[:NODES]
    ids = {node.id for node in kept}
    joined = {end for edge in network.edges if edge.left in ids and edge.right in ids for end in (edge.left, edge.right)}
    return [node for node in kept if node.id in joined]


def _picture(nodes: list[Node], edges: tuple[Edge, ...]) -> Html:
    at = {node.id: number for number, node in enumerate(nodes)}
    drawn = [edge for edge in edges if edge.left in at and edge.right in at]
    sizes = [(max(len(_name(node)) * LETTER, 2 * _radius(node)) + 12, 2 * _radius(node) + 24) for node in nodes]
    points = layout(sizes, [(at[edge.left], at[edge.right], len(edge.agreements)) for edge in drawn], WIDTH, HEIGHT)
    lines = [_line(edge, points[at[edge.left]], points[at[edge.right]]) for edge in drawn]
    dots = [_dot(node, point) for node, point in zip(nodes, points, strict=True)]
    counts = counted(len(nodes), "party", "parties"), counted(len(drawn), "pair")
    title = element("title", f"{counts[0]} and {counts[1]} that share agreements; the table below has them in words")
    return element("svg", title, *lines, *dots, class_="network", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")


def _radius(node: Node) -> float:
    return round(9 + 4 * math.log2(node.agreements), 1)


def _name(node: Node) -> str:
    return name_of(node.code, node.name)


def _line(edge: Edge, start: Point, end: Point) -> Html:
    thick = round(1 + 1.6 * math.log2(len(edge.agreements)), 1)
    ends = {"x1": start[0], "y1": start[1] - 8, "x2": end[0], "y2": end[1] - 8}
    return element("line", **{name: f"{value:.1f}" for name, value in ends.items()}, stroke_width=str(thick))


def _dot(node: Node, point: Point) -> Html:
    x, y = point[0], point[1] - 8
    code = element("text", node.code, x=f"{x:.1f}", y=f"{y + 4:.1f}", class_="code") if node.code and len(node.code) < 4 else None
    name = element("text", _name(node), x=f"{x:.1f}", y=f"{y + _radius(node) + 14:.1f}")
    return element("g", element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=str(_radius(node))), code, name)


def _table(network: Network, places: Places, known: frozenset[str]) -> Html:
    names = {node.id: _name(node) for node in network.nodes}
    ranked = sorted(network.edges, key=lambda edge: (-len(edge.agreements), -edge.stories, edge.left, edge.right))
    rows = [_row(edge, names, places, known) for edge in ranked[:PAIRS]]
    listed = table(("Parties", "Agreements", "Stories", "Latest words"), rows, "plain")
    cut = left_out(len(rows), len(ranked), "the pairs with most agreements,")
    summary = element("summary", f"All of it in words: {counted(len(ranked), 'pair')}")
    return element("details", summary, scrolled(listed, "Table of the network"), cut)


def _row(edge: Edge, names: dict[str, str], places: Places, known: frozenset[str]) -> Html:
    pair = element("th", f"{names[edge.left]} – {names[edge.right]}", scope="row")
    shown = [record(each, name, known) for each, name in zip(edge.agreements[-NAMED:], edge.names[-NAMED:], strict=True)]
    rest = len(edge.agreements) - len(shown)
    named = element("td", join(shown, "; "), f" and {rest} more" if rest > 0 else None)
    return element("tr", pair, named, *cells(stories(edge.stories), places.words(edge.passage)))
