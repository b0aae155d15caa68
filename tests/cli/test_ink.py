from __future__ import annotations

import pytest

from pactscan.cli.ink import When, color_system


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"CLICOLOR": "1"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_the_environment_decides(environment: dict[str, str], terminal: bool, coloured: bool) -> None:
    assert (color_system(When.AUTO, environment, terminal=terminal) is not None) is coloured


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("terminal", [True, False])
def test_the_option_wins(environment: dict[str, str], terminal: bool) -> None:
    assert color_system(When.ALWAYS, environment, terminal=terminal) is not None
    assert color_system(When.NEVER, environment, terminal=terminal) is None
