"""The whole chain as people meet it: terminal, page, JSON, table, and one tree down to the cells."""
