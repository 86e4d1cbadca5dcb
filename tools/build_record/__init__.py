"""The build that turns the raw data folder into the packaged record (`python -m tools.build_record --help`)."""
