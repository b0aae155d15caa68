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
    country: str | None = None
    weight: int = 0
    """What the sentences of the mentions say for a name of this kind, less what they say against."""
    honorifics: set[str] = field(default_factory=set)

    def role(self, text: str) -> str | None:
        """The office that says most: the one of most words, the first of several."""
        if not self.roles:
            return None
        start, end = max((role for role, _ in self.roles), key=lambda role: (len(text[slice(*role)].split()), -role[0]))
        return " ".join(text[start:end].split())
