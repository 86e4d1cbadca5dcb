"""The clock of stated horizons as a reader meets it: terminal, page, pictures, JSON and tables."""
