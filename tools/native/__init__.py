"""The package compiled to native code (mypyc): the same rules, read and checked in about half the time."""
