"""The HTTP API under `/api`: the verbs of the command line for programs, in one envelope, described by OpenAPI 3.1."""
