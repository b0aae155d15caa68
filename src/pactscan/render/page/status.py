"""A status and a confidence, each as a badge that says its word: colour and shape only repeat it."""

from __future__ import annotations

from pactscan.model import Confidence
from pactscan.render.page.markup import Html, element
from pactscan.render.standing import tone

_DOTS = {Confidence.HIGH: "●●●", Confidence.MEDIUM: "●●○", Confidence.LOW: "●○○"}


def status_badge(status: str) -> Html:
    """``in force`` as a badge."""
    return element("span", status.replace("_", " "), class_=f"status {tone(status)}")


def confidence(value: Confidence) -> Html:
    """``●●○ confidence medium``."""
    return element("span", element("span", _DOTS[value], aria_hidden="true"), f" confidence {value}", class_="sure")
