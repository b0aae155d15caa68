"""Word lists, patterns and weights: data files, and typed, cached loaders for them."""
