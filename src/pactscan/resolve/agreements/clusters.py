"""Which marks mean the same instrument."""

from __future__ import annotations

import re
from dataclasses import replace

from pactscan.lexicon.agreements import modality, words
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import AgreementForm, MentionForm
from pactscan.resolve.agreements.cluster import Cluster, Sense, sense_of
from pactscan.resolve.agreements.scene import Scene

BESIDE = re.compile(r"[”\"’]?,\s+(?:an?|the|its|their)\s+")

OPEN_FORMS = frozenset({"agreement", "accord", "deal", "pact", "arrangement", "compact", "treaty", "other"})
"""Forms whose head words news uses for one another; ``treaty`` only towards the others."""
DEAL_FORMS = frozenset({"agreement", "accord", "deal", "pact", "arrangement"})
DEFINITE = frozenset({Determiner.DEFINITE, Determiner.POSSESSIVE})
EXACT_FORMS = frozenset({"memorandum", "convention", "protocol", "charter", "compact", "partnership", "alliance", "framework", "strategy"})
"""Forms whose head word points back only to an instrument of that form."""
SELF_EVIDENT = frozenset({"ceasefire", "treaty"})
"""Forms that need no more words to be an agreement at first mention (the truce)."""
CONTAINING = 4
"""Marks back within which one that holds another stands."""
LINK, LINK_DEFINITE = 3.0, 2.0
CLEAR = 4.0
"""Strength from which a headline alone makes a record."""


def cluster(scene: Scene, marks: tuple[AgreementMark, ...]) -> list[Cluster]:
    """Clusters in order of first mention."""
    clusters: list[Cluster] = []
    late = [m for m in marks if m.how is MentionForm.HEADLINE]
    foreign: list[Cluster] = []
    for mark in marks:
        if mark.foreign:
            foreign.append(Cluster())
            foreign[-1].add(mark, sense_of(mark, scene))
        elif mark.how is not MentionForm.HEADLINE and not _of_foreign(mark, scene, clusters, foreign):
            _place(mark, scene, clusters)
    for mark in late:
        _place_headline(mark, scene, clusters)
    done = [c for c in clusters if c.named]
    done = [Cluster().joined(c) for c in done]
    return sorted(done, key=lambda c: c.marks[0].start)


def _of_foreign(mark: AgreementMark, scene: Scene, clusters: list[Cluster], foreign: list[Cluster]) -> bool:
    """Whether an anaphor points back to some other deal, told of after and nearer than ours; then that deal takes it in."""
    if mark.how is not MentionForm.ANAPHOR or not foreign:
        return False
    sense = sense_of(mark, scene)
    home = _antecedent(mark, sense, scene, [*clusters, *foreign])
    if home is None or home not in foreign:
        return False
    home.add(mark, sense)
    return True


def _appositive(mark: AgreementMark, scene: Scene, clusters: list[Cluster]) -> Cluster | None:
    """``the Tarn Treaty, a pact on …``, ``the pact, the Tarn Treaty``: what a comma sets beside a mark is the same thing in other words."""
    for c in clusters:
        last = c.marks[-1]
        if last.end <= mark.start and BESIDE.fullmatch(scene.text, last.end, mark.start):
            proper = {m.how in (MentionForm.NAME, MentionForm.ACRONYM) for m in (last, mark)}
            return c if len(proper) == 2 and mark.plural == last.plural else None
    return None


def _predicated(mark: AgreementMark, scene: Scene) -> bool:
    """``describes this as the first accord in years``: what is said of one named before."""
    prep = scene.p.head[scene.token(mark.head)]
    return scene.p.lower[prep] == "as" and scene.p.lower[scene.p.head[prep]] in words("naming", "describing")


def _own_clause(mark: AgreementMark, scene: Scene, clusters: list[Cluster]) -> bool:
    """Whether an indefinite noun is told what it does (an agreement that would permit …) or what became of it (a protocol signed …).

    Then it is a new one.
    """
    if mark.determiner is not Determiner.INDEFINITE:
        return False
    children = scene.p.children[scene.token(mark.head)]
    new_form = not any(mark.form in c.forms for c in clusters)
    if any(scene.p.dep[c] == "acl" and scene.p.tag[c] == "VBN" for c in children) and (new_form or mark.strength >= CLEAR):
        return True
    return any(scene.p.dep[c] == "relcl" and _modal(scene, c) for c in children)


def _modal(scene: Scene, verb: int) -> bool:
    return any(scene.p.lower[k] in modality("modal") or scene.p.lower[k] in modality("future") for k in scene.p.children[verb])


