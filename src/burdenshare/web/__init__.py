"""The porch: pages and an HTTP API over the verbs of the house, and what they need (extra `web`)."""
