"""Which threshold tells copies of one report from different reports: edited copies of our samples, and pairs that are none.

    python evaluation/near_duplicates.py [--json FILE] [--newsroom]

With --newsroom the short articles of samples/news are edited and paired instead, to see what the threshold does with texts of a
hundred words; some of them are copies already, so that this is printed and holds no bar.

A copy is a sample after what a desk does to wire copy, by documented families of edits with a seeded chance. What is no copy:
every two samples, among them two outlets on one event and a first report with its follow-up, and articles that share a
background paragraph, a closing notice or the form of a column. For each threshold: the share of copies that a store would join
(sketches agree in a band, and the shorter text is held to that share), by family, and how many of the others it would join wrongly.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from pactscan.store.stories import BANDS, THRESHOLD, WIDTH, likeness, sketch_of

SAMPLES = Path(__file__).parent.parent / "samples"
NEWSROOM = "news/"
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
SEEDS = range(10)
RECALL = 0.95
"""Floor for copies of the mild families; a store must join at least so many."""

LOCAL = (
    (
        "The harbour board said it had not been told of the talks and would ask the ministry for a briefing next week. "
        "Its chair said that fishing families along the coast wanted to know what would change for them, and when."
    ),
    (
        "Opposition members asked for a debate before anything is put into force. The clerk of the house said that no day had been set "
        "and that the papers would be laid on the table as usual."
    ),
    (
        "Shares in shipping companies were little changed. Two brokers in the city said that the news had been expected for some days "
        "and that the details would matter more than the ceremony."
    ),
)
BACKGROUND = (
    "Relations between the two neighbours have been strained since a dispute over fishing licences a decade ago, when patrol boats of "
    "both sides met off the northern cape and a trawler was held for three weeks. A joint commission has met twice a year since then, "
    "without result, and its last session ended after a single morning. Diplomats have said ever since that a new beginning was near, "
    "and each time an election on one side or the other has put it off."
)
NOTICE = (
    "This report was produced by the wire service of the cooperative. It may be printed by members in full or in part, with credit, "
    "until the end of the month in which it was sent. Corrections are sent to all members on the same evening."
)
COLUMN = (
    "{day} in the capital: the week's diplomatic diary. The foreign minister of {one} receives the ambassador of {two} at ten in the "
    "morning. At noon the committee on treaties meets behind closed doors. In the afternoon a delegation from {three} visits the "
    "chamber of commerce. The day ends with a reception at the residence of the ambassador of {one}. The press office answers "
    "questions until six in the evening."
)
STATES = ("Chile", "Norway", "Kenya", "Nepal", "Fiji", "Latvia", "Ghana", "Peru", "Malta", "Oman", "Laos", "Togo")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
STYLE = (
    ("per cent", "percent"),
    (" which ", " that "),
    ("defence", "defense"),
    ("Defence", "Defense"),
    ("said on", "told reporters on"),
    (" also ", " "),
    ("'", "’"),
)

Edit = Callable[[str, random.Random], str]


def headline(text: str, _chance: random.Random) -> str:
    """Another headline, and a line of credit at the end."""
    return "A new turn in the talks, and what it means here\n" + text.partition("\n")[2] + "\nFrom our wire service.\n"


def house_style(text: str, chance: random.Random) -> str:
    """Spelling, small words and typographic marks of another house."""
    for ours, theirs in STYLE:
        text = text.replace(ours, theirs)
    return headline(text, chance)


def cut(share: float) -> Edit:
    """Only the first `share` of the paragraphs."""

    def edit(text: str, chance: random.Random) -> str:
        paragraphs = _paragraphs(text)
        return headline("\n\n".join(paragraphs[: max(2, round(len(paragraphs) * share))]), chance)

    return edit


def local_angle(text: str, chance: random.Random) -> str:
    """A paragraph of the desk's own, somewhere behind the lead."""
    paragraphs = _paragraphs(text)
    paragraphs.insert(chance.randrange(2, max(3, len(paragraphs))), chance.choice(LOCAL))
    return "\n\n".join(paragraphs)


def reordered(text: str, chance: random.Random) -> str:
    """Two paragraphs behind the lead change places."""
    paragraphs = _paragraphs(text)
    if len(paragraphs) > 3:
        one, other = chance.sample(range(2, len(paragraphs)), 2)
        paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    return "\n\n".join(paragraphs)


def words(share: float) -> Edit:
    """A share of the words gives way to other words of the samples, each by chance."""

    def edit(text: str, chance: random.Random) -> str:
        others = sorted(set(re.findall(r"[a-z]{3,}", " ".join(texts().values()))))
        return re.sub(r"\b[a-z]{3,}\b", lambda m: chance.choice(others) if chance.random() < share else m.group(), text)

    return edit


