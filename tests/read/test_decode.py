import codecs
import gzip
import io
import zipfile

import pytest

from pactscan.errors import InputError
from pactscan.read.decode import decode
from pactscan.read.language import language_of

PLAIN = "The ministers signed the pact."
ACCENTS = "Président Éloi N’Dour’s café in Orléans – “très bien” – cost €5."
ICELAND = "Þórdís Guðmundsdóttir met Sigurður in Reykjavík."
TURKEY = "Cumhurbaşkanı İstanbul'da antlaşmayı imzaladı, görüşmeler sürüyor ve bakan açıklama yaptı."
RUSSIA = "Министры подписали договор в Москве после долгих переговоров о рыболовстве и торговле."
GREECE = "Οι υπουργοί υπέγραψαν τη συμφωνία στην Αθήνα μετά από πολύωρες διαπραγματεύσεις για την αλιεία."
JAPAN = "両国の大臣は長い交渉の末に漁業協定に署名した。協定は来年発効する見込みである。"
CHINA = "两国部长经过长时间谈判后签署了渔业协定。该协定预计明年生效。"
ASTRAL = "The 𝕏 account said 🎉 and 𝓐."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (PLAIN.encode(), PLAIN, "utf-8"),
        (b"", "", "utf-8"),
        (ACCENTS.encode(), ACCENTS, "utf-8"),
        (ASTRAL.encode(), ASTRAL, "utf-8"),
        (codecs.BOM_UTF8 + ACCENTS.encode(), ACCENTS, "utf-8"),
        (codecs.BOM_UTF8, "", "utf-8"),
        (ASTRAL.encode("utf-16"), ASTRAL, "utf-16"),
        (codecs.BOM_UTF16_BE + ASTRAL.encode("utf-16-be"), ASTRAL, "utf-16"),
        (codecs.BOM_UTF16_LE + ACCENTS.encode("utf-16-le"), ACCENTS, "utf-16"),
        (ASTRAL.encode("utf-32"), ASTRAL, "utf-32"),
        (codecs.BOM_UTF32_BE + ACCENTS.encode("utf-32-be"), ACCENTS, "utf-32"),
        (ACCENTS.encode("cp1252"), ACCENTS, "cp1252"),
        (ICELAND.encode("cp1252"), ICELAND, "cp1252"),
        ("Señor Núñez".encode("latin-1"), "Señor Núñez", "cp1252"),
        ("It costs £3 – or 50¢.".encode("cp1252"), "It costs £3 – or 50¢.", "cp1252"),
        ("a ½ share, 20°C, no ©".encode("cp1252"), "a ½ share, 20°C, no ©", "cp1252"),
        ("À Paris, l’été".encode("cp1252"), "À Paris, l’été", "cp1252"),
        ("CONSÉQUENCES À VENIR".encode("cp1252"), "CONSÉQUENCES À VENIR", "cp1252"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
        (b"tab\tand\x0cpage\x1b[31m", "tab\tand\x0cpage\x1b[31m", "utf-8"),
        ("lost \ufffd before".encode(), "lost \ufffd before", "utf-8"),
        ("in\ufeffside".encode(), "in\ufeffside", "utf-8"),
    ],
)
def test_decodes_once_and_records_the_encoding(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(("text", "codec"), [(RUSSIA, "cp1251"), (RUSSIA, "koi8-r"), (GREECE, "iso8859-7"), (CHINA, "gb18030")])
def test_other_alphabets_are_told_by_charset_normalizer(text: str, codec: str) -> None:
    assert decode((text * 3).encode(codec)).text == text * 3


def test_a_wrong_guess_among_asian_encodings_still_is_not_english() -> None:
    decoded = decode((JAPAN * 3).encode("shift_jis"))
    assert "\ufffd" not in decoded.text
    assert language_of(decoded.text) != "en"


def test_mac_roman_is_not_taken_for_cp1252() -> None:
    assert decode("Le café d’Éloi à Orléans".encode("mac_roman")) == ("Le café d’Éloi à Orléans", "mac-roman")


def test_the_encoding_that_a_page_declares_comes_before_a_guess() -> None:
    assert decode(TURKEY.encode("iso8859-9"), "iso-8859-9") == (TURKEY, "iso8859-9")
    assert decode(PLAIN.encode(), "no-such-encoding").encoding == "utf-8"


@pytest.mark.parametrize(
    "declared", ["unicode_escape", "raw_unicode_escape", "utf-7", "punycode", "idna", "hex", "rot13", "utf-16", "x" * 40]
)
def test_a_declared_encoding_that_is_none_of_pages_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9 \\ud800 at the end", declared) == ("café \\ud800 at the end", "cp1252")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", "not text (NUL at byte 1)"),
        (PLAIN.encode("utf-16-le"), "not text (NUL at byte 1); UTF-16 needs a byte order mark"),
        ("caf\u00e9 ".encode() * 9 + b"\xff broken", "byte 0xff at 54, line 1"),
        (b"one\ntwo " + "–".encode()[:2] + b" three \xe2\x80\x99 four", "byte 0xe2 at 8, line 2"),
        (b"hello \xff\xfe world", "byte 0xff at 6"),
        (b"ends in the middle of \xe2\x82", "byte 0xe2 at 22"),
        (b"\xed\xa0\x80 is half a pair, \xc3\xa9", "byte 0xed at 0"),
        (b"overlong \xc0\xaf slash", "byte 0xc0 at 9"),
        (codecs.BOM_UTF16_LE + b"a", "damaged UTF-16-LE: truncated data at byte 0"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "damaged UTF-16-LE"),
        (codecs.BOM_UTF8 + b"ok \xff", "damaged UTF-8: invalid start byte at byte 3"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "not text (NUL at character 1)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not text: a PDF"),
        (b"%PDF-1.4\nonly ASCII", "not text: a PDF"),
        (gzip.compress(PLAIN.encode()), "not text: a gzip archive"),
        (b"\x89PNG\r\n\x1a\nIHDR", "not text: a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not text: a JPEG image"),
        (b"GIF89a\x01\x00\x01\x00", "not text: a GIF image"),
        (b"\x7fELF\x02\x01\x01\x00", "not text: a program"),
        (b"{\\rtf1\\ansi Treaty}", "not text: an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not text: an old office document"),
        (b"SQLite format 3\x00\x10\x00", "not text: an SQLite database"),
        (bytes(range(1, 9)) * 40, "too many control characters"),
    ],
)  # fmt: skip
def test_refuses_what_is_no_text_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_office_document_is_a_zip_archive() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(InputError, match="a zip archive or an office document"):
        decode(buffer.getvalue())


def test_a_headline_that_begins_like_a_bitmap_is_text() -> None:
    assert decode("BMW café deal".encode("cp1252")) == ("BMW café deal", "cp1252")
