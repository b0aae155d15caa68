"""How long questions to a store of many articles take: whole commands, start-up included, medians of wall-clock and CPU time.

usage: ask.py [--articles N] [--rounds N] [--store FILE] [--json FILE]

The store is made of the reports on samples/news, which are parsed once and then varied without parsing: each round through the folder
gets invented names of places, people and countries of as many letters (so that every offset holds), and other years, and is written
straight into the tables; every tenth article is a copy of the one before, of the same story. With ``--store`` it is kept, or taken from
there. Measured besides: joining the agreements anew, as a batch does at its end, and the size of the store.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pactscan.ask import index
from pactscan.lexicon.countries import alpha3_of, code_of, countries
from pactscan.store import Entry, SqliteSink
from pactscan.store.database import create_or_open

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT / "samples" / "news"
COPIES = 10
"""One article in so many is a copy."""
QUESTIONS = {
    "timeline": ["timeline"],
    "timeline --party": ["timeline", "--party", "Brazil", "--status", "signed", "--from", "2020"],
    "timeline, all as CSV": ["timeline", "--format", "csv"],
    "agreement": ["agreement", "AUKUS"],
    "said": ["said", "Abernethy"],
    "said --about": ["said", "Abernethy", "--about", "Australia"],
    "actors": ["actors"],
    "countries": ["countries"],
    "network": ["network"],
    "conflicts": ["conflicts"],
    "search": ["search", "sea", "patrols"],
    "new": ["new", "--since", "2024-06-01"],
}
Plain = dict[str, Any]


def parsed_news(folder: Path) -> list[str]:
    """The reports on samples/news as lines of JSON, with their texts."""
    lines = folder / "news.jsonl"
    subprocess.run([sys.executable, "-m", "pactscan", "batch", str(NEWS), "-o", str(lines), "--with-text", "-q"], check=True)
    return lines.read_text(encoding="utf-8").splitlines()


def fixed_words(line: str) -> list[str]:
    """Capitalised words of a report's text that are varied: names, but no country, month, or word of an agreement's kind."""
    kinds = "Accord Agreement Compact Convention Declaration Front Memorandum Minister Pact Trade Treaty Free The From Foreign AUKUS Aukus"
    text = json.loads(line)["article"]["text"]
    words = {word for word in re.findall(r"\b[A-Z][a-z]{5,}\b", text) if not code_of(word)}
    return sorted(
        words - set(kinds.split()) - {"Abernethy", "Australia", "Wednesday", "Tuesday", "Monday", "Thursday", "Saturday", "Friday"}
    )


def by_length() -> dict[int, list[str]]:
    """Names of countries of one word, by their length."""
    table: dict[int, list[str]] = {}
    for entry in countries().values():
        if entry.status == "state" and entry.name.isascii() and entry.name.isalpha() and entry.name != "Australia":
            table.setdefault(len(entry.name), []).append(entry.name)
    return table


def invented(word: str, chance: random.Random) -> str:
    """A word of as many letters."""
    letters = "".join(chance.choice("aeiou" if n % 2 else "bdfgklmnprstv") for n in range(len(word)))
    return letters.capitalize()


def mapping(lines: list[str], chance: random.Random) -> dict[str, str]:
    """What is put in the place of what, in one round through the folder."""
    words = sorted({word for line in lines for word in fixed_words(line)})
    table = {word: invented(word, chance) for word in words}
    for names in by_length().values():
        table.update(zip(names, chance.sample(names, len(names)), strict=True))
    return {**table, "2024": str(chance.randint(2001, 2025))}


def varied(line: str, table: dict[str, str], number: int) -> Plain:
    """A report with other names, and codes that go with them."""
    pattern = re.compile(r"\b(" + "|".join(sorted(table, key=len, reverse=True)) + r")(?![a-z])")
    report: Plain = json.loads(pattern.sub(lambda match: table[match.group()], line))
    report["article"]["source"] = f"{number:06}.txt"
    for country in report["countries"]:
        country["code"] = code_of(country["name"]) or country["code"]
        country["alpha3"] = alpha3_of(country["code"])
    for party in (party for agreement in report["agreements"] for party in agreement["parties"] if party["code"]):
        party["code"] = code_of(party["name"]) or party["code"]
    return report


def variations(lines: list[str], count: int) -> Iterator[tuple[Plain, bool]]:
    """Reports, and whether each is a copy of the one before."""
    chance, number, before = random.Random(7), 0, None  # noqa: S311  (no secret)
    while True:
        table = mapping(lines, chance)
        for line in lines:
            copy = before is not None and number % COPIES == COPIES - 1
            report = (
                {**before, "article": {**before["article"], "source": f"{number:06}.txt"}}
                if copy and before
                else varied(line, table, number)
            )
            yield report, copy
            before, number = report, number + 1
            if number == count:
                return


def write_store(store: Path, count: int) -> None:
    """Write the store, without the search for near-duplicates: the stories are known."""
    with tempfile.TemporaryDirectory() as folder:
        lines = parsed_news(Path(folder))
    sink = SqliteSink(store, "benchmarks/ask.py")
    copies = []
    for number, (report, copy) in enumerate(variations(lines, count)):
        sink.write(Entry(report["article"]["source"], "digest", json.dumps(report, ensure_ascii=False), nouns=1))
        copies += [report["article"]["source"]] if copy else []
        if number % 5000 == 0:
            sink.commit()
    sink.commit()
    sink.close()
    with closing(create_or_open(store)) as db:
        db.execute("UPDATE articles SET story = id")
        db.executemany("UPDATE articles SET story = id - 1 WHERE key = ?", [(key,) for key in copies])
        db.commit()
        db.execute("PRAGMA journal_mode = DELETE")


def seconds_of(command: list[str]) -> tuple[float, float]:
    """Wall-clock and CPU seconds of a whole process; on a machine that has other work, the second tells more."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "pactscan", *command], check=True, stdout=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begin
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds_to_join(store: Path) -> float:
    """CPU seconds of joining all agreements and writing the tables."""
    with closing(create_or_open(store)) as db:
        db.execute("DROP TABLE IF EXISTS instruments_made")
        db.commit()
    begin = time.process_time()
    index(store)
    return time.process_time() - begin


