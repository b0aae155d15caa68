"""What a text tells to have happened to an instrument: cue words in their frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import Cue, cues, heads, modality, words
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import MentionForm
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.resolve.agreements.scene import Scene

SIGNING = frozenset({"signed", "ratified", "initialled"})
TAKEN_UP = frozenset({"extended", "initialled", "rejected", "signed", "suspended", "withdrawn"})
"""What is told of an instrument by "it"; one that ratifies it does not make it ratified."""
TALKS = frozenset({"talks", "negotiations", "negotiation", "discussions"})
WINDOW = 7
"""Tokens between a mention and a cue that the parse does not join to it."""

SPECIAL = {
    "subject_into_force": frozenset({"force"}),
    "subject_effect": frozenset({"effect"}),
    "subject_apart": frozenset({"apart"}),
    "subject_for_signature": frozenset({"signature"}),
    "subject_binding": frozenset({"binding", "effective", "law", "operational", "operative", "reality"}),
}
OF_ITSELF = frozenset({"in_force", "runs", "terminated"})
"""What instruments do, and states do not: enter into force, run, expire."""
PHRASES = {
    "put_names": (frozenset({"name", "names", "signature", "signatures"}), frozenset({"prep:to", "noun:to"})),
    "put_pen": (frozenset({"paper"}), frozenset({"prep:on", "noun:on"})),
    "put_forward": (frozenset({"forward"}), frozenset({"object"})),
    "object_down": (frozenset({"down"}), frozenset({"object", "prep:down"})),
}
"""Frames that also want a word behind the cue, and what governs the instrument in them."""


@dataclass(frozen=True, slots=True)
class Event:
    """`status` happened to the instrument of `mark`, as the token `cue` tells with the force `force`."""

    status: str
    cue: int
    last: int
    """Last token of the cue's words."""
    mark: AgreementMark
    force: Force
    frame: str
    verbal: bool