def _place(mark: AgreementMark, scene: Scene, clusters: list[Cluster]) -> None:
    sense = sense_of(mark, scene)
    if mark.renames is not None:
        named = next((c for c in clusters if mark.renames in c.starts), None)
        if named is not None:
            named.add(mark, sense)
            return
    beside = _appositive(mark, scene, clusters)
    if beside is not None:
        beside.add(mark, sense)
        return
    if _predicated(mark, scene):
        sense = Sense(frozenset(), frozenset(), frozenset(), "")
        home = _antecedent(mark, sense, scene, clusters)
        if home is not None:
            mark = replace(mark, how=MentionForm.ANAPHOR)
    elif mark.how is MentionForm.ANAPHOR or (_bare(mark, sense) and not _own_clause(mark, scene, clusters)):
        home = _antecedent(mark, sense, scene, clusters)
    else:
        home = _same(mark, sense, clusters)
    if home is None:
        if mark.how is MentionForm.ANAPHOR:
            if mark.strength < CLEAR or mark.form.value not in SELF_EVIDENT:
                return
            mark = replace(mark, how=MentionForm.DESCRIPTIVE)
        home = Cluster()
        clusters.append(home)
    home.add(mark, sense)


def _bare(mark: AgreementMark, sense: Sense) -> bool:
    """``a deal``, ``any agreement``: no words of its own."""
    return mark.how is MentionForm.DESCRIPTIVE and not (sense.core or sense.codes or sense.years) and not mark.plural


def _same(mark: AgreementMark, sense: Sense, clusters: list[Cluster]) -> Cluster | None:
    if mark.instrument:
        for c in clusters:
            if c.instrument == mark.instrument and not _years_differ(sense, c):
                return c
    best, score = None, 0.0
    for c in clusters:
        s = _likeness(mark, sense, c)
        if s > score or (s == score and s > 0):
            best, score = c, s
    bar = LINK_DEFINITE if mark.determiner in DEFINITE else LINK
    return best if score >= bar else None


def _years_differ(sense: Sense, c: Cluster) -> bool:
    if sense.years and c.years:
        return not sense.years & c.years or _ages_differ(sense, c)
    if c.instrument and not sense.known and sense.age == "new" and "new" not in c.ages:
        return True
    if (sense.years and "new" in c.ages) or (sense.age == "new" and c.years):
        return True
    return _ages_differ(sense, c)


def _ages_differ(sense: Sense, c: Cluster) -> bool:
    if sense.apart and c.named and not sense.apart & c.apart:
        return True
    return bool(sense.age and c.ages and sense.age not in c.ages) or bool(sense.term and c.terms and sense.term not in c.terms)


def _likeness(mark: AgreementMark, sense: Sense, c: Cluster) -> float:
    if _conflict(mark, sense, c):
        return 0.0
    score = _of_words(sense, c)
    if sense.years & c.years:
        score += 3.0
    if sense.codes and c.codes:
        score += 2.5 if sense.codes == c.codes else 1.5
    if mark.domain and c.domains:
        score += 1.5 if mark.domain in c.domains else -2.5
    if mark.determiner in DEFINITE:
        score += 1.5
    elif mark.determiner is Determiner.INDEFINITE:
        score -= 1.0
    return score + (0.5 if mark.form in c.forms else 0.0)


def _of_words(sense: Sense, c: Cluster) -> float:
    core = c.core
    if not core:
        return 1.0
    if not sense.core:
        return 0.0
    if sense.core in c.cores:
        return 5.0
    if sense.core <= core or core <= sense.core:
        return 4.0
    shared = len(sense.core & core)
    return 1.5 * shared if shared else -0.5


def _conflict(mark: AgreementMark, sense: Sense, c: Cluster) -> bool:
    if _years_differ(sense, c) or not _forms_agree(mark, c) or _contained(mark, c) or _introduced_anew(mark, sense, c):
        return True
    if mark.instrument and not c.instrument and _otherwise_introduced(mark, sense, c):
        return True
    if mark.instrument and c.instrument and mark.instrument != c.instrument:
        return True
    if sense.codes and c.codes and not (sense.codes <= c.codes or c.codes <= sense.codes):
        return True
    if c.plural != mark.plural and sense.core != c.core:
        return True
    names = c.name_cores
    return mark.how is MentionForm.NAME and bool(names) and not any(sense.core <= n or n <= sense.core for n in names)


def _otherwise_introduced(mark: AgreementMark, sense: Sense, c: Cluster) -> bool:
    """A known treaty is not what the text introduced in words of its own that the treaty's name lacks, or under another form."""
    if not c.named or c.naming[0].determiner is not Determiner.INDEFINITE or sense.codes & c.codes:
        return False
    if c.core and sense.core:
        return not (sense.core <= c.core or c.core <= sense.core)
    return mark.form not in c.forms


def _introduced_anew(mark: AgreementMark, sense: Sense, c: Cluster) -> bool:
    """``a new accord`` beside one that the text knew as "the accord"; ``a truce`` that others make than those who made the first."""
    if mark.determiner is not Determiner.INDEFINITE or not c.named:
        return False
    first = c.naming[0]
    known = first.determiner in DEFINITE or first.how in (MentionForm.NAME, MentionForm.ACRONYM)
    if sense.age == "new" and known and "new" not in c.ages:
        return True
    return bool(sense.sides and c.sides) and not sense.sides & c.sides


