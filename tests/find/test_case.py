"""Case recovery of texts in capitals: same length, names with capitals, everything else small."""

from __future__ import annotations

import pytest

from pactscan.find.case import in_capitals, readable, recased
from pactscan.model import Article


def read(text: str) -> str:
    return readable(Article(id="test", text=text))


MIXED = "The rebels of the FARC met President Ruiz in Bogota on Monday. Nothing was signed."


def test_mixed_case_is_left_alone() -> None:
    assert read(MIXED) == MIXED


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [
        ("THE GOVERNMENT SAID TODAY THAT THE TREATY WILL BE SIGNED.", "The government said today that the treaty will be signed."),
        ("PERUVIAN FOREIGN MINISTER DIEGO PAREDES LEFT LIMA ON MONDAY.", "Peruvian Foreign Minister Diego Paredes left Lima on Monday."),
        ("THE UNITED NATIONS AND THE FMLN MET IN EL SALVADOR.", "The United Nations and the FMLN met in El Salvador."),
        ("PAREDES TOLD US THAT THE U.S. WOULD HELP THE REBELS.", "Paredes told us that the U.S. would help the rebels."),
        ("MR. BRENNER SPOKE WITH MRS. OKAFOR. HE WAS TIRED.", "Mr. Brenner spoke with Mrs. Okafor. He was tired."),
        ('THE PRESIDENT SAID "WE WILL NEVER GIVE UP" AND LEFT.', 'The president said "we will never give up" and left.'),
        ("SEAN O'BRIEN AND ROY MCBRIDE CAME FROM DUBLIN.", "Sean O'Brien and Roy McBride came from Dublin."),
        ("THE FMLN'S ANSWER CAME ON 12 DEC 89.", "The FMLN's answer came on 12 Dec 89."),
    ],
)
def test_capitals_go_to_names_only(capitals: str, expected: str) -> None:
    assert read(capitals) == expected


@pytest.mark.parametrize("text", ["İSTANBUL VE ANKARA STRAẞE ŒUVRE ﬁ ÇA VA", "ΑΘΗΝΑ ΚΑΙ ΠΑΤΡΑ ΣΗΜΕΡΑ", "A\r\n\r\nTHE END OF IT ALL\t!"])
def test_every_code_point_stays_in_its_place(text: str) -> None:
    found = recased(text)
    assert len(found) == len(text)
    assert [a.casefold() == b.casefold() or a.upper() == b.upper() for a, b in zip(text, found, strict=True)] == [True] * len(text)


def test_a_headline_in_capitals_follows_the_story() -> None:
    story = "Marlow Brook rose to its highest level in years, the council said. Residents of Marlow Brook were warned."
    found = read(f"BROOK RISES TO RECORD LEVEL IN MARLOW\n\n{story}")
    assert found.startswith("Brook rises to record level in Marlow\n\n")
    assert found.endswith(story)


def test_an_acronym_alone_is_no_text_in_capitals() -> None:
    assert not in_capitals("NATO")
    assert not in_capitals("NATO, EU")
    assert in_capitals("NATO AND EU AGREE")
    assert not in_capitals("Leaders of NATO AND THE EU agree on it")
