"""`burdenshare serve`: the workbench and its API on this machine."""

from __future__ import annotations

import os
from dataclasses import replace
from ipaddress import ip_network

import click

from burdenshare.cli.extra import needed
from burdenshare.cli.output import complain

TOKEN = "BURDENSHARE_TOKEN"


def _addresses(given: tuple[str, ...]) -> tuple[str, ...]:
    for one in given:
        try:
            ip_network(one, strict=False)
        except ValueError:
            raise click.BadParameter(f"'{one}' is no address; give 127.0.0.1 or 10.0.0.0/8") from None
    return given


@click.command(short_help="Serve the workbench: all of this as pages in a browser.")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", metavar="N", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0: any free."
)
@click.option("--database", metavar="URL", help="sqlite:///FILE or postgresql://…; a file of the user without it.")
@click.option("--token", metavar="TOKEN", envvar=TOKEN, help=f"Asked of who saves or deletes; also from {TOKEN}.")
@click.option("--workers", metavar="N", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--no-links", is_flag=True, help="Fetch no addresses for visitors.")
@click.option(
    "--rate",
    metavar="N",
    default=600,
    show_default=True,
    type=click.IntRange(min=0),
    help="Requests of one address a minute, a fifth of them work; 0 for no limit.",
)
@click.option("--name", "names", metavar="HOST", multiple=True, help="A name it answers to (may be repeated).")
@click.option(
    "--proxy",
    "proxies",
    metavar="ADDRESS",
    multiple=True,
    callback=lambda context, option, given: _addresses(given),
    help="A proxy in front, or its network: its X-Forwarded-For tells who asks.",
)
def serve(
    host: str,
    port: int,
    database: str | None,
    token: str | None,
    workers: int,
    no_links: bool,
    rate: int,
    names: tuple[str, ...],
    proxies: tuple[str, ...],
) -> None:
    """Serve the workbench: pages to check, read and save in a browser, and the API under /api. Ctrl-C ends it."""
    needed("serve", "fastapi", "uvicorn", "pebble", "sqlalchemy", "alembic", "python_multipart")
    from burdenshare.record.layers import PINNED, pinned, standing
    from burdenshare.web import serving
    from burdenshare.web.settings import Limits, Settings
    from burdenshare.web.store.store import Store

    limits = replace(Limits(), workers=workers, requests=rate, works=-(-rate // 5))
    hosts = tuple(name.casefold() for name in names)
    settings = Settings(host, port, database, (token or "").strip(), hosts, not no_links, limits, proxies)
    os.environ[PINNED] = pinned(standing())  # workers that start later answer from the same record as the first
    Store.open(database).close()  # a database that cannot be used is told before anybody is let in
    found = serving.listening(host, port)
    if not settings.local and not settings.token:
        complain(f"anybody who reaches {host} may save and delete; set {TOKEN} or --token to ask for one")
    click.echo(f"burdenshare serves {serving.address_of(found, host)} (API under /api, Ctrl-C ends it)")
    serving.serve(settings, found)
