"""spaCy components. Importing this module registers them; it imports spaCy, so import it late."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pactscan.paragraphs import paragraphs

PARAGRAPHS = "pactscan_paragraphs"


@Language.component(PARAGRAPHS, assigns=["token.is_sent_start"])
def bound_sentences(doc: Doc) -> Doc:
    """Start a sentence at each paragraph: a parser left alone reads on over line ends and joins a headline to the lead."""
    starts = {p.start for p in paragraphs(doc.text)}
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
    return doc
