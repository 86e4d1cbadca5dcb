"""The whole record as files for other programs: Frictionless packages, databases, SDMX; each can be read back whole."""
