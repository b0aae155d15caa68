"""Answers of a store as text for a terminal, as a table (CSV, Markdown), or as a graph."""
