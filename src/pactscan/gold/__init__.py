"""A newsroom's own gold: a report as a form to correct, the corrected form, and how far a report is right by it."""

from pactscan.gold.form import form_of
from pactscan.gold.score import Tally, measure, totals
from pactscan.gold.sheet import Sheet, read_sheet

__all__ = ["Sheet", "Tally", "form_of", "measure", "read_sheet", "totals"]
