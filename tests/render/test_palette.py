from __future__ import annotations

import pytest
from rich.style import Style

from pactscan.render import palette

GROUNDS = {"white": (255, 255, 255), "cream": (253, 246, 227), "black": (0, 0, 0), "dark grey": (30, 30, 30)}
STYLES = {name: Style.parse(value) for name, value in vars(palette).items() if name.isupper()}
COLOURED = {name: style for name, style in STYLES.items() if style.color}


def luminance(rgb: tuple[int, int, int]) -> float:
    """WCAG relative luminance."""
    parts = [c / 255 for c in rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
@pytest.mark.parametrize("style", COLOURED.values(), ids=COLOURED)
def test_every_colour_reads_on_light_and_dark(style: Style, ground: tuple[int, int, int]) -> None:
    assert style.color is not None
    assert contrast(style.color.get_truecolor(), ground) >= 3


def test_nothing_is_said_by_dimming() -> None:
    assert not [name for name, style in STYLES.items() if style.dim]
