"""The program language: lines of Python syntax, read into checked calls; nothing is evaluated.

A program is parsed with `ast` and read by a whitelist into *calls*, each of one op or layer, in the
order in which they run. What is not assigned is a leaf.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import backprop_core.ops  # noqa: F401  (fills the registry)
from backprop_core.errors import WhygradError, error
from backprop_core.limits import Limits
from backprop_core.op import OPS, Op
from backprop_core.syntax import (
    FOLDED,
    attribute_literal,
    folded,
    kind_error,
    literal,
    place_of,
    text_of,
    tree_of,
)
from backprop_core.words import Word

Argument: TypeAlias = "str | float"  # the id of a leaf or a call, or a literal

BINARY: Mapping[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.MatMult: "dot",
    ast.Pow: "pow",
}


@dataclass(frozen=True)
class Call:
    """One op or layer with what goes into it; `statement` is the name its line assigns."""

    id: str
    op: Op
    arguments: tuple[Argument, ...]
    attributes: Mapping[str, Any]
    statement: str
    line: int
    column: int


@dataclass(frozen=True)
class Program:
    """A program, read: its calls in order, its leaves in the order of their first use.

    `uses` has the line and column of that first use.
    """

    text: str
    calls: tuple[Call, ...]
    leaves: tuple[str, ...]
    uses: Mapping[str, tuple[int, int]]
    named: tuple[str, ...]
    ids: frozenset[str] = field(repr=False)

    @property
    def output(self) -> str:
        """The id of the last line's value."""
        return self.calls[-1].id

    @property
    def layers(self) -> tuple[str, ...]:
        """The ids of its layers."""
        return tuple(call.id for call in self.calls if call.op.is_layer)


def parse(text: str, limits: Limits | None = None) -> Program:
    """Reads a program; WhygradError with line and column where it is not of the language."""
    return _parse(text, limits or Limits())


@lru_cache(maxsize=64)
def _parse(text: str, limits: Limits) -> Program:
    if len(text) > limits.characters:
        subject = Word("subject.program")
        raise error("limit.characters", subject=subject, limit=limits.characters, got=len(text))
    return _Reader(text, limits, internal=False).program()


@lru_cache(maxsize=512)
def parse_definition(text: str) -> Program:
    """A layer's definition, which may use internal ops; ids are names of ops, numbered."""
    return _Reader(text, Limits(), internal=True).program()


