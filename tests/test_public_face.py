"""What is promised to users of the library."""

from __future__ import annotations

import subprocess
import sys

import pactscan
from pactscan.model import Article
from pactscan.scanner import Scanner


def test_the_names_are_a_promise() -> None:
    assert pactscan.__all__ == ["Article", "Report", "ReportDiff", "Scanner", "__version__"]
    assert all(hasattr(pactscan, name) for name in pactscan.__all__)
    assert pactscan.Scanner is Scanner


def test_importing_it_imports_no_model() -> None:
    code = "import pactscan, sys; print([m for m in ('spacy', 'thinc', 'numpy', 'rich', 'typer', 'dateparser') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_example_of_the_readme_runs() -> None:
    text = "Peru and Chile signed the Lima Water Accord on Tuesday, the foreign ministry said."
    report = Scanner().scan(Article(id="a", text=text, published="2024-03-14"))
    (agreement,) = report.agreements
    assert (agreement.name, agreement.status, [party.code for party in agreement.parties]) == ("Lima Water Accord", "signed", ["PE", "CL"])
