"""The compiled modules of the package: rewritten in a folder of their own, put into C by mypyc, built by the compiler.

`python -m tools.native FOLDER` builds them into FOLDER, a copy of the package that runs from there; the build of a
wheel does the same where it is asked to (`hook.py`). `--trained` builds twice: what the first build counts while it
reads texts of our own (`training.py`) tells the compiler which ways through the second are taken.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
import sysconfig
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from typing import Any

from tools.native.rewriting import native_source, python_classes

CHOSEN = ("reading/**/*.py", "record/**/*.py", "checking/**/*.py", "road/*.py")
"""The modules in which a text's time is spent; of the roads the course of spending, by which promises are priced."""

ALSO = (
    "corpus/claims.py",
    "corpus/judging.py",
    "corpus/sketches.py",
    "reading/documents/furniture.py",
    "report/frame.py",
    "report/shape.py",
)
"""Single modules that every text of an archive passes through as well."""

LEFT_OUT = ("reading/proposers/", "reading/documents/", "record/exchange/", "reading/hostile.py")
"""Modules that wait for others (servers, files, libraries) and would gain nothing. Left out as well is what stands at a
package's own door (`__init__.py`): one of them is a module of a kind of its own, and none does any work."""

ROOT = Path(__file__).resolve().parents[2]

LIBRARY = "burdenshare"
"""Of this name with `__mypyc` is the shared library that holds all compiled modules; each module is a door into it."""

LINUX = sys.platform == "linux"
NEAR = ("-fno-semantic-interposition", "-fno-plt") if LINUX else ()
BOUND = ("-Wl,-Bsymbolic",) if LINUX else ()
"""Calls go straight to where they lead: nothing from outside takes the place of a function of ours. Elsewhere the
linker knows other words, or does so by itself."""

TRAINING = (sys.executable, "-m", "tools.native.training")
"""What the counting build is run with; it finds the package by PYTHONPATH."""

COUNTING = ("-fprofile-generate", "-fprofile-update=single")
COUNTED = ("-fprofile-correction", "-fprofile-partial-training")
"""What no text of the training passes through is compiled as it would be without it, not for smallness."""

SETTINGS = """[mypy]
mypy_path = src
explicit_package_bases = True
ignore_missing_imports = True
"""


class BuildError(Exception):
    """The compiler, or mypyc, said no; the message is theirs."""


@dataclass(frozen=True, slots=True)
class Job:
    """One call of the C compiler or linker."""

    command: tuple[str, ...]
    made: Path


def chosen(package: Path) -> list[Path]:
    """The modules that are compiled, sorted."""
    found = {path for pattern in CHOSEN for path in package.glob(pattern)}
    worth = (path for path in found if path.name != "__init__.py")
    kept = {path for path in worth if not path.relative_to(package).as_posix().startswith(LEFT_OUT)}
    return sorted(kept | {path for name in ALSO if (path := package / name).exists()})


