"""Articles enough for a batch, made from the samples by documented variation: no two are the same.

`text_of` adds a closing line with the article's number. `varied` also lets the paragraphs behind the lead change places, and adds a
paragraph of invented names and words that no other article has, so that a vocabulary that is never emptied grows as with real news.
"""

from __future__ import annotations

import random
from pathlib import Path

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
SYLLABLES = (
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "jo",
    "ki",
    "lu",
    "me",
    "na",
    "or",
    "pe",
    "qua",
    "ri",
    "sa",
    "to",
    "ul",
    "ve",
    "wa",
    "xi",
    "yo",
)
STATES = ("Norway", "Chile", "Kenya", "Nepal", "Fiji", "Latvia", "Ghana", "Peru")


def text_of(number: int) -> str:
    """The article of that number: a sample, and a closing line."""
    text = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8")
    return f"{text}\nThe desk filed this as item {number}.\n"


def varied(number: int) -> str:
    """The article of that number, with paragraphs in another order and a paragraph of its own."""
    chance = random.Random(number)
    lead, *paragraphs = text_of(number).split("\n\n")
    if len(paragraphs) > 2:
        one, other = chance.sample(range(len(paragraphs) - 1), 2)
        paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    return "\n\n".join([lead, *paragraphs, _own(chance)]) + "\n"


def _own(chance: random.Random) -> str:
    first, last, town = (_word(chance).capitalize() for _ in range(3))
    words = " ".join(_word(chance) for _ in range(25))
    one, other = chance.sample(STATES, 2)
    day = f"{chance.randint(1, 28)} {chance.choice(('March', 'May', 'October'))} {chance.randint(1990, 2024)}"
    quote = f"“We signed the {town} Accord with {other} on {day},” {first} {last}, a minister of {one}, said."
    return f"{quote} In {town} they call it {words}."


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def write_articles(folder: Path, count: int, *, vary: bool = False) -> None:
    """Write `count` articles into `folder`, half of them in folders below."""
    for number in range(count):
        path = folder / ("north" if number % 2 else ".") / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(varied(number) if vary else text_of(number), encoding="utf-8")
