"""Whatever is read: nothing raises, the text is the text, and the zones lie in order within it."""

from hypothesis import given
from hypothesis import strategies as st

from pactscan.errors import InputError
from pactscan.model import Article, Failure
from pactscan.read import ReadOptions, read_path
from pactscan.read.compose import Origin, compose
from pactscan.read.decode import decode
from pactscan.read.files import printable
from tests.drawing import unmark
from tests.read.test_zones import CASES

PIECES = st.sampled_from(
    [
        *"\n\r\t :,.-—_/()[]“”'‘’\u200b\ufeff\u2028",
        "\r\n", "\n\n", "By ", "Photo", "Photo / ", "Credit: ", "AP", "(Reuters)", "TOKYO", "June 8", "2021", "8 June 2021",
        "Published: ", "Updated", "---", "# ", "title: ", "Document 2 of 9", "[TEXT]", "Follow ", "@a", "FILE - ",
        "In this photo, ", "Correction: ", "contributed to this report", "A", "Ana Reyes", "via Getty Images", "𝕏", "日本", "é",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@given(TEXTS, st.none() | TEXTS, st.none() | TEXTS)
def test_composing_never_raises_and_changes_nothing(text: str, title: str | None, stated: str | None) -> None:
    article = compose(text, Origin("a", "a", title=title, metadata_date=stated, name=stated), ReadOptions())
    assert article.text == text
    at = 0
    for zone in article.zones:
        assert at <= zone.start < zone.end <= len(text)
        at = zone.end


@given(st.binary(max_size=200) | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_decoding_gives_text_or_one_line(data: bytes) -> None:
    try:
        text = decode(data).text
    except InputError as refused:
        text = str(refused).replace("\n", "\0")
    assert "\0" not in text
    text.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60) | st.just("\udcff\udc80"))
def test_any_path_gives_a_failure_that_can_be_printed(path: str) -> None:
    for found in read_path("/nonexistent/" + path):
        assert isinstance(found, Failure)
        found.source.encode("utf-8")
        assert printable(path).encode("utf-8") or not path


def test_line_ends_do_not_matter_to_zones() -> None:
    for case in CASES:
        text = unmark(case.split("\n", 1)[1])[0]
        found = [(z.kind, " ".join(text[z.start : z.end].split())) for z in _read(text).zones]
        for end in ("\r\n", "\r"):
            other = text.replace("\n", end)
            assert [(z.kind, " ".join(other[z.start : z.end].split())) for z in _read(other).zones] == found


def _read(text: str) -> Article:
    return compose(text, Origin("a", "a"), ReadOptions())
