"""Which extractor a name means, and that nothing but these modules can reach the network."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import burdenshare
from burdenshare.errors import InputError
from burdenshare.reading.proposers import proposer_of
from burdenshare.reading.proposers.openai_compatible import OpenAICompatible

SOURCES = Path(burdenshare.__file__).parent
NETWORK = frozenset({"http", "urllib", "socket", "ssl", "asyncio", "ftplib", "smtplib", "httpx", "requests", "spacy"})


def test_address_is_a_server() -> None:
    assert proposer_of("https://host/v1", {"BURDENSHARE_PROPOSER_MODEL": "small"}) == OpenAICompatible(
        "https://host/v1", model="small"
    )


@pytest.mark.parametrize("name", ["", "host/v1", "ftp://host/v1", "file:///etc/passwd", "gpt", "HTTP://host"])
def test_what_is_neither_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="give the URL of an OpenAI-compatible server"):
        proposer_of(name, {})


def test_folder_of_spacy_is_checked() -> None:
    with pytest.raises(InputError, match="spacy:/none: no folder with a spaCy model"):
        proposer_of("spacy:/none", {})


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_only_the_extractors_and_the_fetch_of_an_address_import_what_reaches_the_network() -> None:
    reaching = {path.relative_to(SOURCES) for path in SOURCES.rglob("*.py") if imported(path) & NETWORK}
    documents = {path.name for path in reaching if path.parent.as_posix() == "reading/documents"}
    assert documents == {"address.py", "fetch.py", "reach.py"}  # the first only takes addresses apart
    archives = {path.relative_to("corpus").as_posix() for path in reaching if path.parts[0] == "corpus"}
    assert archives == {"storage.py", "engines/ray.py"}  # addresses taken apart; whether a cluster answers
    asking = {path.parent.as_posix() for path in reaching if path.parts[0] not in ("web", "corpus")}
    assert asking == {"reading/documents", "reading/proposers"}  # the porch, web, answers and asks nobody
    clients = {"httpx", "requests", "aiohttp"}
    assert not [path for path in (SOURCES / "web").rglob("*.py") if imported(path) & clients]


def test_check_without_a_proposer_loads_no_extractor() -> None:
    code = (
        "import sys, datetime, burdenshare as bs; bs.check('NATO has 32 members.', on=datetime.date(2025, 2, 13)); "
        "print([name for name in sys.modules if 'proposers' in name or name == 'spacy'])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
