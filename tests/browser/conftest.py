"""A real browser: Chromium, opening pages from disk, with everything that it would load from elsewhere stopped and counted.

Without Chromium, or without Playwright's package, these tests are skipped (scripts/browser installs the one, pactscan[dev] the other).
``PACTSCAN_SCREENSHOTS=DIR`` keeps pictures of the pages, at three widths, light and dark.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from pactscan.codec import to_dict
from pactscan.model import Failure
from pactscan.read import read_path
from pactscan.scanner import Scanner
from tests.ask.stores import ROOT, write_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = os.environ.get("PACTSCAN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = (320, 800, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install pactscan[dev]")
    if CHROMIUM is None:
        pytest.skip("no Chromium: scripts/browser installs it")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Visit:
    """Opens pages, and notes what must not be: words on the console, errors, dialogs, requests that leave the disk."""

    browser: Browser
    folder: Path
    faults: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def fault(self, words: str) -> None:
        """Note what must not be."""
        self.faults.append(words)

    def __call__(self, path: Path, *, width: int = 1280, scheme: Scheme = "light", fragment: str = "", scripts: bool = True) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        self.contexts.append(context)
        context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file://") else route.abort())
        page = context.new_page()
        page.on("console", lambda message: self.fault(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.fault(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.goto(f"{path.as_uri()}{fragment}")
        return page

    def _dialog(self, dialog: Dialog) -> None:
        self.fault(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith("file://") or not request.url.split("#")[0].endswith(".html"):
            self.fault(f"request: {request.url}")

    def write(self, name: str, page: str) -> Path:
        """A page on disk."""
        path = self.folder / name
        path.write_text(page, encoding="utf-8", newline="\n")
        return path


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """See `Visit`. What it noted fails the test."""
    visiting = Visit(browser, tmp_path)
    yield visiting
    for context in visiting.contexts:
        context.close()
    assert visiting.faults == []


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the articles in samples/news."""
    paths = sorted((ROOT / "samples" / "news").rglob("*.txt"))
    articles = [article for path in paths for article in read_path(str(path)) if not isinstance(article, Failure)]
    reports = [to_dict(report, with_text=True) for report in Scanner().scan_all(articles)]
    for report in reports:
        report["article"]["source"] = report["article"]["source"].removeprefix(f"{ROOT}/")
    return write_store(tmp_path_factory.mktemp("news") / "pacts.db", reports)


def axe() -> str:
    """The rules of axe-core, as a script."""
    pytest.importorskip("axe_playwright_python", reason="no axe-core: pip install pactscan[dev]")
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds: rule, and the first element that breaks it."""
    page.evaluate(axe())
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}: {each['nodes'][0]['failureSummary']}" for each in found]


def keep_picture(page: Page, name: str) -> None:
    """A picture of the whole page, where pictures are wanted."""
    if folder := os.environ.get("PACTSCAN_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