class _Reader:
    """Reads one program. Expressions nest at most `limits.nesting` deep: recursion is bounded."""

    def __init__(self, text: str, limits: Limits, *, internal: bool) -> None:
        self._text = text
        self._limits = limits
        self._internal = internal
        self._calls: list[Call] = []
        self._assigned: dict[str, int] = {}
        self._leaves: dict[str, ast.Name] = {}
        self._ids: set[str] = set()
        self._statement = ""

    def program(self) -> Program:
        """The whole program."""
        statements = tree_of(self._text, self._limits).body
        if not statements:
            raise error("program.empty")
        for statement in statements:
            self._assign(statement)
        return Program(
            text=self._text,
            calls=tuple(self._calls),
            leaves=tuple(self._leaves),
            uses={name: place_of(node) for name, node in self._leaves.items()},
            named=tuple(self._assigned),
            ids=frozenset(self._ids),
        )

    def _assign(self, statement: ast.stmt) -> None:
        if not isinstance(statement, ast.Assign):
            raise kind_error(statement)
        if len(statement.targets) != 1 or not isinstance(statement.targets[0], ast.Name):
            one = len(statement.targets) == 1
            got = text_of(statement.targets[0]) if one else Word("got.several")
            raise error("program.target", got=got).at(statement.lineno, 1)
        target = statement.targets[0]
        name = target.id
        if name in self._assigned:
            first = self._assigned[name]
            raise error("program.assigned_twice", name=name, first=first).at(target.lineno, 1)
        if name in self._leaves:
            raise error("program.own_name", name=name).at(*place_of(self._leaves[name]))
        self._statement = name
        value = self._expression(statement.value, 0, own_id=name)
        if not isinstance(value, str) or value != name:
            got = Word("got.name" if isinstance(value, str) else "got.number_alone")
            raise error("program.no_operation", name=name, got=got).at(statement.lineno, 1)
        self._assigned[name] = statement.lineno

    def _expression(self, node: ast.expr, depth: int, own_id: str | None = None) -> Argument:
        """The id of what an expression makes, or its number; calls are noted as they run."""
        if depth > self._limits.nesting:
            raise error("limit.nesting", limit=self._limits.nesting).at(*place_of(node))
        match node:
            case ast.Constant():
                return literal(node)
            case ast.Name():
                return self._name(node)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd()):
                return self._sign(node, depth, own_id)
            case ast.BinOp():
                return self._binary(node, depth, own_id)
            case ast.Attribute(attr="T"):
                inputs = (self._expression(node.value, depth + 1),)
                return self._call(OPS["transpose"], inputs, {"axes": None}, node, own_id)
            case ast.Call():
                return self._named_call(node, depth, own_id)
        raise kind_error(node)

    def _name(self, node: ast.Name) -> str:
        if node.id not in self._assigned:
            if node.id == self._statement:
                raise error("program.own_name", name=node.id).at(*place_of(node))
            self._leaves.setdefault(node.id, node)
        return node.id

    def _sign(self, node: ast.UnaryOp, depth: int, own_id: str | None) -> Argument:
        value = self._expression(node.operand, depth + 1)
        if isinstance(value, float):
            return -value if isinstance(node.op, ast.USub) else value
        if isinstance(node.op, ast.UAdd):
            raise kind_error(node)
        return self._call(OPS["neg"], (value,), {}, node, own_id)

    def _binary(self, node: ast.BinOp, depth: int, own_id: str | None) -> Argument:
        name = BINARY.get(type(node.op))
        if name is None:
            raise kind_error(node)
        left = self._expression(node.left, depth + 1)
        right = self._expression(node.right, depth + 1)
        if isinstance(left, float) and isinstance(right, float) and type(node.op) in FOLDED:
            return folded(node, left, right)
        return self._call(OPS[name], (left, right), {}, node, own_id)

    def _named_call(self, node: ast.Call, depth: int, own_id: str | None) -> str:
        if not isinstance(node.func, ast.Name):
            raise error("program.unknown_op", op=text_of(node.func), hint="").at(*place_of(node))
        op = self._op(node.func)
        try:
            inputs, attributes = self._arguments(op, node, depth)
        except WhygradError as wrong:
            raise wrong.at(*place_of(node)) from None
        return self._call(op, inputs, attributes, node, own_id)

    def _op(self, func: ast.Name) -> Op:
        op = OPS.get(func.id)
        if op is None or (op.internal and not self._internal):
            known = [name for name, op in OPS.items() if not op.internal]
            lower = {name.lower(): name for name in known}
            near = difflib.get_close_matches(func.id.lower(), lower, 1)
            hint = Word("hint.name", name=lower[near[0]]) if near else ""
            raise error("program.unknown_op", op=text_of(func), hint=hint).at(*place_of(func))
        return op

    def _arguments(
        self, op: Op, node: ast.Call, depth: int
    ) -> tuple[tuple[Argument, ...], dict[str, Any]]:
        slots = len(op.slots)
        most = slots + len(op.attributes)
        if not slots <= len(node.args) <= most:
            one = slots == 1
            expected = Word("expected.one_input") if one else Word("expected.inputs", count=slots)
            got = len(node.args)
            raise error(
                "program.wrong_arguments",
                op=op.name,
                expected=expected,
                got=got,
                signature=op.signature,
            )
        inputs = tuple(self._expression(arg, depth + 1) for arg in node.args[:slots])
        names = [attribute.name for attribute in op.attributes]
        given = {
            name: attribute_literal(op, name, value)
            for name, value in zip(names, node.args[slots:], strict=False)
        }
        for keyword in node.keywords:
            name = keyword.arg or "**"
            if name in given:
                raise error("program.syntax", reason=Word("syntax.keyword_twice", name=name))
            given[name] = attribute_literal(op, name, keyword.value)
        return inputs, op.attributes_of(given)

    def _call(
        self,
        op: Op,
        inputs: tuple[Argument, ...],
        attributes: Mapping[str, Any],
        node: ast.expr,
        own_id: str | None,
    ) -> str:
        if all(isinstance(argument, float) for argument in inputs):
            raise error("program.no_input", op=op.name).at(*place_of(node))
        if len(self._calls) >= self._limits.ops:
            raise error("limit.ops", limit=self._limits.ops).at(*place_of(node))
        id = own_id or self._free_id(f"{self._statement}.{id_part(op)}")
        self._ids.add(id)
        line, column = place_of(node)
        self._calls.append(
            Call(
                id=id,
                op=op,
                arguments=inputs,
                attributes=MappingProxyType(dict(attributes)),
                statement=self._statement,
                line=line,
                column=column,
            )
        )
        return id

    def _free_id(self, wanted: str) -> str:
        return free_id(wanted, self._ids)


def id_part(op: Op) -> str:
    """What the id of a node without a name of its own says of its op."""
    return op.name.lower() if op.is_layer else op.name


def free_id(wanted: str, taken: set[str]) -> str:
    """The id itself, or with the first number from 2 that is free."""
    id, n = wanted, 1
    while id in taken:
        n += 1
        id = f"{wanted}{n}"
    return id
