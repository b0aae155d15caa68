"""Write the reference pages of the docs: the command line from --help, the JSON from its schema.

usage: reference.py [--check]     (with --check nothing is written; ends with 1 when a page is not what it should be)
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from pactscan import codec
from pactscan.cli.app import command

DOCS = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = "<!-- made by scripts/reference.py -->\n"


def main() -> None:
    """Write or check the pages."""
    pages = {"cli.md": _cli(), "json.md": _json()}
    wrong = [name for name, text in pages.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        sys.exit(f"not up to date: {', '.join(wrong)}; run scripts/reference.py" if wrong else 0)
    DOCS.mkdir(exist_ok=True)
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8")


def _cli() -> str:
    names = ["", *sorted(command().commands)]
    parts = [f"## pactscan {name}".rstrip() + f"\n\n```text\n{_help(name)}```\n" for name in names]
    return f"{MADE}# The command line, from `--help`\n\n" + "\n".join(parts)


def _help(name: str) -> str:
    arguments = [sys.executable, "-m", "pactscan", *name.split(), "--help"]
    env = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    printed = subprocess.run(arguments, capture_output=True, text=True, check=True, env=env).stdout  # noqa: S603
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n") + "\n"


def _json() -> str:
    schema: dict[str, Any] = codec.schema()
    tables = [_table("Report", schema), *(_table(name, part) for name, part in sorted(schema["$defs"].items()))]
    return f"{MADE}# The JSON, from its schema\n\nSchema {codec.SCHEMA_VERSION}; `pactscan schema` prints it whole.\n\n" + "\n".join(tables)


def _table(name: str, part: dict[str, Any]) -> str:
    head = f"## {name}\n\n" + (f"{_cell(part['description'])}\n\n" if part.get("description") else "")
    if "enum" in part:
        return head + ", ".join(f"`{value}`" for value in part["enum"]) + "\n"
    rows = [f"| `{key}` | {_kind(value)} |" for key, value in part.get("properties", {}).items()]
    return head + "\n".join(["| field | value |", "|---|---|", *rows]) + "\n"


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return " or ".join(_kind(one) for one in value["anyOf"])
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}" if isinstance(value.get("items"), dict) else "list"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    kinds = value.get("type", "any")
    return " or ".join(kinds) if isinstance(kinds, list) else str(kinds)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("``", "`")


if __name__ == "__main__":
    main()