def measure(store: Path, rounds: int) -> dict[str, Any]:
    """All figures."""
    joining = seconds_to_join(store)
    with closing(create_or_open(store)) as db:
        tables = ("articles", "agreements", "instruments", "actors", "quotes")
        counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608
        db.execute("PRAGMA journal_mode = DELETE")
    commands = {"ask --help": ["ask", "--help"], **{name: ["ask", str(store), *question] for name, question in QUESTIONS.items()}}
    seconds = {}
    for name, command in commands.items():
        walls, cpus = zip(*(seconds_of(command) for _ in range(rounds)), strict=True)
        seconds[name] = {"wall": statistics.median(walls), "cpu": statistics.median(cpus)}
    return {"counts": counts, "megabytes": store.stat().st_size / 1e6, "joining": joining, "seconds": seconds}


def figures_of_store(usage: str, measured: Callable[[Path, int], dict[str, Any]]) -> dict[str, Any]:
    """What `measured` says of a store, in so many rounds, as the command line asks; written to --json as well."""
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "pacts.db"
        if not store.exists():
            write_store(store, options.articles)
        figures = measured(store, options.rounds)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return figures


def main() -> None:
    """Measure and print."""
    figures = figures_of_store(__doc__ or "", measure)
    for name, value in figures["counts"].items():
        print(f"{name:24} {value:,}")
    print(f"{'store':24} {figures['megabytes']:,.0f} MB\n{'joining':24} {figures['joining']:.1f} s CPU")
    for name, each in figures["seconds"].items():
        print(f"{name:24} {each['wall']:.2f} s, {each['cpu']:.2f} s CPU")


if __name__ == "__main__":
    main()
