"""How support to Ukraine is shown: words and tables for every form alike, pictures, text, JSON, CSV, a page."""
