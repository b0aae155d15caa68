"""The network of parties as GraphML (yEd, Gephi, networkx) and in the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape as xml_escape

from pactscan.askmodel import Network
from pactscan.render.escape import flowing

_KEYS = (
    ("code", "node", "string"),
    ("name", "node", "string"),
    ("agreements", "node", "int"),
    ("weight", "edge", "int"),
    ("stories", "edge", "int"),
    ("ids", "edge", "string"),
    ("names", "edge", "string"),
)


def graphml(network: Network) -> Iterator[str]:
    """GraphML, line by line; ``weight`` is the number of agreements that two parties share."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, owner, kind in _KEYS:
        yield f'  <key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="agreements" edgedefault="undirected">\n'
    for node in network.nodes:
        data = {"code": node.code, "name": node.name, "agreements": node.agreements}
        yield f"    <node id={_quoted(node.id)}>{_data('node', data)}</node>\n"
    for edge in network.edges:
        lists = {"ids": "; ".join(edge.agreements), "names": "; ".join(edge.names)}
        data = {"weight": len(edge.agreements), "stories": edge.stories, **lists}
        yield f"    <edge source={_quoted(edge.left)} target={_quoted(edge.right)}>{_data('edge', data)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(owner: str, values: dict[str, str | int | None]) -> str:
    told = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f'<data key="{owner}_{name}">{_xml(str(value))}</data>' for name, value in told)


def _xml(text: str) -> str:
    """XML has no way to write control characters: they are shown as their numbers."""
    return xml_escape(flowing(text))


def _quoted(text: str) -> str:
    return '"' + xml_escape(flowing(text), {'"': "&quot;"}) + '"'


def dot(network: Network) -> Iterator[str]:
    """An undirected graph of Graphviz, line by line; lines are as thick as parties share agreements."""
    yield "graph agreements {\n  node [shape=box];\n"
    for node in network.nodes:
        yield f"  {_dot(node.id)} [label={_dot(node.name)}];\n"
    for edge in network.edges:
        weight = len(edge.agreements)
        label = f"label={_dot(str(weight))}, weight={weight}, penwidth={min(weight, 8)}, tooltip={_dot('; '.join(edge.names))}"
        yield f"  {_dot(edge.left)} -- {_dot(edge.right)} [{label}];\n"
    yield "}\n"


def _dot(text: str) -> str:
    """A quoted string; a backslash would begin an escape of Graphviz."""
    return '"' + flowing(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
