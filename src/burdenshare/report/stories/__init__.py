"""How stories are shown: briefing, terminal, page, picture, JSON."""
