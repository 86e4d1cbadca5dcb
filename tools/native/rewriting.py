"""A module's source as mypyc compiles it best: the same lines, with the few forms replaced that it cannot compile.

The package is written for Python: frozen values with slots, answers worked out when they are first asked for. mypyc
makes its own compact classes of values, but of these forms it makes none, or slow ones, or it fails. Each rule below
changes one form and keeps the lines, so that tracebacks point where they should (a class that stays Python's moves what
is behind it by one); what is compiled is never shipped as source.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.native.values import free_lines, own_methods

NON_NATIVE = "@_python_class"
"""A class that stays one of Python's: its methods are compiled, its values keep a dictionary and may be weakly held.
Any mark that mypyc does not know has this effect; its own would be looked for in a library when the package is used."""

_TYPING = "; import typing as _typing"
_MARK = "; _python_class = lambda kind: kind"
_FUTURE = "from __future__ import annotations"


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes `start`..`end` of the source become `text`."""

    start: int
    end: int
    text: str


class Source:
    """A module's text with its tree and the byte offsets of its nodes."""

    def __init__(self, text: str, python: frozenset[str] = frozenset()) -> None:
        self.python = python
        self.data = text.encode()
        self.tree = ast.parse(text)
        self._lines = [0]
        for line in self.data.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def bounds(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """The byte offsets of a node."""
        end_line, end_column = node.end_lineno, node.end_col_offset
        assert end_line is not None and end_column is not None
        return self._lines[node.lineno - 1] + node.col_offset, self._lines[end_line - 1] + end_column

    def text(self, node: ast.expr | ast.stmt) -> str:
        """The words of a node."""
        start, end = self.bounds(node)
        return self.data[start:end].decode()

    def replaced(self, node: ast.expr | ast.stmt, text: str) -> Edit:
        """The edit that puts `text` in place of a node and keeps the number of lines."""
        start, end = self.bounds(node)
        return Edit(start, end, text + "\n" * (self.data[start:end].count(b"\n") - text.count("\n")))

    def at_line(self, number: int) -> int:
        """The byte offset at which a line begins (numbers from 1)."""
        return self._lines[number - 1]

    def classes(self) -> Iterator[ast.ClassDef]:
        """All classes of the module."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


def native_source(text: str, python: frozenset[str] = frozenset()) -> str:
    """The source of a module as it is compiled; the classes named in `python` stay Python's (`python_classes`)."""
    source = Source(text, python)
    edits = [edit for rule in RULES for edit in rule(source)]
    data = source.data
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        data = data[: edit.start] + edit.text.encode() + data[edit.end :]
    made = data.decode()
    needed = (_MARK if NON_NATIVE in made else "") + (_TYPING if "_typing." in made else "")
    return made.replace(_FUTURE, _FUTURE + needed, 1) if needed else made


def python_classes(compiled: Mapping[str, str], others: Iterable[str]) -> dict[str, frozenset[str]]:
    """By module: the classes that cannot be mypyc's, of the sources that are compiled (by module) and of the others.

    Such are: with `@lazily`, which keeps its answers in the value's dictionary; weakly held ones; generic values, whose
    fields `dataclass` cannot set on mypyc's classes; those that a module of Python's derives from; and what is derived
    from any of them.
    """
    derived_from = {name for text in others for name in _bases_imported(Source(text), compiled)}
    nodes = {module: list(Source(text).classes()) for module, text in compiled.items()}
    found = {module: {node.name for node in held if _is_python(node)} for module, held in nodes.items()}
    known = derived_from | {(module, name) for module, names in found.items() for name in names}
    while True:
        names = {name for _, name in known}
        more = {
            (module, node.name)
            for module, held in nodes.items()
            for node in held
            if {ast.unparse(base) for base in node.bases} & names
        }
        if more <= known:
            return {module: frozenset(name for at, name in known if at == module) for module in nodes}
        known |= more


def _bases_imported(source: Source, compiled: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The classes of compiled modules that a module of Python's derives from."""
    origins = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module in compiled
        for alias in node.names
    }
    for node in source.classes():
        yield from (origins[name] for base in node.bases if (name := ast.unparse(base)) in origins)


def _is_python(node: ast.ClassDef) -> bool:
    marks = {ast.unparse(mark) for one in node.body if isinstance(one, ast.FunctionDef) for mark in one.decorator_list}
    valued = any("dataclass" in ast.unparse(mark) for mark in node.decorator_list)
    generic = valued and any(ast.unparse(base).startswith("Generic[") for base in node.bases)
    weak = any("__weakref__" in ast.unparse(one) for one in node.body if isinstance(one, ast.Assign))
    return "lazily" in marks or generic or weak


def _values(source: Source) -> Iterator[Edit]:
    """`@dataclass(frozen=True, slots=True)` becomes `@dataclass(unsafe_hash=True)`: mypyc's classes have slots of their
    own, and a frozen one would set each field by name. `@quick` makes Python's quick, which these are already."""
    for node in source.classes():
        for mark in () if node.name in source.python else node.decorator_list:
            if isinstance(mark, ast.Name) and mark.id == "quick":
                start, _ = source.bounds(mark)
                yield Edit(start - 1, source.bounds(mark)[1], "")
            elif isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "dataclass":
                given = {one.arg: ast.unparse(one.value) for one in mark.keywords if one.arg}
                methods = _placed(source, node, given)
                kept: dict[str, str] = {name: given[name] for name in ("order", "eq") if name in given}
                if "__hash__" in methods:
                    kept["eq"] = "False"
                elif given.get("frozen") == "True" and "eq" not in given:
                    kept["unsafe_hash"] = "True"
                told = ", ".join(f"{name}={value}" for name, value in kept.items())
                yield source.replaced(mark, f"dataclass({told})")
                for line, text in methods.values():
                    at = source.at_line(line)
                    yield Edit(at, at, " " * (node.col_offset + 4) + text)


def _placed(source: Source, node: ast.ClassDef, given: dict[str, str]) -> dict[str, tuple[int, str]]:
    """The methods of a value with the line each is put on: as many as there are blank ones for, and of comparison and
    hash both or neither."""
    methods = own_methods(node, given)
    lines = list(free_lines(node, source.data.decode().splitlines()))
    names = list(methods) if len(lines) >= len(methods) else list(methods)[: min(1, len(lines))]
    return {name: (line, methods[name]) for name, line in zip(names, lines, strict=False)}


def _unset_fields(source: Source) -> Iterator[Edit]:
    """`field(init=False, default=x)` becomes `default_factory=lambda: x`: without slots `dataclass` leaves such a field
    to the class, where mypyc keeps no values."""
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "field"):
            continue
        given = {one.arg: one.value for one in node.keywords}
        if "init" in given and "default" in given and ast.unparse(given["init"]) == "False":
            default = given["default"]
            at = source.bounds(default)[0] - len("default=")
            yield Edit(at, source.bounds(default)[1], f"default_factory=lambda: {source.text(default)}")


