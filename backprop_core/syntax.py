"""Python syntax, as the program language reads it: trees, places in the text, and numbers."""

from __future__ import annotations

import ast
import math
import operator
import re
import warnings
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from backprop_core.errors import WhygradError, error
from backprop_core.limits import Limits
from backprop_core.op import Op
from backprop_core.unreadable import reason_of
from backprop_core.words import Word

FOLDED: Mapping[type[ast.operator], Callable[[float, float], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
# What a person may write that we can name; anything else is called by its class.
KINDS: Mapping[type[ast.AST], str] = {
    ast.Compare: Word("program.comparison"),
    ast.BoolOp: "and / or",
    ast.IfExp: Word("program.conditional"),
    ast.Lambda: "lambda",
    ast.Subscript: Word("program.indexing"),
    ast.List: Word("got.list"),
    ast.Dict: Word("program.dict"),
    ast.Tuple: Word("program.tuple"),
    ast.Attribute: Word("program.attribute"),
    ast.For: Word("program.loop"),
    ast.While: Word("program.loop"),
    ast.If: "if",
    ast.FunctionDef: Word("program.function"),
    ast.ClassDef: Word("program.class"),
    ast.Import: "import",
    ast.ImportFrom: "import",
    ast.AugAssign: Word("program.in_place"),
    ast.AnnAssign: Word("program.annotation"),
    ast.Expr: Word("program.line"),
    ast.Starred: Word("program.star"),
}


def tree_of(text: str, limits: Limits) -> ast.Module:
    """The tree of a program; WhygradError where Python cannot read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "1is" and the like: an error of ours follows
            return _in_characters(ast.parse(text), text)
    except SyntaxError as wrong:
        # Of a number of too many digits, Python says at length how to allow them.
        reason = wrong.msg.partition(": value has")[0]
        raise error("program.syntax", reason=reason_of(reason)).at(
            wrong.lineno, wrong.offset or None
        ) from None
    except (RecursionError, MemoryError):
        raise error("limit.nesting", limit=limits.nesting) from None
    except ValueError as wrong:  # a null byte, half of a surrogate pair
        raise error("program.syntax", reason=reason_of(str(wrong))) from None


def _in_characters(tree: ast.Module, text: str) -> ast.Module:
    """The tree with columns as a person counts them: `ast` counts the bytes of UTF-8."""
    if text.isascii():
        return tree
    lines = [line.encode() for line in re.split("\r\n?|\n", text)]
    columns: dict[int, list[int]] = {}  # of a line: how many characters start before each byte
    for node in ast.walk(tree):
        if isinstance(node, ast.expr | ast.stmt):
            if node.lineno not in columns:
                starts = (byte & 0xC0 != 0x80 for byte in lines[node.lineno - 1])
                columns[node.lineno] = [0, *accumulate(starts)]
            node.col_offset = columns[node.lineno][node.col_offset]
    return tree


def place_of(node: ast.expr | ast.stmt) -> tuple[int, int]:
    """Line and column, from 1."""
    return node.lineno, node.col_offset + 1


def text_of(node: ast.expr | ast.stmt) -> str:
    """A piece of the program, as an error shows it."""
    try:
        return ast.unparse(node)[:40]
    except (RecursionError, ValueError):  # nested too deeply, a number of too many digits
        return Word("got.too_long")


def kind_error(node: ast.expr | ast.stmt) -> WhygradError:
    """The complaint that something is not part of the language."""
    text = text_of(node)
    got = KINDS.get(type(node)) or (text if isinstance(text, Word) else f"'{text}'")
    return error("program.kind", got=got).at(*place_of(node))


def literal(node: ast.Constant) -> float:
    """The number that stands there; WhygradError where it is another thing, or not finite."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        raise kind_error(node)
    try:
        value = float(node.value)
    except OverflowError:
        value = math.inf
    return _finite(value, node)


def folded(node: ast.BinOp, left: float, right: float) -> float:
    """What two numbers that stand there make; WhygradError where it is not finite."""
    try:
        value = FOLDED[type(node.op)](left, right)
    except (ZeroDivisionError, OverflowError):
        value = math.nan
    return _finite(value, node)


def _finite(value: Any, node: ast.expr) -> float:
    if isinstance(value, complex) or not math.isfinite(value):
        raise error("literal.not_finite", got=text_of(node)).at(*place_of(node))
    return float(value)


def attribute_literal(op: Op, name: str, node: ast.expr) -> Any:
    """A literal: a number, True, False, None or a tuple of whole numbers."""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        got = text_of(node)
        expected = Word("expected.literal")
        raise error("attribute.kind", op=op.name, name=name, expected=expected, got=got) from None
