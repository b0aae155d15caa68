"""``python -m pactscan``."""

from pactscan.cli import main

main()
