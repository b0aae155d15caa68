"""What `find` hands to `resolve`: marks, that is stretches of the article with a label and nothing decided.

Marks are code-point offsets, not spaCy spans: a spaCy span starts and ends at tokens, and news holds values that do
not ("U.S.-Japan", "mid-2011", "theHerald"). `find.components` shows the same marks as `doc.spans` to spaCy users.
"""

from pactscan.marks.article import MarkedArticle

__all__ = ["MarkedArticle"]
