"""Names that mean one actor."""

from __future__ import annotations

from dataclasses import dataclass, field

from pactscan.model import ActorKind


@dataclass
class Cluster:
    """What is known of one actor while the cast is being built."""

    name: str
    kind: ActorKind
    mentions: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of the text, sorted before use."""
    roles: list[tuple[tuple[int, int], str | None]] = field(default_factory=list)
    """Stretch of an office beside the name, and the country in it."""
    second_roles: list[tuple[tuple[int, int], str | None]] = field(default_factory=list)
    """Offices on the other side of a name that has one already."""
    country: str | None = None
    weights: list[int] = field(default_factory=list)
    """What the sentence of each mention says for a name of this kind, less what it says against."""
    honorifics: set[str] = field(default_factory=set)

    def is_supported(self, *, full: bool) -> bool:
        """Whether the sentences together speak for a name: a full one needs no word for it, a single one does."""
        total = sum(self.weights)
        return total > 0 or max(self.weights, default=0) >= 2 or (full and total == 0)

    def role(self, text: str) -> str | None:
        """The office that says most: the one of most words, the first of several; a mere member's gives way to any other."""
        if not self.roles:
            return None
        worded = [(text[slice(*role)].split(), -role[0]) for role, _ in self.roles]
        words, _ = max(worded, key=lambda role: (role[0][0].casefold() != "member", len(role[0]), role[1]))
        return " ".join(words)
