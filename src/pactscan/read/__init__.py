"""A path, or ``-`` → articles. Decoding and the publication date happen here and never later; a failure is a value."""

from pactscan.read.options import FORMATS, MAX_BYTES, MAX_CHARACTERS, ReadOptions
from pactscan.read.paths import read_path

__all__ = ["FORMATS", "MAX_BYTES", "MAX_CHARACTERS", "ReadOptions", "read_path"]
