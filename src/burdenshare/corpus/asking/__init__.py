"""Questions to a finished data set: SQL, ready-made questions, copies, stories, a page, and a database for others."""