def _contained(mark: AgreementMark, c: Cluster) -> bool:
    """A name inside a longer one is another instrument (a protocol to the X Agreement)."""
    return any(m.start <= mark.start < m.end for m in c.marks[-CONTAINING:])


def _forms_agree(mark: AgreementMark, c: Cluster) -> bool:
    forms = c.forms
    if mark.form in forms:
        return True
    if mark.how is MentionForm.ANAPHOR and mark.form.value in EXACT_FORMS:
        return False
    if mark.form is AgreementForm.CEASEFIRE or AgreementForm.CEASEFIRE in forms:
        return _truce_and_deal(mark, c, forms)
    if mark.form.value in DEAL_FORMS:
        return all(f.value not in ("statement", "communique", "resolution", "alliance", "strategy") for f in forms)
    if mark.form is AgreementForm.TREATY:
        return any(f.value in OPEN_FORMS or f.value in ("convention", "charter") for f in forms)
    if mark.form in (AgreementForm.STATEMENT, AgreementForm.DECLARATION, AgreementForm.COMMUNIQUE):
        return bool(forms & {AgreementForm.STATEMENT, AgreementForm.DECLARATION, AgreementForm.COMMUNIQUE})
    if mark.form is AgreementForm.OTHER:
        return all(f is AgreementForm.OTHER for f in forms)
    return any(f.value in DEAL_FORMS for f in forms) and mark.form.value in (
        "memorandum",
        "convention",
        "protocol",
        "partnership",
        "framework",
        "compact",
    )


def _truce_and_deal(mark: AgreementMark, c: Cluster, forms: set[AgreementForm]) -> bool:
    """A truce may be called a deal, a peace deal a truce; an indefinite one is another."""
    others = (forms | {mark.form}) - {AgreementForm.CEASEFIRE}
    if not all(f.value in DEAL_FORMS for f in others):
        return False
    if mark.how is MentionForm.ANAPHOR or c.truce:
        return True
    if mark.determiner is Determiner.INDEFINITE and mark.modifiers:
        return False
    return "peace" in c.domains or (mark.form is not AgreementForm.CEASEFIRE and mark.domain in (None, "peace"))


def _antecedent(mark: AgreementMark, sense: Sense, scene: Scene, clusters: list[Cluster]) -> Cluster | None:
    """The instrument before it that the words can point back to: near, much spoken of, and called so before."""
    best: tuple[float, int] | None = None
    home = None
    for c in clusters:
        if not c.marks or not _points_to(mark, sense, c):
            continue
        key = (_salience(mark, scene, c), c.marks[-1].end)
        if best is None or key > best:
            best, home = key, c
    return home


def _salience(mark: AgreementMark, scene: Scene, c: Cluster) -> float:
    last = c.marks[-1]
    distance = scene.paragraph(mark.start) - scene.paragraph(last.start)
    score = 0.8 * min(5, c.named) - 0.7 * min(6, distance) + (2.0 if distance == 0 else 0.0)
    if mark.form in c.forms:
        score += 2.0
    if mark.domain in c.domains:
        score += 1.0
    if c.apart and len(c.marks) == 1 and not words("age", "apart") & set(mark.modifiers):
        score -= 2.0  # only spoken of by the way
    if scene.p.sentence[scene.token(mark.start)] == scene.p.sentence[scene.token(last.start)]:
        score += 1.0
    return score


def _points_to(mark: AgreementMark, sense: Sense, c: Cluster) -> bool:
    if _years_differ(sense, c) or not _forms_agree(mark, c) or _introduced_anew(mark, sense, c):
        return False
    if c.apart and mark.how is MentionForm.DESCRIPTIVE and mark.modifiers and mark.determiner not in DEFINITE:
        return False
    plural = c.plural
    return plural == mark.plural or (plural and not mark.plural and mark.form.value == "accord")


def _place_headline(mark: AgreementMark, scene: Scene, clusters: list[Cluster]) -> None:
    sense = sense_of(mark, scene)
    home = _headline_home(mark, sense, clusters)
    if home is None and mark.strength >= CLEAR and mark.form is not AgreementForm.STATEMENT:
        home = Cluster()
        clusters.append(home)
    if home is not None:
        home.add(mark, sense)


def _headline_home(mark: AgreementMark, sense: Sense, clusters: list[Cluster]) -> Cluster | None:
    """A headline speaks of what the story opens with: the first that it does not contradict."""
    if mark.instrument:
        return next((c for c in clusters if c.instrument == mark.instrument), None) or _same(mark, sense, clusters)
    likely = _same(mark, sense, clusters)
    if likely is not None:
        return likely
    for c in clusters[:2]:
        if _conflict(mark, sense, c):
            continue
        domains = c.domains
        if len(clusters) == 1 or sense.core & c.core or sense.codes & c.codes or (mark.domain and mark.domain in domains) or not sense.core:
            return c
    return None
