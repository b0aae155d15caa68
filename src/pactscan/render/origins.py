"""Where a publication date was found, in words."""

from __future__ import annotations

from pactscan.model import PublishedFrom

ORIGINS = {
    PublishedFrom.OPTION: "given with --date",
    PublishedFrom.METADATA: "from the metadata",
    PublishedFrom.HEADER: "from a line of the article's head",
    PublishedFrom.DATELINE: "from the dateline",
    PublishedFrom.FILENAME: "from the name of the file",
}
