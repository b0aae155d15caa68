"""Stores to make pages of."""

from __future__ import annotations

import json
from pathlib import Path

from pactscan import codec
from pactscan.ask import asking
from pactscan.report import Limits, folder, one_file
from tests.ask.stores import golden_reports, write_store
from tests.render.test_terminal import told


def samples(path: Path) -> Path:
    """A store of the samples, one of them printed by a second outlet half a year later."""
    reports = golden_reports()
    other = json.loads(json.dumps(reports[0]).replace(reports[0]["article"]["source"], "other/wire.txt"))
    other["article"] |= {"outlet": "The Other Post", "published": "2023-01-02"}
    return write_store(path, [*reports, other])


def hostile(path: Path, *payloads: str) -> Path:
    """A store of two reports for each payload, with it in every field that comes from an article, a name or a file name."""
    reports = []
    for payload in payloads:
        plain = codec.to_dict(told(payload), with_text=True)
        other = json.loads(json.dumps(plain))
        other["article"] |= {"source": f"{payload}/other.txt", "published": None}
        reports += [plain, other]
    return write_store(path, reports)


def page_of(store: Path, limits: Limits | None = None, title: str | None = None) -> str:
    """The page of a store, in one file."""
    with asking(store) as corpus:
        return "".join(one_file(corpus, limits or Limits(), title))


def pages_of(store: Path) -> dict[str, str]:
    """The pages of a store, by path."""
    with asking(store) as corpus:
        return dict(folder(corpus, Limits(articles=None)))
