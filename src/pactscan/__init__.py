"""Which agreements, actors, countries, dates and quotes stand in a news article, with the words they came from."""

from pactscan.diffmodel import ReportDiff
from pactscan.model import Article, Report
from pactscan.version import __version__

__all__ = ["Article", "Report", "ReportDiff", "Scanner", "__version__"]


def __getattr__(name: str) -> object:
    """`Scanner` on first use: importing pactscan must not import spaCy."""
    if name == "Scanner":
        from pactscan.scanner import Scanner

        return Scanner
    raise AttributeError(f"module 'pactscan' has no attribute {name!r}")
