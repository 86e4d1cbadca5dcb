"""`burdenshare mcp`: the verbs as tools for assistants, over standard input and output."""

from __future__ import annotations

import sys

import click

from burdenshare.cli.extra import needed


@click.command(short_help="Serve assistants over the Model Context Protocol.")
@click.option("--no-links", is_flag=True, help="Fetch no addresses for assistants.")
def mcp(no_links: bool) -> None:
    """Serve assistants over the Model Context Protocol (stdio): check, read, explain, record, story, alliance."""
    needed("mcp", "mcp")
    from burdenshare.mcp.server import server

    if sys.stdin.isatty():
        click.echo("burdenshare: waiting for an assistant on standard input; Ctrl-C ends it", err=True)
    server(links=not no_links).run("stdio")
