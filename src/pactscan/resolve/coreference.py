"""Who is behind a name, a pronoun or a role.

Names come from the cast. A pronoun goes to the person of matching gender who is most in view: named or referred to last,
as a subject, as a speaker, and often. A role ("the senator") goes to the one person to whom the article gives it. Names
inside quotations bring nobody into view. When nobody fits, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pactscan.lexicon.gender import gender_of_noun, office_names
from pactscan.lexicon.speech import person_nouns
from pactscan.lexicon.speech_weights import LinearModel, speech_model
from pactscan.lexicon.titles import office_nouns
from pactscan.marks import MarkedArticle
from pactscan.marks.parse import Parse
from pactscan.model import Actor, ActorKind
from pactscan.resolve.cast import Cast
from pactscan.resolve.view import Person, Unnamed, View

Stretch = tuple[int, int]


@dataclass
class Coreference:
    """Reads an article once and keeps whom each mention refers to; `sources` are known speakers, `quoted` is between marks."""

    marked: MarkedArticle
    cast: Cast
    sources: Sequence[Stretch | None] = ()
    quoted: Sequence[Stretch] = ()
    said: Sequence[Sequence[Stretch]] = ()
    """What each source says: a person named in it is not the "he" who says it."""
    model: LinearModel = field(default_factory=lambda: speech_model("pronoun"))
    referents: dict[int, Actor] = field(default_factory=dict)
    """Token → the actor it refers to."""
    likely: dict[int, float] = field(default_factory=dict)
    """Token of a pronoun → how likely it means its referent."""

    def __post_init__(self) -> None:
        self._parse: Parse = self.marked.parse
        self._source_end = {self._head(source): bisect_left(self._parse.start, source[1]) - 1 for source in self.sources if source}
        self._heads = self._source_end.keys()
        self._named = self._name_heads()
        self._quoted = self._inside()
        self._barred = self._named_in_own_words()
        self.view = View(self._parse, self.cast, self._heads, self.model)
        self._read()

    def actor_at(self, stretch: Stretch) -> Actor | None:
        """The actor that the noun phrase ``text[start:end]`` refers to, None when the article names nobody for it."""
        if self._names_several(stretch):
            return None
        head = self._head(stretch)
        return self.referents.get(head) or (self._named.get(head) if self._quoted[head] else None)

    def likelihood_at(self, stretch: Stretch) -> float:
        """How likely the noun phrase refers to its actor: less than one where it is a pronoun."""
        return self.likely.get(self._head(stretch), 1.0)

    def _names_several(self, stretch: Stretch) -> bool:
        """Whether the words are names joined by "and": they have no one speaker."""
        parse = self._parse
        first, stop = bisect_left(parse.start, stretch[0]), bisect_left(parse.start, stretch[1])
        joints = [t for t in range(first + 1, stop - 1) if parse.lower[t] in ("and", "&")]
        return any(t - 1 in self._named and self.cast.named_in(parse.start[t + 1], stretch[1]) for t in joints)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _name_heads(self) -> dict[int, Actor]:
        """Last token of each name mention → its actor."""
        starts = self._parse.start
        return {bisect_left(starts, m.end) - 1: actor for actor in self.cast.actors for m in actor.mentions}

    def _head(self, stretch: Stretch) -> int:
        """The token of a noun phrase that hangs on one outside it."""
        starts, heads = self._parse.start, self._parse.head
        first = max(0, bisect_left(starts, stretch[0] + 1) - 1)
        stop = max(first + 1, bisect_left(starts, stretch[1]))
        return next((t for t in range(first, stop) if not first <= heads[t] < stop or heads[t] == t), first)

    def _read(self) -> None:
        parse, inside = self._parse, self._quoted
        for token in range(len(parse.lower)):
            if inside[token]:
                continue
            actor = self._named.get(token)
            if actor is None and parse.tag[token] in ("PRP", "PRP$"):
                self._read_pronoun(token)
                continue
            noun = None if actor else self._noun_of_person(token)
            if actor is None and (noun or token in self._heads):
                actor = self._phrase(token)
            if actor is not None:
                self.view.see(token, actor)
                if token not in self._heads or not self._joins_names(token):
                    self.referents[token] = actor
            elif noun:
                self.view.see_unnamed(token, noun, gender_of_noun(noun))

    def _read_pronoun(self, token: int) -> None:
        person, likely = self._pronoun(token)
        if person is None:
            return
        self.view.see(token, person)
        if not isinstance(person, Unnamed) and likely >= self.model.constants["least"]:
            self.referents[token], self.likely[token] = person, likely

    def _noun_of_person(self, token: int) -> str | None:
        """The noun for one person who is the subject, or speaks: ``a spokesman``."""
        parse = self._parse
        word = parse.lower[token]
        if parse.tag[token] != "NN" or word not in person_nouns():
            return None
        return word if token in self._heads or parse.dep[token] in ("nsubj", "nsubjpass") else None

    def _inside(self) -> list[bool]:
        inside = [False] * len(self._parse.start)
        for start, end in self.quoted:
            a, b = bisect_left(self._parse.start, start), bisect_left(self._parse.start, end)
            inside[a:b] = [True] * (b - a)
        return inside

    def _named_in_own_words(self) -> dict[int, set[str]]:
        """Head of a source → the persons named in what it says, unless as the speaker's own name ("I am …")."""
        starts = self._parse.start
        heads = sorted(self._named)
        named: dict[int, set[str]] = {}
        for source, said in zip(self.sources, self.said, strict=False):
            if source is None:
                continue
            for start, end in said:
                among = heads[bisect_left(heads, bisect_left(starts, start)) : bisect_left(heads, bisect_left(starts, end))]
                named.setdefault(self._head(source), set()).update(self._named[t].id for t in among)
        return named

    def _pronoun(self, token: int) -> tuple[Person | None, float]:
        return self.view.pronoun(token, self._barred.get(token, ()))

    # --- phrases ------------------------------------------------------------------------------------------------------

    def _phrase(self, head: int) -> Actor | None:
        parse = self._parse
        tag = parse.tag[head]
        if tag in ("WP", "WDT"):
            return self._antecedent(head)
        if named := self._name_of(head):
            return named
        return self._role(head) if tag in ("NN", "NNP") else None

    def _name_of(self, head: int) -> Actor | None:
        """The actor named by the phrase of `head`: on the head itself, at the end of its title, or beside it in apposition."""
        if self._joins_names(head):
            return None
        parse = self._parse
        entity = parse.entity[head]
        last = parse.entities[entity][1] - 1 if entity >= 0 else head
        beside = [c for c in parse.children[head] if c > head and (parse.dep[c] == "appos" or self._introduces(c))]
        for token in (head, last, *beside, *(parse.right[c] for c in beside if parse.dep[c] == "acl"), *self._after_comma(head)):
            if token in self._named:
                return self._named[token]
        named = self.cast.named_in(parse.start[head], parse.end[head]) or self._titled(head)
        return named[-1] if named else None

    def _joins_names(self, head: int) -> bool:
        """Whether the phrase names two: "Okafor and Lindqvist said" has no one speaker."""
        parse = self._parse
        return any(parse.dep[c] == "conj" and (c in self._named or parse.right[c] in self._named) for c in parse.children[head])

    def _introduces(self, c: int) -> bool:
        return self._parse.dep[c] == "acl" and self._parse.lower[c] in ("named", "called")

    def _after_comma(self, head: int) -> tuple[int, ...]:
        """The last token of a name right after the head and a comma, with a comma after it: ``its chief, Ane Holt, said``."""
        parse = self._parse
        at = head + 2
        if at >= len(parse.tag) or parse.lower[head + 1] != "," or parse.entity[at] < 0:
            return ()
        begin, stop, _ = parse.entities[parse.entity[at]]
        return (stop - 1,) if begin == at and stop < len(parse.tag) and parse.lower[stop] == "," else ()

    def _titled(self, head: int) -> tuple[Actor, ...]:
        """Persons named at the end of a long title without an article: ``Executive director of the league Alia Brandt said``."""
        parse = self._parse
        left = parse.left[head]
        if parse.tag[head] not in ("NN", "NNP") or parse.tag[left] == "DT" or not self.marked.article.text[parse.start[left]].isupper():
            return ()
        named = self._named.get(self._source_end.get(head, -1))
        return (named,) if named is not None and named.kind is ActorKind.PERSON else ()

    def _antecedent(self, token: int) -> Actor | None:
        """The actor that "who" stands for: the noun that its clause hangs on."""
        parse = self._parse
        verb = parse.head[token]
        for _ in range(4):
            if parse.dep[verb] == "relcl" or parse.head[verb] == verb:
                break
            verb = parse.head[verb]
        noun = parse.head[verb]
        if noun == verb or noun > token:
            return None
        return self.referents.get(noun) or self._name_of(noun)

    # --- roles --------------------------------------------------------------------------------------------------------

    def _role(self, head: int) -> Actor | None:
        """The one person to whom the article gives this role, where the phrase is definite."""
        parse = self._parse
        if not any(parse.lower[c] in ("the", "this", "that") for c in parse.children[head] if parse.dep[c] == "det"):
            return None
        word = parse.lower[head]
        if word not in office_nouns():
            return None
        holders = [actor for actor in self.cast.people if _holds(actor, word)]
        gender = gender_of_noun(word)
        holders = [a for a in holders if gender is None or self.view.gender(a) in (None, gender)]
        if len(holders) > 1:
            holders = self._in_view(holders, head)
        return holders[0] if len(holders) == 1 else None

    def _in_view(self, holders: list[Actor], head: int) -> list[Actor]:
        """Of several holders the one mentioned in this paragraph or the one before, when there is only one."""
        parse = self._parse
        seen = [(actor, self.view.seen[actor.id].last) for actor in holders if actor.id in self.view.seen]
        return [actor for actor, last in seen if parse.paragraph[head] - parse.paragraph[last] <= 1]


def _holds(actor: Actor, word: str) -> bool:
    """Whether the article gives the actor the role `word`, in full or as a short title ("Sen." for "senator")."""
    if not actor.role:
        return False
    words = [w.strip(".,").lower() for w in actor.role.split()]
    heads = set(words)
    for short in words:
        heads |= office_names().get(short, frozenset())
    heads |= {noun.split()[-1] for noun in heads if " " in noun}
    return word in heads


def actors_behind(
    marked: MarkedArticle, sources: Sequence[Stretch | None], quoted: Sequence[Stretch], said: Sequence[Sequence[Stretch]], cast: Cast
) -> list[tuple[Actor | None, float]]:
    """For each source the actor it refers to, None when the article names nobody for it, and how likely it is that one."""
    reader = Coreference(marked, cast, sources, quoted, said)
    return [(reader.actor_at(source), reader.likelihood_at(source)) if source else (None, 0.0) for source in sources]
