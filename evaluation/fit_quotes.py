"""Refit the weights of speech from the benchmark's gold, or measure by five-fold split how well they would do.

The gold is PolNeAR (518 articles of ../shared/bench/dev). Features carry no text: they are categories of tags, distances,
marks and of word classes from this project's own lexicon. Deterministic: no random numbers, articles are dealt to folds in order.

usage: fit_quotes.py [--folds 5] [--limit N] [--parses FILE]

Without --folds, writes src/pactscan/lexicon/data/speech_weights.json. --parses keeps the articles' parses in FILE between runs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from linear_fits import binary, ranking
from pronoun_folds import kept, print_pronouns
from quote_confidence import print_confidence

from pactscan.find import pipeline
from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.find.quotes import attributions, content_columns, contents, scene, spans, speakers, spoken
from pactscan.find.quotes.candidates import candidates
from pactscan.find.quotes.cues import cues
from pactscan.find.quotes.reading import Reading, read
from pactscan.find.quotes.turns import follow, rank_speakers
from pactscan.lexicon.gender import gender_of_pronoun
from pactscan.lexicon.speech_weights import LinearModel, templates_of, width_of
from pactscan.marks import MarkedArticle
from pactscan.model import Actor, Article
from pactscan.resolve import coreference, view
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.quotes import confidence_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("PACTSCAN_BENCH", HERE.parent.parent / "shared" / "bench"))
WEIGHTS = HERE.parent / "src" / "pactscan" / "lexicon" / "data" / "speech_weights.json"
FITTED_ON = "PolNeAR 1.0, 518 development articles (weights of categories that carry no text)"
L2 = {"quoted": 4.0, "speaker": 3.0, "content": 8.0, "alone": 4.0, "kept": 4.0, "pronoun": 4.0}
CONSTANTS = {
    "quoted": {"least": 0.0, "nobody": -1.9},
    "kept": {"least": 0.3, "least_by_nobody": 3.0, "least_unattributed": 1.0},
    "speaker": {"high": 0.96, "medium": 0.7, "sure_pronoun": 0.9},
    "pronoun": {"least": 0.7, "nobody": -1.9},
    "content": {"least": 0.3, "least_with_marks": -0.6},
}

Gold = list[dict[str, Any]]


# --- examples -----------------------------------------------------------------------------------------------------------


@dataclass
class Examples:
    """Rows of categories with what is right, and the article each comes from."""

    rows: list[Any]
    right: list[bool]
    weight: list[float]
    group: list[int]
    article: list[int]

    @classmethod
    def none(cls) -> Examples:
        """No examples yet."""
        return cls([], [], [], [], [])

    def add(self, row: Any, right: bool, article: int, weight: float = 1.0, group: int = 0) -> None:
        """One more row; rows of a group compete with one another."""
        self.rows.append(row)
        self.right.append(right)
        self.weight.append(weight)
        self.group.append(group)
        self.article.append(article)


COLUMNS = {
    "quoted": spoken.COLUMNS,
    "alone": spoken.COLUMNS,
    "kept": spoken.SPEAKER_COLUMNS,
    "speaker": speakers.COLUMNS,
    "content": content_columns.COLUMNS,
    "pronoun": view.COLUMNS,
}
TEMPLATES = {
    "quoted": spoken.TEMPLATES,
    "alone": spoken.TEMPLATES,
    "kept": spoken.SPEAKER_TEMPLATES,
    "speaker": speakers.TEMPLATES,
    "content": content_columns.TEMPLATES,
    "pronoun": view.TEMPLATES,
}


def collected(articles: list[tuple[MarkedArticle, dict[str, Any]]], scorer: Any) -> dict[str, Examples]:
    """The examples of each model."""
    examples = {name: Examples.none() for name in COLUMNS}
    for number, (marked, gold) in enumerate(articles):
        reading = read(marked)
        owners = [scorer.owner((s.start, s.end), gold["quotes"]) for s in reading.stretches]
        _quoted_examples(examples["quoted"], examples["alone"], reading, owners, gold["quotes"], number, scorer)
        _speaker_examples(examples["speaker"], reading, owners, number)
        _pronoun_examples(examples["pronoun"], marked, gold["quotes"], number, reading)
        _content_examples(examples["content"], reading, owners, gold["quotes"], number, scorer)
    return examples


def _quoted_examples(
    examples: Examples, alone: Examples, reading: Reading, owners: list[Any], gold: Gold, number: int, scorer: Any
) -> None:
    """Stretches that the gold attributes; of these, those that are a whole content by themselves."""
    frames = [speakers.frame_of(reading, s) for s in range(len(owners))]
    speech = [(a, b) for a, b, _ in scorer.pieces(reading.text, gold)]
    for s, row in enumerate(spoken.columns(reading, cues(reading), frames)):
        examples.add(row, owners[s] is not None, number)
        if owners[s] is not None:
            span = scorer.trimmed(reading.text, reading.stretches[s].start, reading.stretches[s].end)
            alone.add(row, _best_lap(span, speech) >= 0.8, number)


def _speaker_examples(examples: Examples, reading: Reading, owners: list[Any], number: int) -> None:
    found = cues(reading)
    people = candidates(reading, found)
    previous: tuple[int, int] | None = None
    for s, owner in enumerate(owners):
        if owner is None:
            continue
        frame = speakers.frame_of(reading, s)
        who, table = speakers.rows(reading, found, people, s, frame)
        follow(reading, people, who, table, frame, previous)
        source = owner["speaker"]
        right = [_is_source(reading, people[w].head, source) if w >= 0 else source is None for w in who]
        group = examples.group[-1] + 1 if examples.group else 0
        if any(right):
            for row, good in zip(table, right, strict=True):
                examples.add(row, good, number, group=group)
        heads = [people[w].head for w, good in zip(who, right, strict=True) if good and w >= 0]
        previous = (heads[0], s) if heads else None


def _is_source(reading: Reading, head: int, source: dict[str, Any] | None) -> bool:
    return source is not None and source["start"] <= reading.parse.start[head] < source["end"]


def _content_examples(examples: Examples, reading: Reading, owners: list[Any], gold: Gold, number: int, scorer: Any) -> None:
    """Contents are right when they share four fifths with one of the gold.

    The gold's "speech" flag knows "said" but not "say" or "announced": where the cue is one of saying and a clause follows,
    its other attributions are right, too; what else they cover (thoughts, wishes, objects of praise) is half a mistake.
    """
    text, found = reading.text, cues(reading)
    speech = [(a, b) for a, b, _ in scorer.pieces(text, [q for q in gold if q["speech"]])]
    other = [(a, b) for a, b, _ in scorer.pieces(text, [q for q in gold if not q["speech"]])]
    for option in contents.contents(reading, found, [owner is not None for owner in owners]):
        span = scorer.trimmed(text, reading.parse.start[option.first], reading.parse.end[option.last])
        saying = (
            option.cue >= 0
            and (found[option.cue].kind != "believe" or found[option.cue].base in AVOWED)
            and spans.FORMS[option.row[0]] in CLAUSES
        )
        right = _best_lap(span, speech) >= 0.8 or (saying and _best_lap(span, other) >= 0.8)
        thought = not right and _best_lap(span, other, of_first=True) > 0.5
        examples.add(option.row, right, number, weight=0.5 if thought else 1.0)


AVOWED = frozenset({"believe"})
"""Verbs of thinking by which people say what they think."""
CLAUSES = frozenset({"ccomp", "clause before", "head", "rest", "according after", "according before", "according clause", "remainder"})


def _best_lap(span: tuple[int, int], others: list[tuple[int, int]], of_first: bool = False) -> float:
    """The greatest share that the span has with one of the others: of the longer, or of itself."""
    a, b = span
    return max((_common(a, b, c, d) / max(b - a, 1 if of_first else d - c, 1) for c, d in others), default=0.0)


class _Taught(coreference.Coreference):
    """Reads an article with the sources told by the gold, and keeps the choices that each pronoun left open."""

    taught: ClassVar[dict[int, str]] = {}
    examples: ClassVar[Examples] = Examples.none()
    number: ClassVar[int] = 0

    def _pronoun(self, token: int) -> tuple[view.Person | None, float]:
        name, gender = self.taught.get(token), gender_of_pronoun(self._parse.lower[token])
        barred = self._barred.get(token, ())
        people = [person for person in self.view.people(token, gender) if person.id not in barred] if gender else []
        told = [person for person in people if name and isinstance(person, Actor) and _same_name(name, person.name)]
        if len(told) == 1 and gender:
            group = self.examples.group[-1] + 1 if self.examples.group else 0
            for actor, row in zip(people, self.view.rows(people, token, gender), strict=True):
                self.examples.add(row, actor is told[0], self.number, group=group)
            self.view.latest_pronoun[gender] = (token, told[0].id)
            return told[0], 1.0
        return super()._pronoun(token)


def _pronoun_examples(examples: Examples, marked: MarkedArticle, gold: Gold, number: int, reading: Reading) -> None:
    """Pronoun sources with the name that PolNeAR's automatic coreference gives them, where gender does not speak against it."""
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    told = [quote for quote in gold if quote["speaker"] and quote["speaker_kind"] == "pronoun"]
    names = {quote["speaker"]["start"]: quote.get("speaker_name") or quote.get("speaker_name_silver") for quote in told}
    tokens = {at: token for token, at in enumerate(marked.parse.start)}
    _Taught.taught = {tokens[at]: name for at, name in names.items() if name and at in tokens}
    _Taught.examples, _Taught.number = examples, number
    sources = [(q["speaker"]["start"], q["speaker"]["end"]) for q in gold if q["speaker"]]
    said = [[(q["start"], q["end"])] for q in gold if q["speaker"]]
    _Taught(marked, cast, sources, [(s.start, s.end) for s in reading.stretches], said, FLAT)


