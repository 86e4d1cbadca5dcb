"""How the road is shown: what promises take, and whether past forecasts were right."""