def several(text: str, chance: random.Random) -> str:
    """Headline, style, the last fifth cut, an own paragraph, one word in fifty."""
    for edit in (cut(0.8), house_style, local_angle, words(0.02)):
        text = edit(text, chance)
    return text


MILD: dict[str, Edit] = {
    "headline and credit": headline,
    "house style": house_style,
    "cut to 80 %": cut(0.8),
    "own paragraph": local_angle,
    "paragraphs changed about": reordered,
    "1 word in 50": words(0.02),
}
STRONG: dict[str, Edit] = {"cut to 60 %": cut(0.6), "cut to 40 %": cut(0.4), "1 word in 20": words(0.05), "all of it": several}


def texts(*, newsroom: bool = False) -> dict[str, str]:
    """The samples, pairs and all, that are long enough to have a story; or the newsroom's folder, which holds copies already."""
    found = {p.relative_to(SAMPLES).as_posix(): p.read_text(encoding="utf-8") for p in sorted(SAMPLES.rglob("*.txt"))}
    return {name: text for name, text in found.items() if sketch_of(text) and name.startswith(NEWSROOM) == newsroom}


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n|\n", text) if part.strip()]


def copies(found: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Family, text and copy."""
    for family, edit in {**MILD, **STRONG}.items():
        for name, text in found.items():
            for seed in SEEDS:
                yield family, text, edit(text, _chance(family, name, seed))


def others(found: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Family, and two texts that are not copies of each other."""
    for one, other in combinations(found, 2):
        if "silent_edit" in one and "silent_edit" in other:
            continue  # an edited copy
        together = Path(one).parent == Path(other).parent and one.startswith("pairs/")
        yield "one event, told twice" if together else "different events", found[one], found[other]
        for family, shared in (("same background paragraph", BACKGROUND), ("same closing notice", NOTICE)):
            yield family, f"{found[one]}\n\n{shared}", f"{found[other]}\n\n{shared}"
    for this, that in combinations(range(len(STATES)), 2):
        yield "same form of column", _column(this), _column(that)


def _chance(*of: object) -> random.Random:
    return random.Random(" ".join(map(str, of)))  # noqa: S311  (the same one each time is what is wanted)


def _column(number: int) -> str:
    chance = _chance("column", number)
    one, two, three = chance.sample(STATES, 3)
    return COLUMN.format(day=chance.choice(DAYS), one=one, two=two, three=three)


def joined_at(one: str, other: str) -> float:
    """The highest threshold at which a store would still join the two; 0 when no band brings them together."""
    ours, theirs = sketch_of(one) or b"", sketch_of(other) or b""
    if not ours or not theirs or not any(ours[at : at + WIDTH] == theirs[at : at + WIDTH] for at in range(0, BANDS * WIDTH, WIDTH)):
        return 0.0
    return likeness(ours, theirs)


def measured(pairs: Iterator[tuple[str, str, str]]) -> dict[str, list[float]]:
    """By family, where each pair is joined."""
    found: dict[str, list[float]] = {}
    for family, one, other in pairs:
        if one != other:
            found.setdefault(family, []).append(joined_at(one, other))
    return found


def main() -> None:
    """Measure and print; fail when the threshold in use joins too few copies, or what are none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--newsroom", action="store_true")
    options = parser.parse_args()
    found = texts(newsroom=options.newsroom)
    alike, apart = measured(copies(found)), measured(others(found))
    figures: dict[str, dict[str, Any]] = {
        "copies joined": {family: {str(t): _share(at, t) for t in THRESHOLDS} for family, at in alike.items()},
        "others joined": {family: {str(t): sum(a >= t for a in at) for t in THRESHOLDS} for family, at in apart.items()},
        "pairs": {family: len(at) for family, at in {**alike, **apart}.items()},
    }
    _print(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    mild = [at for family in MILD for at in alike[family]]
    wrong = sum(at >= THRESHOLD for family, pairs in apart.items() for at in pairs if family != "same form of column")
    print(f"in use: {THRESHOLD}; mild copies joined {_share(mild, THRESHOLD):.3f}; different reports joined {wrong}")
    if not options.newsroom and (_share(mild, THRESHOLD) < RECALL or wrong):
        raise SystemExit("the threshold in use does not hold")


def _share(at: list[float], threshold: float) -> float:
    return sum(a >= threshold for a in at) / len(at)


def _print(figures: dict[str, dict[str, Any]]) -> None:
    print(f"{'':34} pairs " + " ".join(f"{t:5}" for t in THRESHOLDS))
    for part in ("copies joined", "others joined"):
        print(part)
        for family, row in figures[part].items():
            cells = " ".join(f"{v:5.2f}" if isinstance(v, float) else f"{v:5}" for v in row.values())
            print(f"  {family:32} {figures['pairs'][family]:5} {cells}")


if __name__ == "__main__":
    main()