def _starred_choices(source: Source) -> Iterator[Edit]:
    """`x in (a, *b)` becomes `x in tuple([a, *b])`: mypyc compares with each element in turn and fails over a star."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Compare):
            continue
        for sign, choices in zip(node.ops, node.comparators, strict=True):
            if not isinstance(sign, ast.In | ast.NotIn) or not isinstance(choices, ast.Tuple | ast.List | ast.Set):
                continue
            if any(isinstance(one, ast.Starred) for one in choices.elts):
                made = "set" if isinstance(choices, ast.Set) else "tuple"
                listed = ", ".join(ast.unparse(one) for one in choices.elts)
                yield source.replaced(choices, f"{made}([{listed}])")


def _python_classes(source: Source) -> Iterator[Edit]:
    """The mark of a class that stays Python's stands in front of its others."""
    for node in source.classes():
        if node.name in source.python:
            first = node.decorator_list[0] if node.decorator_list else None
            at = source.bounds(first)[0] - 1 if first else source.bounds(node)[0]
            yield Edit(at, at, NON_NATIVE + "\n")


def _constants(source: Source) -> Iterator[Edit]:
    """A name that a module sets once becomes `Final`: the compiled code reads it where it lies instead of looking its
    name up at each use."""
    changed = {name for node in ast.walk(source.tree) if isinstance(node, ast.Global) for name in node.names}
    told: dict[str, int] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            told[node.id] = told.get(node.id, 0) + 1
    for one in source.tree.body:
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            name = one.targets[0]
            if told[name.id] == 1 and name.id not in changed and _is_constant(name.id, one.value):
                yield Edit(source.bounds(name)[1], source.bounds(name)[1], ": _typing.Final")
        elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and one.value is not None:
            name, kind = one.target, source.text(one.annotation)
            if told[name.id] == 1 and name.id not in changed and name.id.lstrip("_").isupper() and "Final" not in kind:
                yield source.replaced(one.annotation, f"_typing.Final[{kind}]")


def _is_constant(name: str, value: ast.expr) -> bool:
    """Whether a bare assignment is of a value: type names and their variables must stay what they are. A tuple would
    become one of a fixed length, element by element, which is slow to go over."""
    if not name.lstrip("_").isupper() or len(name.lstrip("_")) < 2 or isinstance(value, ast.Tuple):
        return False
    return not (isinstance(value, ast.Call) and ast.unparse(value.func) in ("TypeVar", "ParamSpec", "NewType"))


RULES: tuple[Callable[[Source], Iterator[Edit]], ...] = (
    _values,
    _unset_fields,
    _starred_choices,
    _python_classes,
    _constants,
)
