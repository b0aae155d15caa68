"""Reports and diffs as text, one module a form; nothing here prints."""
