"""How the industry and the requirements are shown: terminal, page, JSON, table."""
