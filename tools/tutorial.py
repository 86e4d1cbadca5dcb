"""Writes the outputs of the tutorial from real runs: `python -m tools.tutorial`.

A block that begins with `$ ` is a command and what it prints; a block behind a Python block is what that prints. A test
fails when the page shows anything else than this would write.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
"""The command beside this Python, also where its environment is not activated, for what a page's Python starts."""
os.environ.setdefault("SOURCE_DATE_EPOCH", "1788134400")  # 31 August 2026: the record is new, whenever this runs
PAGE = ROOT / "docs" / "tutorial.md"
WIDTH = "100"

BLOCK = re.compile(r"^```(text|python)\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def shown(page: str) -> str:
    """`page` with every output replaced by that of a run, all in one folder that holds the examples."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        held: dict[str, Any] = {}
        printed = ""

        def replaced(block: re.Match[str]) -> str:
            nonlocal printed
            kind, body = block[1], block[2]
            if kind == "python":
                printed = _executed(body, held)
                return block[0]
            if body.startswith("$ "):
                command = body.splitlines()[0].removeprefix("$ ")
                return f"```text\n$ {command}\n{_run(command)}```\n"
            return f"```text\n{printed}```\n"

        return BLOCK.sub(replaced, page)


def _run(command: str) -> str:
    """What `command` prints, with this interpreter's own scripts found first."""
    settings = {**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(command, shell=True, capture_output=True, check=False, env=settings)
    return (done.stdout + done.stderr).decode()


def _executed(code: str, held: dict[str, Any]) -> str:
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream):
        exec(compile(code, PAGE.name, "exec"), held)
    return stream.getvalue()


if __name__ == "__main__":
    PAGE.write_text(shown(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
