"""Colours that read on light and on dark ground, and help only: every meaning is also a word or a sign.

Each is at least 3 : 1 against white, black and the usual dark greys (a test holds that), and none is told from another
by red and green alone. Numbers are those of the 256-colour palette; on fewer colours the nearest stands in.
"""

from __future__ import annotations

HEADING = "bold"
NAME = "bold"
ASIDE = "color(243)"
"""Line numbers, counts, labels: what the eye may skip."""
DONE = "bold color(29)"
"""Agreed, signed, ratified, in force."""
PLANNED = "bold color(32)"
"""Proposed, under negotiation."""
BROKEN = "bold color(161)"
"""Suspended, violated, withdrawn, ended, refused."""
UNKNOWN = "italic color(130)"
"""What the text does not tell."""
LEFT = "color(32)"
RIGHT = "color(166)"
