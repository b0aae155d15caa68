"""How right the speakers of each class of confidence are."""

from __future__ import annotations

from typing import Any

HALF = 0.5


def print_confidence(golds: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]], scorer: Any) -> None:
    """For each class of confidence: its share of all spans, and how many the gold has (half in common) with that source."""
    counts = {name: [0, 0] for name in ("high", "medium", "low")}
    for gold in golds:
        need, got = scorer.pieces(gold["text"], gold["quotes"]), scorer.pieces(gold["text"], predicted[gold["id"]])
        partner = {j: need[i][2] for lap, i, j in scorer.pair(need, got) if lap >= HALF}
        for j, (_, _, piece) in enumerate(got):
            count = counts[piece["confidence"]]
            count[0] += 1
            owner = partner.get(j)
            count[1] += bool(owner and owner.get("speaker") and scorer.speaker_ok(owner, piece))
    total = sum(n for n, _ in counts.values())
    for name, (n, right) in counts.items():
        print(f"confidence {name:8} share {n / total:.3f}  right {right / max(1, n):.3f}  ({n})")
