"""Why a record says what it says: for each value the words, their sentence, and the rule.

Rules of status and parties come with the draft; that of a date, a place or a signatory is told by where its words stand:
each of those finders has one rule for each place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactscan.explainmodel import Reason
from pactscan.lexicon.agreements import heads
from pactscan.model import Agreement, AgreementDate, AgreementDateKind, AgreementForm, Mention, Party, Signatory, ZoneKind

if TYPE_CHECKING:
    from pactscan.resolve.agreements.records import Draft
    from pactscan.resolve.agreements.scene import Scene


def reasons_of(scene: Scene, agreement: Agreement, draft: Draft) -> tuple[Reason, ...]:
    """A reason for each value of the record, in the order of its fields."""
    return tuple(_Reasons(scene, agreement, draft).all())


class _Reasons:
    def __init__(self, scene: Scene, agreement: Agreement, draft: Draft) -> None:
        self.scene, self.agreement, self.draft = scene, agreement, draft
        self.name = next((m for m in agreement.mentions if " ".join(m.text.split()).endswith(agreement.name)), agreement.mentions[0])

    def all(self) -> Iterator[Reason]:
        a, standing = self.agreement, self.draft.standing
        yield self._reason("name", a.name, self.name.form.value, self.name)
        yield self._form()
        yield self._reason("status", a.status.value, standing.rule, a.evidence)
        yield from (self._party(party) for party in a.parties)
        yield from (self._signatory(signatory) for signatory in a.signatories)
        yield from (self._reason("date", f"{d.kind.value} {d.value or 'not resolved'}", self._date(d), d.mention) for d in a.dates)
        if a.place is not None:
            yield self._reason("place", a.place.text, self._where(a.place), a.place)
        yield self._reason("confidence", a.confidence.value, a.confidence.value, self.name)

    def _reason(self, field: str, value: str, rule: str, mention: Mention) -> Reason:
        plain = Mention(mention.start, mention.end, mention.text)
        return Reason(field, " ".join(value.split()), rule, plain, self._sentence(mention))

    def _sentence(self, mention: Mention) -> Mention:
        p = self.scene.p
        first = p.sentences[p.sentence[self.scene.token(mention.start)]][0]
        stop = p.sentences[p.sentence[self.scene.token(mention.end - 1)]][1]
        return self.scene.mention(first, stop - 1)

    def _form(self) -> Reason:
        mark = next((m for m in self.draft.cluster.marks if m.form is self.agreement.form), self.draft.cluster.naming[0])
        head = self.scene.token(mark.head)
        if mark.form is not AgreementForm.OTHER and self.scene.p.lower[head] in heads():
            return self._reason("form", mark.form.value, "head word", self.scene.mention(head, head))
        return self._reason("form", self.agreement.form.value, "lexicon", self.scene.marked.mention(mark.start, mark.end))

    def _party(self, party: Party) -> Reason:
        told = party.name if party.code is None else f"{party.name} {party.code}"
        rule = next((f.rule for f in self.draft.parties if f.party.mention == party.mention), "act")
        status = f", {party.status.value}" if party.status else ""
        return self._reason("party", told + status, rule, party.mention)

    def _signatory(self, signatory: Signatory) -> Reason:
        told = ", ".join(part for part in (signatory.name or "not named", signatory.role, signatory.country) if part)
        mention = signatory.mention or self.agreement.evidence
        named = signatory.name is not None and signatory.name.split()[-1] in mention.text
        return self._reason("signatory", told, "signed by" if named else "each party's", mention)

    def _date(self, date: AgreementDate) -> str:
        inside = next((m for m in self.draft.cluster.marks if m.start <= date.mention.start < m.end), None)
        if date.kind is AgreementDateKind.NAMED:
            return "in the name"
        if inside is not None:
            return "before the noun"
        return "with the act" if self._beside_an_act(date.mention) else "of the occasion"

    def _where(self, place: Mention) -> str:
        if self.scene.marked.article.in_zone(place.start, ZoneKind.DATELINE):
            return "dateline"
        return "with the act" if self._beside_an_act(place) else "of the occasion"

    def _beside_an_act(self, mention: Mention) -> bool:
        sentences = self.scene.p.sentence
        at = sentences[self.scene.token(mention.start)]
        return any(sentences[event.cue] == at for event in self.draft.events)
