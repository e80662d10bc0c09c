"""The code that runs, as text: the rules of an op and the methods of a layer, read from the source.

What a page shows is therefore what ran, and no second copy of it.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any


@dataclass(frozen=True)
class Code:
    """The lines of both passes, and which of them run: going forward, and for each message.

    Line numbers count from 0. `steps` has the lines of the forward pass that make a name, for the
    ops of a layer's definition.
    """

    title: str
    forward: tuple[str, ...]
    backward: tuple[str, ...]
    lit_forward: tuple[int, ...]
    lit_backward: Mapping[str, tuple[int, ...]]
    steps: Mapping[str, tuple[int, ...]]

    def to_json(self) -> dict[str, Any]:
        """As data, without which lines are lit: that depends on the node."""
        return {
            "title": self.title,
            "forward": list(self.forward),
            "backward": list(self.backward),
        }


@lru_cache(maxsize=64)
def _module_tree(file: str) -> ast.Module:
    with open(file, encoding="utf-8") as source:
        return ast.parse(source.read())


@lru_cache(maxsize=1024)
def rule_body(rule: Callable[..., Any]) -> ast.expr:
    """The expression of a rule, which is a lambda on a line of its own."""
    code = rule.__code__
    lambdas = [
        node.body
        for node in ast.walk(_module_tree(code.co_filename))
        if isinstance(node, ast.Lambda) and node.lineno == code.co_firstlineno
    ]
    if len(lambdas) != 1:
        raise LookupError(f"rule: expected one lambda on its line: got {len(lambdas)} for {rule!r}")
    return lambdas[0]


def rule_text(rule: Callable[..., Any]) -> str:
    """The expression of a rule as text."""
    return ast.unparse(rule_body(rule))


def _message_text(rule: Callable[..., Any], then: str) -> str:
    text = rule_text(rule)
    whole = isinstance(rule_body(rule), ast.Name | ast.Call | ast.Attribute)
    return text + then if whole or not then else f"({text}){then}"


def code_of_rules(
    title: str,
    forward: Callable[..., Any],
    vjp: Mapping[str, Callable[..., Any]],
    undone: Mapping[str, str],
) -> Code:
    """The code of an op: a line for its value, and one for the message to each input.

    `undone` has, for a slot, what the engine does to the rule's message: `.sum(axis=0)`.
    """
    backward = tuple(
        f"d{slot} = {_message_text(rule, undone.get(slot, ''))}" for slot, rule in vjp.items()
    )
    return Code(
        title=title,
        forward=(f"out = {rule_text(forward)}",),
        backward=backward,
        lit_forward=(0,),
        lit_backward={slot: (n,) for n, slot in enumerate(vjp)},
        steps={},
    )


def _lines(method: Callable[..., Any]) -> tuple[tuple[str, ...], ast.FunctionDef]:
    """A method's lines without its docstring and annotations, and their tree."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(method))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    first = tree.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        tree.body = tree.body[1:]
    for argument in tree.args.args:
        argument.annotation = None
    tree.returns = None
    tree.decorator_list = []
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, name, [_bare(item) for item in value])
    text = ast.unparse(tree)
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return tuple(text.splitlines()), tree


def _bare(node: Any) -> Any:
    """An assignment without its annotation."""
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        return ast.copy_location(ast.Assign([node.target], node.value, lineno=node.lineno), node)
    return node


def _assigned(tree: ast.FunctionDef) -> dict[str, tuple[int, ...]]:
    """The line on which a name, or else an attribute of self, is first assigned."""
    names: dict[str, tuple[int, ...]] = {}
    attributes: dict[str, tuple[int, ...]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in chain.from_iterable(map(_parts, node.targets)):
                if isinstance(target, ast.Name):
                    names.setdefault(target.id, (node.lineno - 1,))
                elif isinstance(target, ast.Attribute):
                    attributes.setdefault(target.attr, (node.lineno - 1,))
    return {**attributes, **names}


def _parts(target: ast.expr) -> list[ast.expr]:
    return target.elts if isinstance(target, ast.Tuple) else [target]


@lru_cache(maxsize=64)
def code_of_class(cls: type, slots: tuple[str, ...]) -> Code:
    """The code of a layer's class: `dx = ...` and `self.dW = ...` are the messages of x and W."""
    forward, forward_tree = _lines(cls.forward)  # type: ignore[attr-defined]
    backward, backward_tree = _lines(cls.backward)  # type: ignore[attr-defined]
    steps, messages = _assigned(forward_tree), _assigned(backward_tree)
    return Code(
        title=cls.__name__,
        forward=forward,
        backward=backward,
        lit_forward=steps.get("out") or (len(forward) - 1,),
        lit_backward={slot: messages[f"d{slot}"] for slot in slots if f"d{slot}" in messages},
        steps=steps,
    )