class EventReader:
    """Reads events from the clauses of mentions."""

    def __init__(self, scene: Scene, heads: frozenset[int]) -> None:
        self.scene, self.p, self.heads = scene, scene.p, heads
        self.grammar = Grammar(scene.p)

    def events(self, mark: AgreementMark) -> list[Event]:
        """Events of one mention, nearest governor first."""
        first, last = self.scene.token(mark.start), self.scene.token(mark.end - 1)
        head = self.scene.token(mark.head)
        while head + 2 <= last and self.p.lower[head + 1] in ("-", "–"):
            head += 2
        root = self.grammar.root(first, last, head)
        found = [e for word, frame in self._governing(root, head, last) for e in self._read(word, frame, mark)]
        found += [
            e for word, frame in self.grammar.relative_inside(root, last) for e in self._read(word, frame, mark) if e.status in SIGNING
        ]
        found += self._states(root, mark)
        found += self._of_pronoun(root, mark)
        found += self._of_object_pronoun(root, mark)
        found += self._of_kind(first, mark) + self._let_lapse(first, last, mark) + self._set_beside(last, mark)
        if (not found and mark.how is not MentionForm.HEADLINE) or not found:
            found = list(self._nearby(first, last, mark))
        return found

    def _set_beside(self, last: int, mark: AgreementMark) -> list[Event]:
        """``the Tarn Treaty, in force since 2011, …``, ``the pact with Peru, launched in May``: what a comma sets behind a mention."""
        word = last + 2
        if word + 1 >= len(self.p.lower) or self.p.lower[last + 1] != "," or self.p.sentence[word] != self.p.sentence[last]:
            return []
        if self.p.lower[word] == "in" and self.p.lower[word + 1] == "force":
            return [Event("in_force", word + 1, word + 1, mark, Force.FACT, "state", True)]
        return list(self._read(word, "object", mark)) if self.p.tag[word] == "VBN" else []

    def _let_lapse(self, first: int, last: int, mark: AgreementMark) -> list[Event]:
        """``let the treaty lapse``, where the parse takes the verb for a noun."""
        word = last + 1
        if word >= len(self.p.lower) or self.p.lower[word] not in words("tails", "lapsing"):
            return []
        letting = (i for i in range(first - 1, max(-1, first - WINDOW), -1) if self.p.lower[i] in words("tails", "letting"))
        return [Event("terminated", word, word, mark, self.grammar.force(i), "subject", True) for i in letting][:1]

    def _governing(self, root: int, head: int, last: int) -> Iterator[tuple[int, str]]:
        seen = set()
        for start in dict.fromkeys((root, head)):
            for pair in (*self.grammar.governors(start), *self.grammar.clauses_on(start), *self.grammar.relative_after(last)):
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _read(self, word: int, frame: str, mark: AgreementMark) -> Iterator[Event]:
        if word in self.scene.inside:
            return
        talks = self._opened_talks(word, frame)
        if talks is not None:
            yield Event("negotiating", talks, talks, mark, self._noun_force(talks), "noun:on", False)
            return
        for cue in cues().get(self.p.lower[word], ()):
            last = self._fits(cue, word, frame)
            if last is None:
                continue
            verbal = self.grammar.is_verb(word)
            talks = self._talks_on(word) if verbal else None
            if talks is not None:
                status = "renegotiating" if cue.status == "renegotiating" else "negotiating"
                yield Event(status, talks, talks, mark, self._noun_force(talks), "noun:on", False)
                continue
            if not verbal and cue.status == "negotiating" and self._talks_done(word):
                yield Event("agreed", self.p.head[word], word, mark, self.grammar.force(self.p.head[word]), "noun:on", False)
                continue
            force = self._force(word, verbal, mark)
            if cue.status == "violated" and force is Force.FACT and self._accused(word):
                force = Force.CLAIMED  # one side's accusation is no breach
            if cue.status == "terminated" and cue.frame == "subject" and self._to_come(word):
                force = Force.SETTLED if force is Force.FACT else force
            status = self._striven(cue.status, word, force)
            yield Event(status, word, last, mark, Force.FACT if status != cue.status else force, cue.frame, verbal)

    def _opened_talks(self, word: int, frame: str) -> int | None:
        """The ``talks`` of ``opened a round of talks in Puno on a pact``, whose topic the parse hangs on the verb."""
        if frame not in ("prep:about", "prep:on", "prep:over"):
            return None
        objects = self.grammar.children(word, "dobj")
        inner = [
            k
            for o in objects
            for c in self.grammar.children(o, "prep")
            if self.p.lower[c] == "of"
            for k in self.grammar.children(c, "pobj")
        ]
        return next((i for i in (*objects, *inner) if self.p.lower[i] in TALKS), None)

    def _accused(self, verb: int) -> bool:
        """``Chile says Peru violated the pact``: a state says it of another. Others who say so are taken for witnesses."""
        speaker = self.grammar.reporter(verb)
        return speaker is not None and bool(self.scene.countries_in(*self.scene.reach(speaker, speaker)))

    def _striven(self, status: str, word: int, force: Force) -> str:
        """``efforts to broker a deal``, ``trying to reach an agreement``: under way."""
        if status == "agreed" and force is Force.PLAN and self.p.tag[word] == "VB":
            above = self.p.head[word]
            if self.p.lower[above] in modality("striving"):
                return "negotiating"
        if status == "agreed" and self.p.tag[word] == "VBG" and any(self.p.dep[c] == "aux" for c in self.p.children[word]):
            return "negotiating"
        if any(self.p.lower[c] == "being" for c in self.p.children[word]):
            return "negotiating" if status == "agreed" else status
        if (
            status == "negotiating"
            and self.p.lower[word].startswith("negotiat")
            and self.p.tag[word] in ("VBN", "VBD")
            and force is Force.FACT
            and self.p.dep[word] in ("acl", "ROOT", "relcl")
        ):
            return "agreed"
        return status

    def _fits(self, cue: Cue, word: int, frame: str) -> int | None:
        """Last token of the cue when it stands in its frame, else None."""
        if cue.frame in SPECIAL:
            return self._special(word, cue.frame) if frame in ("subject", "object") else None
        if cue.frame in PHRASES:
            return self._phrase(word, cue.frame, frame)
        if cue.frame == "agent_free":
            return word if frame == "object" else None
        if cue.frame == "object" and frame == "object" and not self.grammar.is_verb(word):
            return None
        if cue.status == "sought" and self.grammar.children(word, "ccomp", "xcomp"):
            return None
        if cue.status == "in_force" and cue.frame == "subject" and self.grammar.children(word, "dobj", "ccomp"):
            return None
        if cue.frame == "object" and frame == "subject":
            return word if self._reduced(word) else None
        if cue.frame.startswith("prep:") and frame == cue.frame and self.grammar.children(word, "dobj") and cue.status == "signed":
            return None
        return word if cue.frame == frame else None

    def _reduced(self, verb: int) -> bool:
        """``The accords, agreed in March, …`` read as if the accords did it: an instrument does not agree or sign."""
        into = any(self.p.lower[c] == "into" for c in self.p.children[verb])  # entered into force
        return self.p.tag[verb] in ("VBD", "VBN") and not into and not self.grammar.children(verb, "dobj", "ccomp", "xcomp")

    def _talks_done(self, noun: int) -> bool:
        """``concluded talks on the pact``."""
        verb = self.p.head[noun]
        done = any(c.status == "agreed" and c.frame == "object" for c in cues().get(self.p.lower[verb], ()))
        return done and self.p.dep[noun] in ("dobj", "nsubjpass")

    def _to_come(self, verb: int) -> bool:
        """``expires in May``: the present tense tells what will be; not ``let it expire``."""
        return self.p.tag[verb] in ("VBZ", "VBP") and self.p.lower[self.p.head[verb]] not in modality("achieving")

    def _of_kind(self, first: int, mark: AgreementMark) -> list[Event]:
        """``agreements signed by both, particularly the Rail Treaty``: what is told of the plural is told of its example."""
        i = first - 1
        while i >= 0 and self.p.lower[i] in modality("before_example"):
            i -= 1
        if i + 1 >= first or not set(self.p.lower[i + 1 : first]) & modality("example"):
            return []
        begin = self.p.sentences[self.p.sentence[first]][0]
        plural = next((j for j in range(i, begin - 1, -1) if (head := heads().get(self.p.lower[j])) and head.plural), None)
        if plural is None or self._another_clause(plural, i):
            return []
        return [e for word, frame in self._governing(plural, plural, plural) for e in self._read(word, frame, mark)]

    def _another_clause(self, noun: int, end: int) -> bool:
        """Whether a verb between the two goes on from one before the noun: ``signed two pacts and praised others, especially …``."""
        verbs = [k for k in range(noun + 1, end) if self.grammar.is_verb(k)]
        return any(self.p.dep[k] == "ROOT" or (self.p.dep[k] == "conj" and self.p.head[k] < noun) for k in verbs)

    def _of_pronoun(self, root: int, mark: AgreementMark) -> list[Event]:
        """``The accord was signed in May. It took effect …``: a subject taken up by the subject of the next sentence."""
        told = self._of_it_inside(root, mark)
        verb = self.p.head[root]
        if self.p.head[verb] != verb or self.p.dep[root] not in ("nsubj", "nsubjpass", "dobj"):
            return told
        after = self.p.sentence[root] + 1
        it = self.p.sentences[after][0] if after < len(self.p.sentences) else len(self.p.lower)
        if not self._is_it(it):
            return told
        found = [e for word, frame in self.grammar.governors(it) for e in self._read(word, frame, mark)] + list(self._states(it, mark))
        found += self._of_it_inside(it, mark)
        return told + [e for e in found if self.p.dep[root] != "dobj" or self._of_itself(e)]

    def _is_it(self, i: int) -> bool:
        return i < len(self.p.lower) and self.p.lower[i] == "it" and self.p.dep[i] in ("nsubj", "nsubjpass")

    def _of_it_inside(self, root: int, mark: AgreementMark) -> list[Event]:
        """``The pact will be renewed when it expires in May``: an "it" further on that does what only an instrument does."""
        stop = self.p.sentences[self.p.sentence[root]][1]
        its = [i for i in range(root + 1, stop) if self._is_it(i) and self.p.dep[self.p.head[i]] in ("advcl", "conj")]
        if any(j in self.heads for j in range(root + 1, its[0] if its else root)):
            return []
        events = [e for it in its[:1] for word, frame in self.grammar.governors(it) for e in self._read(word, frame, mark)]
        return [e for e in events if self._of_itself(e)]

    def _of_itself(self, e: Event) -> bool:
        passive = bool(self.grammar.children(e.cue, "nsubjpass"))
        return (e.status in OF_ITSELF and e.frame.startswith("subject")) or (passive and e.status in SIGNING)

    def _of_object_pronoun(self, root: int, mark: AgreementMark) -> list[Event]:
        """``The treaty was agreed in May. Peru signed it …``: the first "it" as object, no other instrument between."""
        if self.p.dep[root] not in ("nsubj", "nsubjpass", "dobj"):
            return []
        stop = self.p.sentences[min(self.p.sentence[root] + 1, len(self.p.sentences) - 1)][1]
        for i in range(self.p.right[root] + 1, stop):
            if i in self.heads:
                return []
            if self.p.lower[i] == "it" and self.p.dep[i] == "dobj":
                told = (e for word, frame in self.grammar.governors(i) for e in self._read(word, frame, mark))
                return [e for e in told if e.status in TAKEN_UP]
        return []

    def _phrase(self, word: int, kind: str, frame: str) -> int | None:
        """``put their names to``, ``put pen to paper on``, ``voted down``."""
        wanted, frames = PHRASES[kind]
        if frame not in frames:
            return None
        return next((i for i in range(word + 1, min(word + 5, len(self.p.lower))) if self.p.lower[i] in wanted), None)

    def _special(self, word: int, frame: str) -> int | None:
        return next((i for i in range(word + 1, min(word + 5, len(self.p.lower))) if self.p.lower[i] in SPECIAL[frame]), None)

    def _force(self, word: int, verbal: bool, mark: AgreementMark) -> Force:
        if mark.determiner is Determiner.NEGATIVE:
            return Force.DENIED
        if not verbal:
            return self._noun_force(word)
        return self.grammar.force(word)

    def _noun_force(self, noun: int) -> Force:
        """``the ratification of the treaty``: a fact unless the clause around it is none, or it is wanted or awaited."""
        if any(self.p.lower[c] in ("no", "any", "possible", "planned", "eventual", "early", "future", "if") for c in self.p.children[noun]):
            return Force.OPEN
        if self.p.lower[noun] in TALKS and self._round(noun):
            return Force.FACT
        i = noun
        for _ in range(4):
            head = self.p.head[i]
            if head == i:
                return Force.FACT
            if self.p.lower[head] in modality("wanting") or self.p.lower[head] in modality("withholding"):
                return Force.PLAN
            if self.grammar.is_verb(head):
                force = self.grammar.force(head)
                return force if force is not Force.DENIED else Force.OPEN
            i = head
        return Force.FACT

    def _round(self, noun: int) -> bool:
        """``a second round of talks``: there was a first."""
        prep = self.p.head[noun]
        return self.p.lower[prep] == "of" and self.p.lower[self.p.head[prep]] in ("round", "rounds")

    def _talks_on(self, verb: int) -> int | None:
        """The ``talks`` of ``talks on signing the pact``."""
        prep = self.p.head[verb]
        if self.p.tag[verb] != "VBG" or self.p.dep[verb] != "pcomp":
            return None
        noun = self.p.head[prep]
        return noun if self.p.lower[noun] in TALKS else None

    def _states(self, root: int, mark: AgreementMark) -> Iterator[Event]:
        """``is in force``, ``in effect since``, ``is dead``."""
        if self.p.dep[root] not in ("nsubj", "nsubjpass"):
            return
        verb = self.p.head[root]
        for i in range(verb + 1, min(verb + 6, len(self.p.lower) - 1)):
            low, before = self.p.lower[i], self.p.lower[i - 1]
            if (low in ("force", "effect") and before in ("in", "into")) or low == "operational":
                yield Event("in_force", i, i, mark, self._force(verb, True, mark), "state", True)
                return

    def _nearby(self, first: int, last: int, mark: AgreementMark) -> Iterator[Event]:
        """Cues beside the mention that the parse joins elsewhere: ``signed … the pact``, ``the pact … signed``."""
        adjacent = list(self._adjacent(first, mark))
        if adjacent:
            yield from adjacent
            return
        sentence = self.p.sentence[first]
        for step in range(1, WINDOW + 1):
            i = first - step
            if i < 0 or self.p.sentence[i] != sentence or i in self.heads or self.p.lower[i] in (",", ";", ":", "that", "”", '"'):
                break
            yield from self._beside(i, "object", mark)
        for step in range(1, WINDOW + 1):
            i = last + step
            if i >= len(self.p.lower) or self.p.sentence[i] != sentence or i in self.heads or self.p.lower[i] in (";", ":", "that"):
                break
            if self.p.tag[i] == "VBN":
                yield from self._beside(i, "object", mark)

    def _adjacent(self, first: int, mark: AgreementMark) -> Iterator[Event]:
        """The verb, or the preposition with its verb, right before the determiner, where the parse took the head for something else."""
        j = first - 1
        while j >= 0 and (self.p.tag[j] in ("DT", "PRP$", "POS", "``") or self.p.lower[j] in ("“", '"')):
            j -= 1
        if j < 0 or self.p.sentence[j] != self.p.sentence[first]:
            return
        if self.grammar.is_verb(j):
            yield from self._read(j, "object", mark)
        elif self.p.tag[j] in ("IN", "TO") and self.p.head[j] < j:
            kind = "prep" if self.grammar.is_verb(self.p.head[j]) else "noun"
            yield from self._read(self.p.head[j], f"{kind}:{self.p.lower[j]}", mark)

    def _beside(self, i: int, frame: str, mark: AgreementMark) -> Iterator[Event]:
        if not self.grammar.is_verb(i):
            return
        for event in self._read(i, frame, mark):
            if event.status in SIGNING:
                yield event
