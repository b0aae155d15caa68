"""What tests share: the model, loaded once, and articles parsed with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from pactscan.cli.settings import NAMES, PREFIX
from pactscan.find import pipeline
from pactscan.find.case import readable
from pactscan.marks import MarkedArticle
from pactscan.model import Article, PublishedFrom

if TYPE_CHECKING:
    from spacy.language import Language

Mark = Callable[..., MarkedArticle]


@pytest.fixture(scope="session", autouse=True)
def nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No settings of whoever runs the tests, in this process and in those that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("settings")))
        for name in NAMES:
            patch.delenv(PREFIX + name.upper().replace("-", "_"), raising=False)
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The small English pipeline."""
    return pipeline.load("sm")[0]


@pytest.fixture(scope="session")
def mark(nlp: Language) -> Mark:
    """A text, and its publication date if need be, as a parsed article without marks."""

    def parse(text: str, published: str | None = None) -> MarkedArticle:
        article = Article(id="test", text=text, published=published, published_from=PublishedFrom.OPTION if published else None)
        return MarkedArticle(article, nlp(readable(article)))

    return parse


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes what is printed now as what is expected; read the difference before you keep it."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the files in tests/golden")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