def _same_name(told: str, name: str) -> bool:
    """Whether the last words are the same."""
    return told.split()[-1:] == name.split()[-1:]


FLAT = LinearModel(
    view.COLUMNS,
    templates_of(view.COLUMNS, "sentence main"),
    np.array([0.0, -0.8, -1.6, -2.4, -3.2, -4.0, 1.5, 1.0, 0.3, 0.0]),
    {"least": 0.0, "nobody": -1.9},
)
"""A first guess for pronouns that the gold does not tell: recent, and a main subject."""


def _common(a: int, b: int, c: int, d: int) -> int:
    return max(0, min(b, d) - max(a, c))


# --- fitting and measuring ----------------------------------------------------------------------------------------------


def fitted(name: str, examples: Examples, keep: NDArray[np.bool_]) -> LinearModel:
    """The model called `name`, fitted on the rows of `examples` that `keep` selects."""
    templates = templates_of(COLUMNS[name], TEMPLATES[name])
    n = width_of(COLUMNS[name], templates)
    empty = LinearModel(COLUMNS[name], templates, np.zeros(n), CONSTANTS.get(name, {}))
    ids = empty.ids(np.asarray(examples.rows)[keep])
    right = np.asarray(examples.right)[keep]
    if name in ("speaker", "pronoun"):
        weights = ranking(ids, right, np.asarray(examples.group)[keep], n, L2[name])
    else:
        weights = binary(ids, right, np.asarray(examples.weight)[keep], n, L2[name])
    return LinearModel(COLUMNS[name], templates, np.round(weights, 3), empty.constants)


