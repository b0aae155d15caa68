"""A cluster of marks that mean one instrument, with what its words say kept at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import counted, cues, heads, modifiers, words
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import ActorKind, AgreementForm, MentionForm

if TYPE_CHECKING:
    from pactscan.resolve.agreements.scene import Scene

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
TRUCE = re.compile(r"(?i)\b(?:cease-?\s?fire|truce)\b")
YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
MADE = frozenset({"agreed", "signed"})
HOURS = re.compile(r"\d+-(?:hour|day|week)$")


@dataclass(frozen=True, slots=True)
class Sense:
    """What the words of a mark say, apart from its head."""

    core: frozenset[str]
    codes: frozenset[str]
    years: frozenset[str]
    age: str
    apart: frozenset[str] = frozenset()
    """Words that set it off from the one spoken of before (the *expanded* truce agreement)."""
    term: str = ""
    """Whether it is brief or lasting, where the words say so."""
    truce: bool = False
    """Whether a deal is one for a truce."""
    known: bool = False
    """Whether the words name a known instrument."""
    sides: frozenset[str] = frozenset()
    """Who is said to make one that is new to the text: states and bodies as subject of its verb."""


@dataclass
class Cluster:
    """Marks of one instrument, in the order of the text; the sets gather what the senses of its marks say."""

    marks: list[AgreementMark] = field(default_factory=list)
    senses: list[Sense] = field(default_factory=list)
    instrument: str | None = None
    core: set[str] = field(default_factory=set)
    cores: set[frozenset[str]] = field(default_factory=set)
    name_cores: list[frozenset[str]] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    forms: set[AgreementForm] = field(default_factory=set)
    """Forms of the marks that are no anaphors."""
    starts: set[int] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    plural: bool = False
    truce: bool = False
    named: int = 0
    """Marks that are no anaphors."""

    def add(self, mark: AgreementMark, sense: Sense) -> None:
        """Take in a mark."""
        self.marks.append(mark)
        self.senses.append(sense)
        self.starts.add(mark.start)
        self.instrument = self.instrument or mark.instrument
        self._gather(sense)
        self.truce |= sense.truce
        if mark.domain:
            self.domains.add(mark.domain)
        if mark.how is not MentionForm.ANAPHOR:
            self.forms.add(mark.form)
            self.plural |= mark.plural
            self.named += 1
        if mark.how is MentionForm.NAME and sense.core not in self.name_cores:
            self.name_cores.append(sense.core)

    def _gather(self, sense: Sense) -> None:
        self.core |= sense.core
        self.cores.add(sense.core)
        self.codes |= sense.codes
        self.years |= sense.years
        self.apart |= sense.apart
        self.ages |= {sense.age} - {""}
        self.terms |= {sense.term} - {""}
        self.sides |= sense.sides

    def joined(self, other: Cluster) -> Cluster:
        """Both as one."""
        rows = sorted(zip([*self.marks, *other.marks], [*self.senses, *other.senses], strict=True), key=lambda row: row[0].start)
        both = Cluster()
        for mark, sense in rows:
            both.add(mark, sense)
        return both

    @property
    def naming(self) -> list[AgreementMark]:
        """Marks that are no anaphors."""
        return [m for m in self.marks if m.how is not MentionForm.ANAPHOR]


def sense_of(mark: AgreementMark, scene: Scene) -> Sense:
    """The words of a mark, sorted."""
    found = [w.lower().removesuffix("'s").removesuffix("’s") for w in WORD.findall(scene.text[mark.start : mark.end])]
    years = frozenset(YEAR.findall(scene.text[mark.start : mark.end]))
    countries = scene.countries_in(mark.start, mark.end)
    bodies = scene.bodies_in(mark.start, mark.end)
    named = {w.lower() for m in countries for w in WORD.findall(scene.text[m.start : m.end])}
    bodies_words = {w for b in bodies for w in b.split()}
    known = modifiers()
    core = frozenset(
        w
        for w in found
        if w not in words("sense", "empty")
        and not counted(w)
        and w not in words("time", "words")
        and not w.isdigit()
        and w not in heads()
        and w not in years
        and w not in named
        and w not in bodies_words
        and (w not in known or known[w].kind not in ("bare", "polity"))
    )
    age = "new" if words("age", "newer") & set(mark.modifiers) else "old" if words("age", "older") & set(mark.modifiers) else ""
    return Sense(
        core,
        frozenset(m.code for m in countries) | bodies,
        years,
        age,
        words("age", "apart") & frozenset(mark.modifiers),
        _term(mark),
        bool(TRUCE.search(scene.text, mark.head, mark.end)),
        mark.instrument is not None,
        _sides(mark, scene) if mark.determiner is Determiner.INDEFINITE else frozenset(),
    )


def _sides(mark: AgreementMark, scene: Scene) -> frozenset[str]:
    """States and bodies that the verb over the noun has as subject or agent."""
    p, noun = scene.p, scene.token(mark.head)
    above = p.head[noun]
    verb = above if p.dep[noun] in ("dobj", "nsubjpass") else p.head[above] if p.dep[noun] == "pobj" else -1
    if verb < 0 or not any(c.status in MADE for c in cues().get(p.lower[verb], ())):
        return frozenset()
    found: set[str] = set()
    for k in p.children[verb]:
        if p.dep[k] in ("nsubj", "agent"):
            reach = scene.reach(p.left[k], p.right[k])
            found |= {c.code for c in scene.countries_in(*reach)}
            found |= {a.country or a.name for a, _ in scene.names_in(*reach) if a.kind is not ActorKind.PERSON or a.country}
    return frozenset(found)


def _term(mark: AgreementMark) -> str:
    if any(w in words("age", "brief") or HOURS.match(w) for w in mark.modifiers):
        return "brief"
    return "lasting" if words("age", "lasting") & set(mark.modifiers) else ""
