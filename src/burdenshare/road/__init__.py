"""The road: what a promise takes. Paths to a target, their price, and whether past promises were kept."""
