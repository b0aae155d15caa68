"""An ordered map over worker processes that survives a dead one. Knows nothing about news."""

from pactscan.engine.pool import Limits, Outcome, Pool, Trouble

__all__ = ["Limits", "Outcome", "Pool", "Trouble"]
