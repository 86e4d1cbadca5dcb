"""The package as it is compiled: each rule of rewriting, and a small package built and run."""

from __future__ import annotations

import ast
import importlib.util
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tools.native.building import BuildError, chosen, copied
from tools.native.rewriting import NON_NATIVE, native_source, python_classes

FUTURE = "from __future__ import annotations\n"
PACKAGE = Path(__file__).parents[1] / "src" / "burdenshare"
COMPILER = shutil.which("cc") and Path(sysconfig.get_path("include"), "Python.h").exists()


@pytest.mark.parametrize(
    ("source", "compiled"),
    [
        ("@dataclass(frozen=True, slots=True)\nclass A: ...", "@dataclass(unsafe_hash=True)\nclass A: ..."),
        (
            "@dataclass(frozen=True, slots=True, order=True)\nclass A: ...",
            "@dataclass(order=True, unsafe_hash=True)\nclass A: ...",
        ),
        ("@dataclass(slots=True, eq=False)\nclass A: ...", "@dataclass(eq=False)\nclass A: ..."),
        ("@quick\n@dataclass(frozen=True)\nclass A: ...", "\n@dataclass(unsafe_hash=True)\nclass A: ..."),
        ("n: int = field(init=False, default=-1)", "n: int = field(init=False, default_factory=lambda: -1)"),
        ("n: int = field(default=-1)", "n: int = field(default=-1)"),
        ("a in (b, *c)", "a in tuple([b, *c])"),
        ("a not in {b, *c}", "a not in set([b, *c])"),
        ("a in (b, c)", "a in (b, c)"),
        ('WORDS = frozenset({"é"})', 'WORDS: _typing.Final = frozenset({"é"})'),
        ("WORDS: list[str] = []", "WORDS: _typing.Final[list[str]] = []"),
        ("PAIR = (1, 2)", "PAIR = (1, 2)"),
        ("WORDS = f()\nWORDS = g()", "WORDS = f()\nWORDS = g()"),
        ("TV = TypeVar('TV')", "TV = TypeVar('TV')"),
        ("kinds = f()", "kinds = f()"),
    ],
)
def test_a_form_becomes_what_can_be_compiled(source: str, compiled: str) -> None:
    made = native_source(FUTURE + source).partition("\n")[2]
    assert made == compiled


def test_names_that_a_rule_needs_are_imported() -> None:
    made = native_source(FUTURE + "WORDS = f()\n")
    assert made.startswith(FUTURE.rstrip() + "; import typing as _typing\n")


def test_classes_that_mypyc_cannot_make_stay_pythons() -> None:
    compiled = {
        "a": "class Lazy:\n    @lazily\n    def x(self): ...\n\nclass Derived(Lazy): ...\n\nclass Native: ...\n",
        "b": "@dataclass\nclass Hit(Generic[T]): ...\n\nclass Held:\n    __slots__ = ('__weakref__',)\n",
        "c": "class Base: ...\n\nclass Other: ...\n",
    }
    others = ["from c import Base as B\n\nclass Own(B): ...\n", "from d import Other\n\nclass Far(Other): ...\n"]
    assert python_classes(compiled, others) == {
        "a": {"Lazy", "Derived"},
        "b": {"Hit", "Held"},
        "c": {"Base"},
    }


def test_a_class_that_stays_pythons_keeps_its_form() -> None:
    made = native_source(FUTURE + "@dataclass(frozen=True)\nclass A: ...\n", frozenset({"A"}))
    assert f"{NON_NATIVE}\n@dataclass(frozen=True)\nclass A" in made
    assert made.startswith(FUTURE.rstrip() + "; _python_class = ")
    assert "mypy_extensions" not in made  # nobody who uses the package has it


def test_every_chosen_module_is_python_still_when_it_is_rewritten() -> None:
    paths = chosen(PACKAGE)
    assert len(paths) > 300
    for path in paths:
        text = path.read_text(encoding="utf-8")
        made = native_source(text)
        ast.parse(made)
        assert made.count("\n") == text.count("\n"), path.name  # tracebacks point to the line
        assert "@quick" not in made
        assert "slots=True" not in made or "__slots__" in text