Articles = list[tuple[MarkedArticle, dict[str, Any]]]
FIRST_LOOK = ("quoted", "alone", "speaker", "content")


def models_of(articles: Articles, examples: dict[str, Examples], keep: NDArray[np.bool_], scorer: Any) -> dict[str, LinearModel]:
    """All models but that of pronouns, fitted on the articles that `keep` selects.

    The second look reads how sure the ranker is; so that it sees honest doubts, each half of the articles is ranked
    with a ranker fitted on the other half.
    """
    made = {name: fitted(name, examples[name], keep[examples[name].article]) for name in FIRST_LOOK}
    second = Examples.none()
    for half in (0, 1):
        other = keep & (np.arange(len(articles)) // 5 % 2 != half)
        ranker = fitted("speaker", examples["speaker"], other[examples["speaker"].article])
        for number in np.flatnonzero(keep & ~other):
            marked, gold = articles[number]
            _second_look(second, read(marked), gold["quotes"], int(number), made["quoted"], ranker, scorer)
    return {**made, "kept": fitted("kept", second, np.ones(len(second.rows), dtype=bool))}


def _second_look(
    examples: Examples, reading: Reading, gold: Gold, number: int, first: LinearModel, ranker: LinearModel, scorer: Any
) -> None:
    found = cues(reading)
    frames = [speakers.frame_of(reading, s) for s in range(len(reading.stretches))]
    if not frames:
        return
    rows = spoken.columns(reading, found, frames)
    seem = (first.scores(np.asarray(rows)) > 0).tolist()
    ranked = rank_speakers(reading, found, candidates(reading, found), frames, seem, ranker)
    for row, stretch in zip(spoken.with_speakers(rows, ranked), reading.stretches, strict=True):
        examples.add(row, scorer.owner((stretch.start, stretch.end), gold) is not None, number)


def saved(models: dict[str, LinearModel]) -> dict[str, Any]:
    """The weight file: per template the indices and values of weights that are not nought."""
    return {
        "fitted_on": FITTED_ON,
        "refit": "python evaluation/fit_quotes.py",
        "models": {name: _plain(model) for name, model in models.items()},
    }


def _plain(model: LinearModel) -> dict[str, Any]:
    weights, base = {}, 0
    for crossed in model.templates:
        width = int(np.prod([model.columns[c][1] for c in crossed]))
        at = np.flatnonzero(model.weights[base : base + width])
        name = "*".join(model.columns[c][0] for c in crossed)
        weights[name] = {"at": at.tolist(), "weight": model.weights[base + at].tolist()}
        base += width
    return {"columns": [list(column) for column in model.columns], "constants": model.constants, "weights": weights}


def measured(articles: list[tuple[MarkedArticle, dict[str, Any]]], examples: dict[str, Examples], folds: int, scorer: Any) -> None:
    """Print the scorer's figures, each article read with models that were fitted without it."""
    predicted: dict[str, Gold] = {}
    for fold in range(folds):
        models = scene.Models(**models_of(articles, examples, np.arange(len(articles)) % folds != fold, scorer))
        for marked, gold in articles[fold::folds]:
            marks = attributions.marks_of(scene.scene_of(read(marked), models))
            predicted[gold["id"]] = [piece for n, mark in enumerate(marks) for piece in _pieces(marked, mark, n)]
    for key, value in scorer.score([gold for _, gold in articles], predicted).items():
        print(f"{key:18} {value}")
    print_confidence([gold for _, gold in articles], predicted, scorer)
    pronouns = examples["pronoun"]
    print_pronouns(articles, lambda fold: fitted("pronoun", pronouns, kept(pronouns, folds, fold)), folds, scorer.same)


def _pieces(marked: MarkedArticle, mark: Any, group: int) -> Iterable[dict[str, Any]]:
    text = marked.article.text
    source = {"start": mark.source[0], "end": mark.source[1], "text": text[slice(*mark.source)]} if mark.source else None
    about = {"group": group, "speaker": source, "speaker_name": None, "confidence": confidence_of(mark, CONSTANTS["speaker"]).value}
    for start, end in mark.content:
        yield {"start": start, "end": end, "text": text[start:end], **about}


def parsed(limit: int | None, cache: Path | None) -> list[tuple[MarkedArticle, dict[str, Any]]]:
    """The benchmark's articles, parsed, each with its gold."""
    from spacy.tokens import DocBin

    records = [json.loads(line) for line in _lines("quotes_polnear.articles.jsonl")][:limit]
    gold = {d["id"]: d for d in map(json.loads, _lines("quotes_polnear.gold.jsonl"))}
    written = [Article(id=d["id"], text=d["text"]) for d in records]
    nlp, _ = pipeline.load("sm")
    if cache and cache.exists():
        docs = list(DocBin().from_disk(cache).get_docs(nlp.vocab))[:limit]
    else:
        docs = list(nlp.pipe([readable(article) for article in written], batch_size=16))
        if cache:
            DocBin(attrs=["ORTH", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"], docs=docs).to_disk(cache)
    return [(MarkedArticle(article, doc), gold[article.id]) for article, doc in zip(written, docs, strict=True)]


def _lines(name: str) -> list[str]:
    return [line for line in (BENCH / "dev" / name).read_text(encoding="utf-8").split("\n") if line.strip()]


def main() -> None:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--parses", type=Path)
    options = parser.parse_args()
    if not (BENCH / "dev").is_dir():
        sys.exit(f"the benchmark's gold is not at {BENCH} (set PACTSCAN_BENCH to where it is)")
    sys.path.insert(0, str(BENCH))
    scorer = import_module("scorers.quotes")

    begin = time.perf_counter()
    articles = parsed(options.limit, options.parses)
    examples = collected(articles, scorer)
    if options.folds:
        measured(articles, examples, options.folds, scorer)
    else:
        everything = np.ones(len(articles), dtype=bool)
        models = models_of(articles, examples, everything, scorer)
        models["pronoun"] = fitted("pronoun", examples["pronoun"], everything[examples["pronoun"].article])
        WEIGHTS.write_text(json.dumps(saved(models), separators=(",", ":")) + "\n", encoding="utf-8")
        print(f"wrote {WEIGHTS}")
    print(f"{len(articles)} articles, {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
