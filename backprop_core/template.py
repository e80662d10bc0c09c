"""Code put together from the rules of op records, so that a run calls no function in between.

Only text of this package is ever compiled: a rule's own expression with its names replaced, in a
line of the plan. Numbers and arrays are handed in as variables, and nothing of a document is text
in it. Each template is compiled once; filling it for a node costs one call.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from backprop_core.code import rule_body

DoForward: TypeAlias = Callable[[list[Any], list[Any]], None]
DoBackward: TypeAlias = Callable[..., None]
Reads: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Expression:
    """A rule's body with its names replaced, and the module whose functions it calls."""

    text: str
    rule: Callable[..., Any]


@lru_cache(maxsize=2048)
def rule_expression(rule: Callable[..., Any], reads: Reads, into: str | None = None) -> Expression:
    """The body of a rule where each name is read as `reads` says.

    The result is written to the array that the code `into` gives, where NumPy can do so.
    """
    body = ast.parse(ast.unparse(rule_body(rule)), mode="eval").body
    if into:
        body = _written(body, into)
    return Expression(ast.unparse(_Replace(dict(reads)).visit(body)), rule)


UFUNCS: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
}


def _written(body: ast.expr, into: str) -> ast.expr:
    """The expression with its last call writing to `into`; as it is where that cannot."""
    out = ast.keyword("out", ast.parse(into, mode="eval").body)
    match body:
        case ast.BinOp(left, operator, right) if type(operator) in UFUNCS:
            ufunc = ast.parse(f"np.{UFUNCS[type(operator)]}", mode="eval").body
            return ast.Call(ufunc, [left, right], [out])
        case ast.Call(ast.Attribute(ast.Name("np"), name) as function, arguments, []) if (
            name == "dot" or isinstance(getattr(np, name), np.ufunc)
        ):
            return ast.Call(function, arguments, [out])
    return body


class _Replace(ast.NodeTransformer):
    def __init__(self, reads: dict[str, str]) -> None:
        self._reads = reads

    def visit_Name(self, node: ast.Name) -> ast.expr:
        read = self._reads.get(node.id)
        return ast.parse(read, mode="eval").body if read else node


def fill(
    parameters: str, text: str, expressions: tuple[Expression | str, ...], **names: Any
) -> Callable[..., None]:
    """A function of `parameters` that does what `text` says, with these values for its names."""
    rule = expressions[0].rule if expressions and isinstance(expressions[0], Expression) else None
    parts = (part.text if isinstance(part, Expression) else part for part in expressions)
    return _template(parameters, text.format(*parts), tuple(names), rule)(*names.values())


@lru_cache(maxsize=2048)
def _template(
    parameters: str, text: str, names: tuple[str, ...], rule: Callable[..., Any] | None
) -> Callable[..., Callable[..., None]]:
    source = f"def fill({', '.join(names)}):\n def do({parameters}): {text}\n return do\n"
    scope: dict[str, Any] = dict(rule.__globals__) if rule else {}
    exec(compile(source, "<plan>", "exec"), scope)
    filled: Callable[..., Callable[..., None]] = scope["fill"]
    return filled
