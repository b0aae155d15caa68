"""Questions to a store: ``with asking(Path("pacts.db")) as corpus: timeline(corpus, Filters(parties=("NZ",)))``.

Every answer is plain data (see `askmodel`), each of its rows with the words of an article that it came from. Each question is imported
when it is first asked.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactscan.ask.cast import actors, countries
    from pactscan.ask.chronicle import timeline
    from pactscan.ask.corpus import Corpus, asking
    from pactscan.ask.disputes import conflicts
    from pactscan.ask.dossier import agreement
    from pactscan.ask.finding import search
    from pactscan.ask.links import network
    from pactscan.ask.news import new_since
    from pactscan.ask.quotations import said
    from pactscan.ask.tables import index

__all__ = [
    "Corpus",
    "actors",
    "agreement",
    "asking",
    "conflicts",
    "countries",
    "index",
    "network",
    "new_since",
    "said",
    "search",
    "timeline",
]

_ROOMS = {
    "Corpus": "corpus",
    "actors": "cast",
    "agreement": "dossier",
    "asking": "corpus",
    "conflicts": "disputes",
    "countries": "cast",
    "index": "tables",
    "network": "links",
    "new_since": "news",
    "said": "quotations",
    "search": "finding",
    "timeline": "chronicle",
}
"""No module has the name of what it gives: once imported, it would stand in its place."""


def __getattr__(name: str) -> object:
    """A question on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'pactscan.ask' has no attribute {name!r}")
    return getattr(import_module(f"pactscan.ask.{_ROOMS[name]}"), name)
