"""The documentation site, built for the tests as `.ci/run` builds it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "NO_COLOR": "1"}
"""The theme's advertisement off, the day of the sitemap fixed."""


def built(folder: Path) -> str:
    """Builds the site into `folder`; what the build says, apart from where it writes and how long it took.

    Not `--quiet`, which turns strictness off.
    """
    command = [sys.executable, "-W", "error", "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **SETTINGS}, capture_output=True, text=True, check=False
    )
    said = (done.stdout + done.stderr).splitlines()
    told = [line for line in said if line.strip() and not line.startswith("INFO")]
    return "\n".join(told) if done.returncode == 0 else "\n".join([f"exit code {done.returncode}", *said])
