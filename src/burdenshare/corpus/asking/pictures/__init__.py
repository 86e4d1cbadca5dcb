"""The pictures of an archive's page, as SVG of escaped words and numbers alone."""
