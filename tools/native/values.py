"""The methods of a value, written out: mypyc compiles them, and makes a value in a sixth of the time.

`dataclass` writes a constructor, a comparison and a hash of its own when the class is made, and mypyc is done by then:
they stay Python's, slower than those of a class that was never compiled. Here they are put, a line each, where the
class has a blank line, so that every other line stays where it was.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

OPTIONS = frozenset({"default", "default_factory", "init", "repr", "compare", "hash"})
"""What a field may be told; a class with a field that is told more keeps `dataclass`'s methods."""

SHALLOW = frozenset({"int", "str", "float", "bool"})
"""Kinds that are compared as they are; of others it is asked first whether they are one and the same."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it is written: its kind and its options as source."""

    name: str
    kind: str
    options: Mapping[str, str]

    @property
    def is_given(self) -> bool:
        """Whether the constructor takes it."""
        return self.options.get("init") != "False"

    @property
    def parameter(self) -> str:
        """How the constructor takes it."""
        if "default_factory" in self.options:
            return f"{self.name}: {self.kind} | None = None"
        default = self.options.get("default")
        return f"{self.name}: {self.kind}" + (f" = {default}" if default is not None else "")

    @property
    def setting(self) -> str:
        """How the constructor sets it; empty where that is left to `__post_init__`."""
        made, default = self.options.get("default_factory"), self.options.get("default")
        if self.is_given:
            value = f"({made})() if {self.name} is None else {self.name}" if made else self.name
        else:
            value = f"({made})()" if made else default or ""
        return f"self.{self.name} = {value}" if value else ""

    @property
    def same(self) -> str:
        """Whether another value has the same in it."""
        own, other = f"self.{self.name}", f"other.{self.name}"
        return f"{own} == {other}" if self.kind in SHALLOW else f"({own} is {other} or {own} == {other})"


def own_methods(node: ast.ClassDef, settings: Mapping[str, str]) -> dict[str, str]:
    """By name, the methods that `dataclass` would write, one line each. `settings` are those of its mark; a comparison
    and a hash are written together, or left to it (they are, where values are ordered)."""
    fields = _fields(node)
    there = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    if not fields or node.bases or "__init__" in there:
        return {}
    given = ", ".join(("self", *(one.parameter for one in fields if one.is_given)))
    done = [one.setting for one in fields if one.setting]
    done += ["self.__post_init__()"] if "__post_init__" in there else []
    written = {"__init__": f"def __init__({given}) -> None: {'; '.join(done)}"}
    valued = settings.get("frozen") == "True" and not {"eq", "order"} & set(settings)
    if valued and not {"__eq__", "__hash__"} & there:
        compared = [one for one in fields if one.options.get("compare") != "False"]
        hashed = [one for one in compared if one.options.get("hash") != "False"]
        same = " and ".join((f"isinstance(other, {node.name})", *(one.same for one in compared)))
        written["__eq__"] = f"def __eq__(self, other: object) -> bool: return {same}"
        named = "".join(f"self.{one.name}, " for one in hashed)
        written["__hash__"] = f"def __hash__(self) -> int: return hash(({named}))"
    return written


def _fields(node: ast.ClassDef) -> list[Field]:
    """The fields of a value in their order; none where one of them is told what is not known here."""
    found = []
    for one in node.body:
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            options = _options(one.value)
            if options is None or "ClassVar" in ast.unparse(one.annotation):
                return []
            found.append(Field(one.target.id, ast.unparse(one.annotation), options))
    return found


def _options(value: ast.expr | None) -> dict[str, str] | None:
    if value is None:
        return {}
    if not (isinstance(value, ast.Call) and ast.unparse(value.func) == "field"):
        return {"default": ast.unparse(value)}
    told = {one.arg or "": ast.unparse(one.value) for one in value.keywords}
    return told if OPTIONS.issuperset(told) and not value.args else None


def free_lines(node: ast.ClassDef, lines: list[str]) -> Iterator[int]:
    """The blank lines of a class outside its statements, and those behind it (numbers from 1)."""
    taken = {line for one in node.body for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
    end = node.end_lineno or node.lineno
    while end < len(lines) and not lines[end].strip():
        end += 1
    for number in range(node.body[0].lineno, end + 1):
        if number not in taken and not lines[number - 1].strip():
            yield number
