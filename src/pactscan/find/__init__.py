"""The words that might be a noun: marks, for each of the five. Decides nothing."""
