"""Score the installed pactscan on gold that others made, and fail when a figure is below its floor.

The gold lies outside the project, in ../shared/bench; where it is not there, this says so and passes. Floors are in
floors.json beside this file and only rise: `--raise` lifts each to the figure measured now, rounded down, and lowers none.

`--page` writes the figures into docs/accuracy.md.

usage: hold_floors.py [--only SETS] [--raise] [--page]
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import cast

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("PACTSCAN_BENCH", HERE.parent.parent / "shared" / "bench"))
FLOORS = HERE / "floors.json"
PAGE = HERE.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
LOWER_IS_BETTER = "false_per_ordinary"

Figures = dict[str, float]


def measure(script: str, only: str) -> Figures:
    """Figures of one of the benchmark's scripts, by name; the script's own report goes to stdout."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        command = [sys.executable, str(BENCH / script), "--pactscan", f"{sys.executable} -m pactscan", "--json", str(figures)]
        run = subprocess.run(command + (["--only", only] if only else []), check=False)
        if run.returncode or not figures.exists():
            sys.exit(f"{script} ended with {run.returncode}")
        return cast("Figures", json.loads(figures.read_text()))


def below(floors: Figures, figures: Figures) -> list[str]:
    """One line for each floor that does not hold."""
    return [
        f"below its floor: {name} {figures[name]:.3f} (floor {floor})" for name, floor in floors.items() if not holds(name, floor, figures)
    ]


def holds(name: str, floor: float, figures: Figures) -> bool:
    """Whether a figure keeps its floor; one that was not measured this time is not judged."""
    if name not in figures:
        return True
    return figures[name] <= floor if name.endswith(LOWER_IS_BETTER) else figures[name] >= floor


def raised(floors: Figures, figures: Figures) -> Figures:
    """The floors, each lifted to its figure in steps of .005 where that is better."""
    result = dict(floors)
    for name, figure in figures.items():
        if name.endswith(LOWER_IS_BETTER):
            result[name] = min(floors.get(name, 1.0), math.ceil(figure * 200) / 200)
        else:
            result[name] = max(floors.get(name, 0.0), math.floor(figure * 200) / 200)
    return dict(sorted(result.items()))


def write_page(figures: Figures) -> None:
    """Put the figures into the table of docs/accuracy.md, between its two markers."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    rows = "".join(f"| {name.split('.', 1)[0]} | {name.split('.', 1)[1]} | {figure:.3f} |\n" for name, figure in sorted(figures.items()))
    PAGE.write_text(f"{before}{BEGIN}| set | figure | value |\n|---|---|---|\n{rows}{END}{after}", encoding="utf-8")


def main() -> None:
    """Measure, compare, and raise when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="sets by the start of their name, separated by commas; 'diff' for the pairs")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args()
    if not (BENCH / "run.py").exists():
        print(f"skipped: the benchmark's gold is not at {BENCH} (set PACTSCAN_BENCH to where it is)")
        return
    figures: Figures = {}
    if options.only != "diff":
        figures |= measure("run.py", options.only)
    if options.only in ("", "diff"):
        figures |= {f"diff.{name}": figure for name, figure in measure("run_diff.py", "").items()}
    floors = cast("Figures", json.loads(FLOORS.read_text()))
    if options.lift:
        FLOORS.write_text(json.dumps(raised(floors, figures), indent=1) + "\n")
    if options.page:
        write_page(figures)
    failures = below(floors, figures)
    print("\n".join(failures) or f"{len(figures)} figures, none below its floor")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
