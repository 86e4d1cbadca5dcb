"""The record as pictures: values computed from it, and what draws them. Drawing needs the extra `web`."""
