"""Names of an article and of what stands in it that hold beyond this machine."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from urllib.parse import quote

from pactscan.model import ArticleInfo


def name_of(article: ArticleInfo) -> str:
    """A URI for the text itself: ``ni:///sha-256;…``, its digest (RFC 6920). The same text has the same name everywhere."""
    digest = urlsafe_b64encode(bytes.fromhex(article.sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def name_in(article: ArticleInfo, part: str) -> str:
    """A URI for the thing that the report calls `part` (an id): the text's name with a fragment."""
    return f"{name_of(article)}#{quote(part, safe='')}"