VALUES = """
@dataclass(frozen=True, slots=True)
class Value:
    \'\'\'A value.\'\'\'

    name: str
    size: float = 1.0
    parts: tuple[str, ...] = ()
    held: dict[str, int] = field(default_factory=dict, compare=False)
    seen: bool = field(init=False, default=False)
    note: str = field(default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError(self.name)


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    at: int
    end: int


@dataclass(slots=True)
class Open:
    at: int
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class One:
    at: int


@dataclass(frozen=True, slots=True)
class Last:
    at: int
    end: int = 3
"""
"""What values of the package look like, each in its own manner; behind the last there are no blank lines."""

TRIAL = """
a, b = m.Value("a", 2.0), m.Value("a", size=2.0, held={"x": 1}, note="n")
print(a, a == b, hash(a) == hash(b), a != m.Value("a", 2.0, ("p",)), a == "a", a.held is not m.Value("a").held, a.seen)
print(replace(b, name="c").held, [one.name for one in fields(a)], {a: 1}[b], asdict(b))
try:
    m.Value("bad", -1.0)
except ValueError as fault:
    print(fault)
try:
    m.Value()
except TypeError:
    print("a name is missing")
print(sorted([m.Ordered(2, 1), m.Ordered(1, 5)]), len({m.Ordered(1, 2), m.Ordered(1, 2)}))
print(m.Open(1), m.Open(1) == m.Open(1), m.One(1) == m.One(1), len({m.One(1), m.One(1)}))
print(m.Last(1), m.Last(1) == m.Last(1, 3))
print(hash(m.Last(1)) == hash((1, 3)))
"""


def test_methods_of_values_are_put_on_blank_lines() -> None:
    made = native_source(FUTURE + VALUES)
    assert made.count("\n") == (FUTURE + VALUES).count("\n")
    value = made[made.index("class Value") : made.index("class Ordered")]
    assert "def __init__(self, name: str, size: float = 1.0, parts: tuple[str, ...] = ()," in value
    assert "held: dict[str, int] | None = None, note: str = '') -> None: self.name = name;" in value
    assert "self.held = (dict)() if held is None else held; self.seen = False;" in value
    assert value.index("self.__post_init__()") < value.index("def __eq__") < value.index("def __hash__")
    assert "return hash((self.name, self.size, self.parts, self.seen, ))" in value
    ordered = made[made.index("class Ordered") : made.index("class Open")]
    assert "def __init__" in ordered and "__eq__" not in ordered  # compared as `dataclass` compares what is ordered
    assert "__eq__" not in made[made.index("class Open") :]  # no room for both, or not asked for
    assert "unsafe_hash" not in made[made.index("class Open") : made.index("class One")]  # of the mark above it


@pytest.mark.parametrize(
    "body",
    [
        "a: int = field(kw_only=True)",
        "a: ClassVar[int] = 3",
        "a: int = field(3)",
        "a: int\n\n    def __init__(self) -> None: ...",
        "",
    ],
)
def test_a_value_of_another_manner_keeps_its_own_methods(body: str) -> None:
    source = f"{FUTURE}\n\n@dataclass(frozen=True)\nclass A:\n    '''A.'''\n\n    {body}\n\n\nx = 1\n"
    assert native_source(source).count("def __init__(") == body.count("def __init__(")
    assert "def __eq__" not in native_source(source)


def package_of(folder: Path, model: str) -> Path:
    """A package of one module, `reading/model.py`."""
    package = folder / "burdenshare"
    (package / "reading").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "reading" / "__init__.py").write_text("")
    (package / "reading" / "model.py").write_text(model)
    return package


@pytest.mark.skipif(not COMPILER, reason="no C compiler or no headers of Python here")
@pytest.mark.skipif(importlib.util.find_spec("setuptools") is None, reason="mypyc needs setuptools")
def test_values_do_the_same_compiled(tmp_path: Path) -> None:
    package = package_of(tmp_path, FUTURE + "from dataclasses import dataclass, field\n" + VALUES.replace("'''", '"""'))
    folder = tmp_path / "made"
    folder.mkdir()
    copied(package, folder)
    trial = "from dataclasses import *; from burdenshare.reading import model as m\n" + TRIAL
    told = [
        subprocess.run([sys.executable, "-c", trial], cwd=place, capture_output=True, text=True, check=True).stdout
        for place in (tmp_path, folder)
    ]
    assert told[0] == told[1]
    assert told[0].count("\n") == 8


