"""What can go wrong, as one small tree.

PactscanError            a message for the user: what, where, what to do
├── InputError           the article cannot be read                    exit 3
├── ModelError           the language model is missing or not the one  exit 4
├── OutputError          the result cannot be written                  exit 6
├── QuestionError        a question names what the store has not        exit 2
└── LexiconError         a word list of ours or the user's is damaged  exit 2
"""


class PactscanError(Exception):
    """Base of all errors that a user can act on; `str(error)` is one line."""

    exit_code = 70


class InputError(PactscanError):
    """An article cannot be read: missing, not text, too large, malformed."""

    exit_code = 3


class ModelError(PactscanError):
    """The language model is missing, or its files are not the ones pinned."""

    exit_code = 4


class OutputError(PactscanError):
    """The result cannot be written where it was asked for."""

    exit_code = 6


class QuestionError(PactscanError):
    """A question to a store names nothing that is there, or too much; the message says what would do."""

    exit_code = 2


class LexiconError(PactscanError):
    """A data file does not parse; the message names file and line."""

    exit_code = 2
