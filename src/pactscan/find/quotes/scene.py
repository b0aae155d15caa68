"""An article's stretches, cues and contents, and what the linear models think of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pactscan.find.quotes import spoken as spoken_columns
from pactscan.find.quotes.candidates import candidates
from pactscan.find.quotes.contents import Content, contents
from pactscan.find.quotes.cues import Cue, cues
from pactscan.find.quotes.propositions import says_something
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.speakers import Frame, frame_of
from pactscan.find.quotes.titles import is_title
from pactscan.find.quotes.turns import Speaker, rank_speakers
from pactscan.lexicon.speech_weights import LinearModel, Scores, speech_model

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Models:
    """The linear models: is a stretch speech, who speaks, which words does a cue introduce."""

    quoted: LinearModel
    speaker: LinearModel
    content: LinearModel
    alone: LinearModel
    """Whether a spoken stretch is the whole content."""
    kept: LinearModel
    """A second look at what is speech, once its most likely speaker is known."""

    @classmethod
    def shipped(cls) -> Models:
        """Those of the weight file."""
        return cls(speech_model("quoted"), speech_model("speaker"), speech_model("content"), speech_model("alone"), speech_model("kept"))


def probability(scores: Scores) -> Scores:
    """Logistic function of scores."""
    likely: Scores = 1 / (1 + np.exp(-scores))
    return likely


@dataclass
class Scene:
    """An article's stretches, cues and candidate speakers, and what the models think of them."""

    reading: Reading
    cues: list[Cue]
    spoken: list[bool]
    speech: list[float]
    """Probability that each stretch is speech."""
    speakers: list[Speaker]
    contents: list[tuple[Content, float]]


def scene_of(reading: Reading, models: Models) -> Scene:
    """Run the three models over an article."""
    found = cues(reading)
    frames = [frame_of(reading, s) for s in range(len(reading.stretches))]
    rows = spoken_columns.columns(reading, found, frames)
    people = candidates(reading, found) if frames else []
    speakers = rank_speakers(reading, found, people, frames, _passes(models.quoted, rows).tolist(), models.speaker)
    likely = _scores(models.kept, spoken_columns.with_speakers(rows, speakers))
    least = [_least_for(*near, models.kept.constants) for near in zip(frames, speakers, rows, strict=True)]
    least = [NEVER if is_title(reading, s, frame) else needed for s, (frame, needed) in enumerate(zip(frames, least, strict=True))]
    spoken = _chained(reading, (likely > np.asarray(least)).tolist())
    chosen = _contents(reading, found, spoken, _scores(models.alone, rows).tolist(), models.content)
    return Scene(reading, found, spoken, probability(likely).tolist(), speakers, chosen)


def _chained(reading: Reading, spoken: list[bool]) -> list[bool]:
    """Paragraphs of one quotation are speech together."""
    for s in range(len(spoken) - 1):
        if reading.stretches[s].goes_on and spoken[s] != spoken[s + 1]:
            spoken[s] = spoken[s + 1] = True
    return spoken


def _scores(model: LinearModel, rows: list[list[int]]) -> Scores:
    return model.scores(np.asarray(rows)) if rows else np.zeros(0)


NEVER = 99.0


def _least_for(frame: Frame, speaker: Speaker, row: list[int], constants: dict[str, float]) -> float:
    """The score of speech: what nobody near seems to say must look more like it, a phrase within a sentence much more."""
    if speaker.head >= 0 and speaker.certainty >= 0.5:
        return constants["least"]
    if speaker.head < 0 and spoken_columns.is_called_so(row):
        return NEVER
    return constants["least_by_nobody"] if frame.is_phrase else constants["least_unattributed"]


def _passes(model: LinearModel, rows: list[list[int]]) -> NDArray[np.bool_]:
    passes: NDArray[np.bool_] = _scores(model, rows) > model.constants["least"]
    return passes


def _contents(
    reading: Reading, found: list[Cue], spoken: list[bool], alone: list[float], model: LinearModel
) -> list[tuple[Content, float]]:
    """For each cue the content it most likely introduces, if likely enough; one that holds a spoken stretch only has to beat it alone."""
    options = [o for o in contents(reading, found, spoken) if _may_be_said(reading, o, found, spoken)]
    if not options:
        return []
    scores = model.scores(np.asarray([option.row for option in options])).tolist()
    likely = [(o, score) for o, score in zip(options, scores, strict=True) if score > _least(reading, o, spoken, alone, model)]
    best: dict[int, tuple[Content, float]] = {}
    for option, score in likely:
        if option.cue >= 0 and (option.cue not in best or score > best[option.cue][1]):
            best[option.cue] = (option, score)
    rest = [pair for pair in likely if pair[0].cue < 0 or _other_side(pair[0], best[pair[0].cue][0], found[pair[0].cue].at)]
    return [*best.values(), *rest]


def _may_be_said(reading: Reading, option: Content, found: list[Cue], spoken: list[bool]) -> bool:
    """Whether a content tells what is said: it holds a spoken stretch, or a proposition."""
    if option.cue < 0 or any(s >= 0 and spoken[s] for s in reading.inside[option.first : option.last + 1]):
        return True
    return says_something(reading, found[option.cue], option.first, option.last)


def _least(reading: Reading, option: Content, spoken: list[bool], alone: list[float], model: LinearModel) -> float:
    """The score that a content must pass."""
    held = {s for s in set(reading.inside[option.first : option.last + 1]) if s >= 0 and spoken[s]}
    if not held:
        return float(model.constants["least"]) if option.cue >= 0 else 99.0
    return max(min(alone[s] for s in held), float(model.constants["least_with_marks"]))


def _other_side(option: Content, main: Content, cue: int) -> bool:
    """Whether a content stands on the other side of its cue: ``Now, she said, the roads are open``."""
    return option.last < cue < main.first or main.last < cue < option.first
