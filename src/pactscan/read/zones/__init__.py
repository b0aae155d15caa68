"""Parts of an article that are not its story: title, header lines, byline, dateline, captions, credits, notices.

A wrong zone hides real actors, so a line is zoned only on plain evidence, and what is in doubt stays story.
"""

from pactscan.read.zones.datelines import Dateline, dateline_at
from pactscan.read.zones.layout import zones_of

__all__ = ["Dateline", "dateline_at", "zones_of"]
