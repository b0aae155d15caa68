"""A folder or an archive of articles → a store or a file of reports: order, resume, what is counted at the end."""

from pactscan.batch.pieces import Piece, pieces_of
from pactscan.batch.run import Progress, Run, Settings, run_batch

__all__ = ["Piece", "Progress", "Run", "Settings", "pieces_of", "run_batch"]
