"""How large the page of a store of many articles is, how long it takes to make, and how long Chromium takes to open it.

usage: page.py [--articles N] [--rounds N] [--store FILE] [--json FILE]

The store is that of ask.py beside this file; with ``--store`` it is kept, or taken from there. A page is open when its load event
has ended, script and all; the first paint is when something can be read. Needs Chromium and pactscan[dev]. Medians.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from ask import figures_of_store

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TIMES = """() => ({
    open: performance.getEntriesByType("navigation")[0].loadEventEnd,
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    elements: document.querySelectorAll("*").length,
})"""


def made(store: Path, page: Path) -> float:
    """Seconds of the whole command."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pactscan", "report", str(store), "-o", str(page)], check=True)
    return time.perf_counter() - begin


def opened(page: Path, rounds: int) -> dict[str, float]:
    """Seconds until the page is open and first painted, each in a new window; and how many elements it has."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        found: list[dict[str, float]] = []
        for _ in range(rounds):
            window = browser.new_page(viewport={"width": 1280, "height": 900})
            window.goto(page.as_uri())
            window.wait_for_timeout(100)
            found.append(window.evaluate(TIMES))
            window.close()
        browser.close()
    median = {name: statistics.median(each[name] for each in found) for name in found[0]}
    return {"open": median["open"] / 1000, "paint": median["paint"] / 1000, "elements": median["elements"]}


def measure(store: Path, rounds: int) -> dict[str, Any]:
    """All figures."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        seconds = [made(store, page) for _ in range(rounds)]
        return {"megabytes": page.stat().st_size / 1e6, "made": statistics.median(seconds), **opened(page, rounds)}


def main() -> None:
    """Measure and print."""
    figures = figures_of_store(__doc__ or "", measure)
    print(f"page        {figures['megabytes']:.1f} MB, {figures['elements']:,.0f} elements\nmade in     {figures['made']:.1f} s")
    print(f"first paint {figures['paint']:.2f} s\nopen        {figures['open']:.2f} s")


if __name__ == "__main__":
    main()
