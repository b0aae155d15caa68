"""Two reports become a diff: pure, symmetric, and the same for any order of the items in a report."""

from pactscan.compare.reports import compare

__all__ = ["compare"]
