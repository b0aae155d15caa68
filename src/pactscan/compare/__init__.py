"""Two reports become a diff: pure, symmetric, and the same for any order of the items in a report."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactscan.compare.reports import compare

__all__ = ["compare"]


def __getattr__(name: str) -> object:
    """`compare` on first use: who only needs the words or the names of this room does not pay for all of it."""
    if name == "compare":
        from pactscan.compare.reports import compare

        return compare
    raise AttributeError(f"module 'pactscan.compare' has no attribute {name!r}")
