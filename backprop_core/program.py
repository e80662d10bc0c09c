"""The program language: a few lines of Python syntax, read into checked calls; nothing is evaluated.

A program is parsed with `ast` and read by a whitelist into *calls*, each of one op or layer, in the
order in which they run. What is not assigned is a leaf.
"""

from __future__ import annotations

import ast
import difflib
import math
import operator
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

import backprop_core.ops  # noqa: F401  (fills the registry)
from backprop_core.errors import WhygradError, error
from backprop_core.limits import Limits
from backprop_core.op import OPS, Op

Argument: TypeAlias = "str | float"  # the id of a leaf or a call, or a literal

BINARY: Mapping[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.MatMult: "dot",
    ast.Pow: "pow",
}
FOLDED: Mapping[type[ast.operator], Callable[[float, float], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
# What a person may write that we can name; anything else is called by its class.
KINDS: Mapping[type[ast.AST], str] = {
    ast.Compare: "a comparison",
    ast.BoolOp: "and / or",
    ast.IfExp: "a conditional",
    ast.Lambda: "lambda",
    ast.Subscript: "indexing",
    ast.List: "a list",
    ast.Dict: "a dict",
    ast.Tuple: "a tuple",
    ast.Attribute: "an attribute",
    ast.For: "a loop",
    ast.While: "a loop",
    ast.If: "if",
    ast.FunctionDef: "a function",
    ast.ClassDef: "a class",
    ast.Import: "import",
    ast.ImportFrom: "import",
    ast.AugAssign: "an assignment in place",
    ast.AnnAssign: "an annotation",
    ast.Expr: "a line without '='",
    ast.Starred: "a star",
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
    """A program, read: its calls in order, its leaves in the order of their first use."""

    text: str
    calls: tuple[Call, ...]
    leaves: tuple[str, ...]
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
        raise error(
            "limit.characters", subject="program", limit=limits.characters, got=len(text)
        )
    return _Reader(text, limits, internal=False).program()


@lru_cache(maxsize=512)
def parse_definition(text: str) -> Program:
    """A layer's definition, which may use internal ops; ids are names of ops, numbered."""
    return _Reader(text, Limits(), internal=True).program()


def _tree(text: str, limits: Limits) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "1is" and the like: an error of ours follows
            return ast.parse(text)
    except SyntaxError as wrong:
        raise WhygradError(
            "program.syntax", {"reason": wrong.msg}, line=wrong.lineno, column=wrong.offset
        ) from None
    except (RecursionError, MemoryError):
        raise error("limit.nesting", limit=limits.nesting) from None
    except ValueError as wrong:  # a null byte, a number of too many digits
        raise error("program.syntax", reason=str(wrong)) from None


class _Reader:
    """Reads one program. Expressions nest at most `limits.nesting` deep, so recursion is bounded."""

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
        statements = _tree(self._text, self._limits).body
        if not statements:
            raise error("program.empty")
        for statement in statements:
            self._assign(statement)
        return Program(
            text=self._text,
            calls=tuple(self._calls),
            leaves=tuple(self._leaves),
            named=tuple(self._assigned),
            ids=frozenset(self._ids),
        )

    def _assign(self, statement: ast.stmt) -> None:
        if not isinstance(statement, ast.Assign):
            raise _kind(statement)
        if len(statement.targets) != 1 or not isinstance(statement.targets[0], ast.Name):
            got = ast.unparse(statement.targets[0]) if len(statement.targets) == 1 else "several"
            raise error("program.target", got=got).at(statement.lineno, 1)
        target = statement.targets[0]
        name = target.id
        if name in self._assigned:
            first = self._assigned[name]
            raise error("program.assigned_twice", name=name, first=first).at(target.lineno, 1)
        if name in self._leaves:
            used = self._leaves[name]
            raise error("program.own_name", name=name).at(used.lineno, used.col_offset + 1)
        self._statement = name
        value = self._expression(statement.value, 0, own_id=name)
        if not isinstance(value, str) or value != name:
            got = "name" if isinstance(value, str) else "number"
            raise error("program.no_operation", name=name, got=got).at(statement.lineno, 1)
        self._assigned[name] = statement.lineno

    def _expression(self, node: ast.expr, depth: int, own_id: str | None = None) -> Argument:
        """The id of what an expression makes, or its number; calls are noted as they run."""
        if depth > self._limits.nesting:
            raise error("limit.nesting", limit=self._limits.nesting).at(node.lineno)
        match node:
            case ast.Constant():
                return _literal(node)
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
        raise _kind(node)

    def _name(self, node: ast.Name) -> str:
        if node.id not in self._assigned:
            if node.id == self._statement:
                raise error("program.own_name", name=node.id).at(
                    node.lineno, node.col_offset + 1
                )
            self._leaves.setdefault(node.id, node)
        return node.id

    def _sign(self, node: ast.UnaryOp, depth: int, own_id: str | None) -> Argument:
        value = self._expression(node.operand, depth + 1)
        if isinstance(value, float):
            return -value if isinstance(node.op, ast.USub) else value
        if isinstance(node.op, ast.UAdd):
            raise _kind(node)
        return self._call(OPS["neg"], (value,), {}, node, own_id)

    def _binary(self, node: ast.BinOp, depth: int, own_id: str | None) -> Argument:
        name = BINARY.get(type(node.op))
        if name is None:
            raise _kind(node)
        left = self._expression(node.left, depth + 1)
        right = self._expression(node.right, depth + 1)
        if isinstance(left, float) and isinstance(right, float) and type(node.op) in FOLDED:
            return _folded(node, left, right)
        return self._call(OPS[name], (left, right), {}, node, own_id)

    def _named_call(self, node: ast.Call, depth: int, own_id: str | None) -> str:
        if not isinstance(node.func, ast.Name):
            raise error("program.unknown_op", op=ast.unparse(node.func)[:80], hint="").at(
                node.lineno, node.col_offset + 1
            )
        op = self._op(node.func)
        try:
            inputs, attributes = self._arguments(op, node, depth)
        except WhygradError as wrong:
            raise wrong.at(node.lineno, node.col_offset + 1) from None
        return self._call(op, inputs, attributes, node, own_id)

    def _op(self, func: ast.Name) -> Op:
        op = OPS.get(func.id)
        if op is None or (op.internal and not self._internal):
            known = [name for name, op in OPS.items() if not op.internal]
            lower = {name.lower(): name for name in known}
            near = difflib.get_close_matches(func.id.lower(), lower, 1)
            hint = f": did you mean {lower[near[0]]}?" if near else ""
            raise error("program.unknown_op", op=func.id, hint=hint).at(
                func.lineno, func.col_offset + 1
            )
        return op

    def _arguments(
        self, op: Op, node: ast.Call, depth: int
    ) -> tuple[tuple[Argument, ...], dict[str, Any]]:
        slots = len(op.slots)
        most = slots + len(op.attributes)
        if not slots <= len(node.args) <= most:
            expected = f"{slots} inputs" if slots != 1 else "one input"
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
            name: _attribute(op, name, value)
            for name, value in zip(names, node.args[slots:], strict=False)
        }
        for keyword in node.keywords:
            name = keyword.arg or "**"
            if name in given:
                raise error("attribute.unknown", op=op.name, name=name, signature=op.signature)
            given[name] = _attribute(op, name, keyword.value)
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
            raise error("program.no_input", op=op.name).at(node.lineno, node.col_offset + 1)
        if len(self._calls) >= self._limits.ops:
            raise error("limit.ops", limit=self._limits.ops).at(node.lineno)
        id = own_id or self._free_id(f"{self._statement}.{id_part(op)}")
        self._ids.add(id)
        self._calls.append(
            Call(
                id=id,
                op=op,
                arguments=inputs,
                attributes=MappingProxyType(dict(attributes)),
                statement=self._statement,
                line=node.lineno,
                column=node.col_offset + 1,
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


def _kind(node: ast.AST) -> WhygradError:
    got = KINDS.get(type(node)) or f"'{ast.unparse(node)[:40]}'"
    wrong = error("program.kind", got=got)
    return wrong.at(getattr(node, "lineno", None), getattr(node, "col_offset", 0) + 1)


def _literal(node: ast.Constant) -> float:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        raise _kind(node)
    try:
        value = float(node.value)
    except OverflowError:
        value = math.inf
    return _finite(value, node)


def _folded(node: ast.BinOp, left: float, right: float) -> float:
    try:
        value = FOLDED[type(node.op)](left, right)
    except (ZeroDivisionError, OverflowError):
        value = math.nan
    return _finite(value, node)


def _finite(value: Any, node: ast.expr) -> float:
    if isinstance(value, complex) or not math.isfinite(value):
        got = ast.unparse(node)[:40]
        raise error("literal.not_finite", got=got).at(node.lineno, node.col_offset + 1)
    return float(value)


def _attribute(op: Op, name: str, node: ast.expr) -> Any:
    """A literal: a number, True, False, None or a tuple of whole numbers."""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        got = ast.unparse(node)[:40]
        raise error(
            "attribute.kind", op=op.name, name=name, expected="a literal", got=got
        ) from None