@pytest.mark.skipif(not COMPILER, reason="no C compiler or no headers of Python here")
@pytest.mark.skipif(importlib.util.find_spec("setuptools") is None, reason="mypyc needs setuptools")
def test_a_small_package_runs_compiled(tmp_path: Path) -> None:
    package = package_of(
        tmp_path,
        FUTURE
        + "from dataclasses import dataclass, replace\n\nBASE = frozenset({'a'})\n\n\n"
        + "@dataclass(frozen=True, slots=True)\nclass Value:\n    n: int\n    words: tuple[str, ...] = ()\n\n"
        + "    def has(self, word: str) -> bool:\n        return word in ('z', *self.words) or word in BASE\n\n\n"
        + "class Held:\n    __slots__ = ('__weakref__', 'n')\n\n"
        + "    def __init__(self) -> None:\n        self.n = 1\n\n\n"
        + "def next_of(value: Value) -> Value:\n    return replace(value, n=value.n + 1)\n",
    )
    folder = tmp_path / "made"
    folder.mkdir()
    copied(package, folder)
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.modules['mypy_extensions'] = None; import weakref;"
            "from burdenshare.reading import model as m; held = m.Held(); weakref.ref(held);"
            "v = m.next_of(m.Value(1, ('b',)));"
            "print(m.__file__.rpartition('.')[2], v, v.has('b'), v.has('a'), v.has('c'),"
            "hash(v) == hash(m.Value(2, ('b',))))",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [*f"{_suffix()} Value(n=2, words=('b',)) True True False True".split()]


def _suffix() -> str:
    suffix: str = sysconfig.get_config_var("EXT_SUFFIX")
    return suffix.rpartition(".")[2]


GCC = (
    COMPILER
    and "Free Software Foundation" in subprocess.run(["cc", "--version"], capture_output=True, text=True).stdout
)


@pytest.mark.skipif(not GCC, reason="a trained build takes gcc and the headers of Python")
@pytest.mark.skipif(importlib.util.find_spec("setuptools") is None, reason="mypyc needs setuptools")
def test_a_build_is_trained_by_what_it_is_run_with(tmp_path: Path) -> None:
    doubled = FUTURE + "def doubled(n: int) -> int:\n    return n * 2 if n < 10_000 else n + n\n"
    package = package_of(tmp_path, doubled)
    ways = {}
    for name, number in (("small", 3), ("large", 30_000)):
        folder = tmp_path / name
        folder.mkdir()
        use = f"from burdenshare.reading.model import doubled\nfor _ in range(1000): doubled({number})\n"
        copied(package, folder, (sys.executable, "-c", use))
        told = "from burdenshare.reading import model as m; print(m.__file__, m.doubled(3), m.doubled(30_000))"
        said = subprocess.run([sys.executable, "-c", told], cwd=folder, capture_output=True, text=True, check=True)
        assert said.stdout.split()[0].endswith(".so")
        assert said.stdout.split()[1:] == ["6", "60000"]
        [compiled] = (folder / "work" / "objects" / "build").glob("__native_*___model.o")
        ways[name] = compiled.read_bytes()
    assert ways["small"] != ways["large"]  # the counts of the training have their say


@pytest.mark.skipif(not GCC, reason="a trained build takes gcc and the headers of Python")
@pytest.mark.parametrize(
    ("use", "told"), [("raise SystemExit('no texts')", "the training ended with 1: no texts"), ("", "left no counts")]
)
def test_a_training_that_fails_is_told(tmp_path: Path, use: str, told: str) -> None:
    (tmp_path / "made").mkdir()
    with pytest.raises(BuildError, match=told):
        copied(package_of(tmp_path, FUTURE + "n = 1\n"), tmp_path / "made", (sys.executable, "-c", use))