def built(package: Path, work: Path, jobs: int | None = None, training: Sequence[str] = ()) -> list[Path]:
    """Compile `package` (a `burdenshare` folder) within `work`; the compiled files, below `work/made` as they are to
    lie beside the package's own. `training`: the command by which a first build counts its ways (`TRAINING`), or none.
    Raises BuildError."""
    if training and not _counts():
        raise BuildError(f"a trained build takes gcc, and this Python compiles with {_compiler()[0]}: build untrained")
    source = work / "src" / "burdenshare"
    shutil.copytree(package, source, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd", "data"))
    paths = chosen(source)
    texts = {_module(path, source): path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.py"))}
    compiled = {_module(path, source): path for path in paths}
    python = python_classes(
        {module: texts[module] for module in compiled}, [texts[module] for module in texts if module not in compiled]
    )
    for module, path in compiled.items():
        path.write_text(native_source(texts[module], python[module]), encoding="utf-8")
    (work / "native.ini").write_text(SETTINGS, encoding="utf-8")
    names = [path.relative_to(work).as_posix() for path in paths]
    at = Path.cwd()
    os.chdir(work)  # mypyc writes below where it runs
    try:
        made = _compiled(names, jobs or os.cpu_count() or 1, lambda: _trained(package, training), bool(training))
    finally:
        os.chdir(at)
    return sorted(work / path for path in made)


def _module(path: Path, package: Path) -> str:
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def _compiled(paths: list[str], jobs: int, train: Callable[[], None], twice: bool) -> list[Path]:
    importlib.import_module("setuptools")  # mypyc asks for it to be there first
    from mypyc.build import mypycify

    extensions = mypycify(
        ["--config-file=native.ini", *paths],
        opt_level="2" if twice else "1",
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY,
    )
    if twice:
        profile = Path("profile").absolute()
        _linked(extensions, jobs, (*COUNTING, f"-fprofile-dir={profile}"))
        train()
        if not any(profile.rglob("*.gcda")):
            raise BuildError(f"the training left no counts in {profile}")
        return _linked(extensions, jobs, (*COUNTED, f"-fprofile-use={profile}"))
    return _linked(extensions, jobs, ())


def _linked(extensions: Iterable[Any], jobs: int, flags: Sequence[str]) -> list[Path]:
    """The libraries of mypyc's extensions; `flags` are for the one that holds the code, not for the doors into it."""
    objects, links = [], []
    for extension in extensions:
        own = flags if extension.name.startswith(LIBRARY + "__") else ()
        folders = [*extension.include_dirs, sysconfig.get_path("include")]
        mine = [_object(source, folders, [*extension.extra_compile_args, *own]) for source in extension.sources]
        objects += mine
        links.append(_library(extension.name, [job.made for job in mine], own))
    _done({job.made: job for job in objects}.values(), jobs)
    _done(links, jobs)
    return [job.made for job in links]


def _trained(package: Path, training: Sequence[str]) -> None:
    """Run the counting build beside the package's own sources and data; it tells its counts when it ends."""
    trial = Path("trial").absolute()
    _laid(package, Path.cwd(), [path.absolute() for path in Path("made").rglob("*") if path.is_file()], trial)
    found = {**os.environ, "PYTHONPATH": os.pathsep.join([str(trial), str(ROOT)])}
    told = run(training, env=found, capture_output=True, text=True)
    shutil.rmtree(trial)
    if told.returncode:
        raise BuildError(f"the training ended with {told.returncode}: {told.stderr.strip()[-2000:]}")


def _counts() -> bool:
    """Whether the compiler is gcc: others count in other files."""
    told = run([*_compiler(), "--version"], capture_output=True, text=True)
    return told.returncode == 0 and "Free Software Foundation" in told.stdout


def _compiler() -> list[str]:
    return (sysconfig.get_config_var("CC") or "cc").split()


def _object(source: str, folders: Iterable[str], flags: Iterable[str]) -> Job:
    made = Path("objects", source).with_suffix(".o")
    made.parent.mkdir(parents=True, exist_ok=True)
    including = [f"-I{folder}" for folder in folders]
    return Job(
        (*_compiler(), "-DNDEBUG", "-fPIC", *NEAR, "-w", *including, *flags, "-c", source, "-o", str(made)), made
    )


def _library(name: str, objects: list[Path], flags: Iterable[str]) -> Job:
    made = Path("made", *name.split("."))
    made = made.with_name(made.name + sysconfig.get_config_var("EXT_SUFFIX"))
    made.parent.mkdir(parents=True, exist_ok=True)
    linker = (sysconfig.get_config_var("LDSHARED") or "cc -shared").split()
    return Job((*linker, *BOUND, *flags, *map(str, objects), "-o", str(made)), made)


def _done(jobs: Iterable[Job], width: int) -> None:
    with ThreadPoolExecutor(width) as pool:
        for _ in pool.map(_run, jobs):
            pass


def _run(job: Job) -> None:
    told = run(job.command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise BuildError(f"{job.made}: {told.stderr.strip()[-2000:]}")


def copied(package: Path, folder: Path, training: Sequence[str] = ()) -> None:
    """A copy of the package in `folder` with its compiled modules beside their sources: it runs from there."""
    work = folder / "work"
    _laid(package, work, built(package, work, training=training), folder)


def _laid(package: Path, work: Path, made: Iterable[Path], folder: Path) -> None:
    """The package and its compiled files in a folder."""
    shutil.copytree(package, folder / "burdenshare", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    for path in made:
        place = folder / path.relative_to(work / "made")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)


def main() -> None:
    """`python -m tools.native FOLDER [--trained]`."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.native", description="The package compiled, in a new folder."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--trained", action="store_true", help="build twice, the second time by what the first counted")
    given = parser.parse_args()
    folder = given.folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty: give a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        copied(ROOT / "src" / "burdenshare", folder, TRAINING if given.trained else ())
    except BuildError as fault:
        sys.exit(str(fault))
    print(f"built: PYTHONPATH={folder} runs the compiled package")
