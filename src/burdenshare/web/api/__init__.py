"""The same verbs as the command line, as JSON over HTTP."""
