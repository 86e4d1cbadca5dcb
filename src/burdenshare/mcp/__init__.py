"""The porch for assistants: the verbs of the house as tools of the Model Context Protocol (extra `web`)."""
