"""Pages, rendered on the server; each module holds one family of addresses."""
