"""Questions to a store: ``with asking(Path("pacts.db")) as corpus: timeline(corpus, Filters(parties=("NZ",)))``.

Every answer is plain data (see `askmodel`), each of its rows with the words of an article that it came from.
"""

from pactscan.ask.actors import actors, countries
from pactscan.ask.agreement import agreement
from pactscan.ask.conflicts import conflicts
from pactscan.ask.corpus import Corpus, asking
from pactscan.ask.index import index
from pactscan.ask.network import network
from pactscan.ask.news import new_since
from pactscan.ask.said import said
from pactscan.ask.search import search
from pactscan.ask.timeline import timeline

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
