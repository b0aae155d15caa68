"""A status and a confidence, each as a badge that says its word: colour and shape only repeat it."""

from __future__ import annotations

from pactscan.model import AgreementStatus, Confidence
from pactscan.render.page.markup import Html, element

_PLANNED = {AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING}
_BROKEN = {
    AgreementStatus.SUSPENDED,
    AgreementStatus.VIOLATED,
    AgreementStatus.WITHDRAWN,
    AgreementStatus.TERMINATED,
    AgreementStatus.REJECTED,
}
_DOTS = {Confidence.HIGH: "●●●", Confidence.MEDIUM: "●●○", Confidence.LOW: "●○○"}


def tone(status: str) -> str:
    """``planned``, ``done``, ``broken`` or ``named``: what of a timeline a status is."""
    if status == AgreementStatus.REFERENCED:
        return "named"
    return "planned" if status in _PLANNED else "broken" if status in _BROKEN else "done"


def status_badge(status: str) -> Html:
    """``in force`` as a badge."""
    return element("span", status.replace("_", " "), class_=f"status {tone(status)}")


def confidence(value: Confidence) -> Html:
    """``●●○ confidence medium``."""
    return element("span", element("span", _DOTS[value], aria_hidden="true"), f" confidence {value}", class_="sure")
