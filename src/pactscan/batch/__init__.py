"""A folder or an archive of articles → a store or a file of reports: order, resume, what is counted at the end."""

from pactscan.batch.pieces import Piece, count_pieces, pieces_of
from pactscan.batch.run import Batch, Progress, Run, Tell

__all__ = ["Batch", "Piece", "Progress", "Run", "Tell", "count_pieces", "pieces_of"]
