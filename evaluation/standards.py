"""Validate what extract writes as ninjs and as Web Annotation by the standards' own schemas.

The schemas are not in the project: give a checkout of IPTC's newsinjson and of the W3C's web-annotation-tests. Where they
are not given, this says so and passes. (schema.org and FollowTheMoney are validated in the tests, by libraries.)

usage: standards.py [--ninjs FOLDER] [--webanno FOLDER] ARTICLES...
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, validators
from referencing import Registry, Resource
from referencing.exceptions import NoSuchResource

MUSTS = ("annotations/annotationMusts.test", "collections/pages/pageMusts.test")


def main() -> None:
    """Print how many documents are valid; end with 1 when one is not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ninjs", type=Path, help="checkout of newsinjson")
    parser.add_argument("--webanno", type=Path, help="checkout of web-annotation-tests")
    parser.add_argument("articles", nargs="+")
    options = parser.parse_args()
    faults = [
        *(_ninjs(options.ninjs, options.articles) if options.ninjs else _skip("ninjs")),
        *(_webanno(options.webanno, options.articles) if options.webanno else _skip("webanno")),
    ]
    for fault in faults[:20]:
        print(fault)
    sys.exit(1 if faults else 0)


def _skip(name: str) -> list[str]:
    print(f"{name}: skipped; give its schemas with --{name}")
    return []


def _written(form: str, articles: list[str]) -> list[Any]:
    command = [sys.executable, "-m", "pactscan", "extract", *articles, "--format", form]
    plain = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return plain if isinstance(plain, list) else [plain]


def _ninjs(folder: Path, articles: list[str]) -> list[str]:
    schema = json.loads((folder / "specification" / "ninjs-schema_3.1.json").read_text())
    geo = json.loads((folder / "validation" / "test_suite" / "GeoJSON-schema.json").read_text())
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", Resource.from_contents(geo))
    validator = Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
    items = _written("ninjs", articles)
    faults = [f"ninjs {item['uri']}: {error.json_path}: {error.message}" for item in items for error in validator.iter_errors(item)]
    print(f"ninjs 3.1: {len(items)} items, {len(faults)} faults")
    return faults


def _webanno(folder: Path, articles: list[str]) -> list[str]:
    """The assertions that the W3C's manual tests name as what an annotation and a page must satisfy."""
    pages = _written("webanno", articles)
    annotations = [{"@context": page["@context"], **item} for page in pages for item in page["items"]]
    faults = []
    for name, documents in zip(MUSTS, (annotations, pages), strict=True):
        checks = _assertions(folder, folder / name)
        for schema in checks:
            validator = validators.validator_for(schema)(schema, registry=_registry(folder))
            wanted = schema.get("expectedResult", "valid") == "valid"
            faults += [f"webanno: {schema.get('title')}: {d['id']}" for d in documents if validator.is_valid(d) != wanted]
        print(f"{name}: {len(documents)} documents, {len(checks)} assertions, {len(faults)} faults")
    return faults


def _assertions(folder: Path, test: Path) -> list[dict[str, Any]]:
    names = [name for name in _flat(json.loads(test.read_text())["assertions"]) if name.endswith(".json")]
    return [json.loads((folder / name).read_text()) for name in names]


def _flat(assertions: list[Any]) -> list[str]:
    found: list[str] = []
    for one in assertions:
        found += [one] if isinstance(one, str) else _flat(one if isinstance(one, list) else one.get("assertions", []))
    return found


def _registry(folder: Path) -> Registry[Any]:
    def retrieve(uri: str) -> Resource[Any]:
        path = folder / "definitions" / uri.rpartition("/")[2]
        if not path.is_file():
            raise NoSuchResource(uri)
        return Resource.from_contents(json.loads(path.read_text()))

    return Registry(retrieve=retrieve)  # type: ignore[call-arg]


if __name__ == "__main__":
    main()
