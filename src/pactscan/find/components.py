"""spaCy components. Importing this module registers them; it imports spaCy, so import it late."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from pactscan.paragraphs import paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARAGRAPHS = "pactscan_paragraphs"
EMPTY_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "pactscan.Empty.v1"}}}
"""Configuration for loading a model: its tokenizer's rules come from its files, so none are built before."""


@registry.tokenizers("pactscan.Empty.v1")  # type: ignore[untyped-decorator]
def make_empty_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules, to be filled from a model's files."""
    return lambda nlp: Tokenizer(nlp.vocab)


@Language.component(PARAGRAPHS, assigns=["token.is_sent_start"])  # type: ignore[untyped-decorator]
def bound_sentences(doc: Doc) -> Doc:
    """Start a sentence at each paragraph: a parser left alone reads on over line ends and joins a headline to the lead."""
    starts = {p.start for p in paragraphs(doc.text)}
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
    return doc
