"""The alliance on a day as a reader sees it: terminal, page and JSON."""
