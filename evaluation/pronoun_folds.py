"""How often "he" and "she" are given the right person, by how likely the ranker thinks it, by five-fold split.

The gold's names of pronouns come from an automatic coreference (CoreNLP), which is wrong where it differs from us in
most cases that were read by hand: the figures are agreement, and a lower bound.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.find.quotes.scan import stretches
from pactscan.lexicon.gender import gender_of_pronoun
from pactscan.lexicon.speech_weights import LinearModel
from pactscan.marks import MarkedArticle
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.coreference import Coreference

BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.0, 0.7))
Articles = list[tuple[MarkedArticle, dict[str, Any]]]


def print_pronouns(articles: Articles, fit: Callable[[int], LinearModel], folds: int, same: Callable[[str, str], bool]) -> None:
    """Print how many pronoun sources the gold's automatic names agree with, by likelihood; `fit` gives the model without a fold."""
    counts = {band: [0, 0] for band in BANDS}
    named = unnamed = 0
    for fold in range(folds):
        model = fit(fold)
        for marked, gold in articles[fold::folds]:
            for told, got, likely in _pronouns(marked, gold["quotes"], model):
                named, unnamed = named + (got is not None), unnamed + (got is None)
                if told and got:
                    band = next(b for b in BANDS if b[0] <= likely < b[1])
                    counts[band][0] += 1
                    counts[band][1] += same(told, got)
    print(f"pronouns {named + unnamed}, nobody in view {unnamed}")
    for (low, _), (n, right) in counts.items():
        print(f"pronouns of likelihood {low:.1f} and more: {n}, as the automatic coreference has it {right / max(1, n):.3f}")


def _pronouns(marked: MarkedArticle, gold: list[dict[str, Any]], model: LinearModel) -> list[tuple[str | None, str | None, float]]:
    """For each "he" or "she" that speaks: its name in the gold, whom we would name, and the likelihood."""
    open_model = LinearModel(model.columns, model.templates, model.weights, {**model.constants, "least": 0.0})
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    spoken = [quote for quote in gold if quote["speaker"]]
    sources = [(quote["speaker"]["start"], quote["speaker"]["end"]) for quote in spoken]
    quoted = [(s.start, s.end) for s in stretches(marked.article.text, marked.paragraphs)]
    reader = Coreference(marked, cast, sources, quoted, [[(quote["start"], quote["end"])] for quote in spoken], open_model)
    result, seen = [], set()
    for quote, source in zip(spoken, sources, strict=True):
        if source in seen or gender_of_pronoun(quote["speaker"]["text"].lower()) is None:
            continue
        seen.add(source)
        actor = reader.actor_at(source)
        told = quote.get("speaker_name") or quote.get("speaker_name_silver")
        result.append((told, actor.name if actor else None, reader.likelihood_at(source)))
    return result


def kept(examples: Any, folds: int, fold: int) -> Any:
    """Which of the examples come from articles outside `fold`."""
    return np.asarray(examples.article) % folds != fold
