import pytest

from pactscan.read.records import article_of_record
from pactscan.read.several import holds_several

STORY = "Two ministers signed the pact in the afternoon, and a third one is expected to follow.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Document 1 of 2\n\n{STORY}Document 2 of 2\n\n{STORY}",
        f"1 of 14 DOCUMENTS\n\n{STORY}\n2 of 14 DOCUMENTS\n\n{STORY}",
        f"HEADLINE: One\n\nLENGTH: 120 words\n\n{STORY}HEADLINE: Two\n\nLENGTH: 310 words\n\n{STORY}",
        f"LIMA, May 2 (Reuters) - {STORY}OSLO, May 2 (Reuters) - {STORY}SUVA, May 3 (AP) - {STORY}",
    ],
)
def test_an_export_of_several_articles_is_told(text: str) -> None:
    assert holds_several(text)
    assert "several articles in one text, read as one: split it for one report each" in article_of_record({"text": text}, source="x").notes


@pytest.mark.parametrize(
    "text",
    [
        "",
        STORY,
        f"Document 1 of 1\n\nHEADLINE: One\n\nLENGTH: 120 words\n\n{STORY}",
        f"Document 1 of 2\n\n{STORY}Document 1 of 2\n\n{STORY}",
        f"LIMA, May 2 (Reuters) - {STORY}OSLO, May 2 (Reuters) - {STORY}",
        f"LIMA - {STORY}OSLO - {STORY}SUVA - {STORY}",
        f"SECTION: A\n\n{STORY}SECTION: B\n\n{STORY}",
        f"{STORY}This is document 1 of 2. Document 2 of 2 follows.",
    ],
)
def test_one_article_is_not(text: str) -> None:
    assert not holds_several(text)
