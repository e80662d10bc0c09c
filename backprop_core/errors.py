"""Every complaint that a person can cause: a code, what its sentence needs, one English sentence.

A sentence says `subject: rule: what we got`. The page has its own translations of them, by code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from backprop_core.words import Word

SENTENCES: Mapping[str, str] = {
    "attribute.axis": "{op}: axis {axis} is out of range: the value has shape {shape}",
    "attribute.axis_twice": "{op}: an axis is named twice: axis={axis}",
    "attribute.kind": "{op}: {name} must be {expected}: got {got}",
    "attribute.missing": "{op}: {name} is missing: {signature}",
    "attribute.unknown": "{op}: there is no {name}: {signature}",
    "document.format": "document: format must be {newest} or older: got {got}",
    "document.format_kind": "document: format must be a whole number: got {got}",
    "document.kind": "document: {key} must be {expected}: got {got}",
    "document.missing": "document: {key} is missing",
    "document.nesting": "document: at most {limit} levels of nesting in {key}",
    "document.not_json": "document: expected JSON: {reason}",
    "document.not_object": "document: expected an object: got {got}",
    "document.unknown_key": "document: there is no key {key!r}: expected one of {expected}",
    "expand.unknown_layer": "expand: {name!r} is no layer of this program: its layers are {layers}",
    "explain.target": "{name}: a target takes no gradient",
    "explain.unknown_edge": "{edge}: no message travels along such an edge",
    "explain.unknown_node": "{name}: there is no such value in this network",
    "index.out_of_range": "{name}: there is no element {index}: the shape is {shape}",
    "labels.not_leaf": "{op}: labels must be a leaf, with values of its own: got {name}",
    "labels.not_whole": "{op}: labels must be whole numbers: {name}{index} is {got}",
    "labels.out_of_range": "{op}: labels must be 0 to {most}: {name}{index} is {got}",
    "leaf.no_value": "{name}: a leaf needs a value: the document gives none",
    "lesson.unknown": "lesson: there is none called {id!r}",
    "limit.bytes": "document: at most {limit} bytes: got {got}",
    "limit.characters": "{subject}: at most {limit} characters: got {got}",
    "limit.dimensions": "{name}: at most {limit} dimensions: got {got}",
    "limit.elements": "{name}: at most {limit} elements in one array: {shape} has {got}",
    "limit.nesting": "program: at most {limit} levels of nesting in one expression",
    "limit.ops": "program: at most {limit} operations: got more",
    "limit.recorded": "program: at most {limit} recorded elements in a run: this one has {got}",
    "literal.not_finite": "literal: must be finite: {got}",
    "nudge.not_finite": "{name}: the moved number must be finite: {name}{index} would be {got}",
    "nudge.step": "nudge: the step must be a finite number other than 0: got {got}",
    "nudge.too_small": "{name}: a step of {by} does not move {name}{index}, which is {value}",
    "program.assigned_twice": "{name}: a name is assigned once: it was assigned on line {first}",
    "program.empty": "program: expected at least one assignment",
    "program.kind": "program: {got} is not part of the language: write assignments of operations",
    "program.no_input": "{op}: at least one input must be a name: got literals only",
    "program.no_operation": "{name}: an assignment needs an operation: got a {got} alone",
    "program.own_name": "{name}: is used before it is assigned",
    "program.syntax": "program: {reason}",
    "program.target": "program: one name must stand on the left of '=': got {got}",
    "program.unknown_op": "{op}: there is no such operation or layer{hint}",
    "program.wrong_arguments": "{op}: takes {expected}: got {got}: {signature}",
    "roles.kind": "roles: {name} must be input, parameter or target: got {got}",
    "roles.unknown": "roles: {name!r} is no leaf of this program",
    "shape.bias": "{op}: b must have one number an output: W is {W}, b is {b}",
    "shape.broadcast": "{op}: shapes do not broadcast: left {left}, right {right}",
    "shape.broadcast_to": "{op}: {shape} cannot be broadcast to {to}",
    "shape.channels": "{op}: x must have as many channels as W: x {x}, W {W}",
    "shape.dimensions": "{op}: {name} must have {expected} dimensions: got {shape}",
    "shape.features": "{op}: x must have as many features as W has rows: x {x}, W {W}",
    "shape.feature_sizes": "{op}: {name} must have one number a feature: x {x}, {name} {got}",
    "shape.inner_sizes": "{op}: inner sizes differ: left {left}, right {right}",
    "shape.reshape": "{op}: {shape} has {size} elements: they do not fill {to}",
    "shape.reshape_unknown": "{op}: at most one size may be -1: got {to}",
    "shape.sizes": "{op}: sizes must be whole numbers from 1: got {to}",
    "shape.target": "{op}: t must be one-hot of x's shape {x}, or labels {labels}: got {t}",
    "shape.target_same": "{op}: t must have the shape of y: y {y}, t {t}",
    "shape.transpose": "{op}: axes must name each of the {count} axes once: got {axes}",
    "shape.window": "{op}: a window of {window} does not fit into {x} with pad {pad}",
    "upstream.shape": "upstream: must be a number or have the output's shape {output}: got {got}",
    "value.empty": "{name}: an array must have at least one number",
    "value.not_finite": "{name}: numbers must be finite: {name}{index} is {got}",
    "value.not_number": "{name}: expected a number or a nested list of numbers: got {got}",
    "value.ragged": "{name}: rows of one array must be of one length: got {first} and {other}",
    "value.too_large": "{name}: a number is too large for float64",
    "value.unknown_leaf": "{name}: there is no such leaf: the leaves are {leaves}",
    "value.unused": "{name}: a value must be used: the program has no leaf of that name",
}

NOTICES: Mapping[str, str] = {
    "forward.not_finite": "{node}{index} is {value}: {op} of {cause} has no finite result",
    "backward.not_finite": "the message to {target}{index} is {value}: "
    "{op} makes no finite one of {cause}",
    "backward.sum_not_finite": "the gradient of {target}{index} is {value}: "
    "its messages add up to more than a float64 holds",
    "target.row_sum": "{name}: row {row} sums to {sum}, not 1: there the gradient is "
    "({sum} · y − t) / N",
}

MOST_CHARACTERS = 300  # of a name or a list in a sentence
MOST_LISTED = 32


class WhygradError(Exception):
    """Something a person did that cannot be: its code, parameters, and where if that is known.

    `line` and `column` are of the program's text and count from 1.
    """

    def __init__(
        self,
        code: str,
        params: Mapping[str, Any] | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.code = code
        self.params = {name: _shown(value) for name, value in (params or {}).items()}
        self.line = line
        self.column = column
        super().__init__(code)

    @property
    def message(self) -> str:
        """The English sentence."""
        return SENTENCES[self.code].format(**self.params)

    def __str__(self) -> str:
        return self.message

    def at(self, line: int | None, column: int | None = None) -> Self:
        """The same complaint, at a place in the program unless it has one."""
        if self.line is None:
            self.line, self.column = line, column
        return self

    def to_json(self) -> dict[str, Any]:
        """Code, message and parameters, and line and column where they are known."""
        fields: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "params": {name: _plain(value) for name, value in self.params.items()},
        }
        if self.line is not None:
            fields["line"] = self.line
        if self.column is not None:
            fields["column"] = self.column
        return fields


def _shown(value: Any) -> Any:
    """A parameter as it is; what nobody could read at that length is cut."""
    if isinstance(value, list | tuple) and len(value) > MOST_LISTED:
        value = f"({', '.join(map(str, value[:MOST_LISTED]))}, …)"
    if isinstance(value, str) and len(value) > MOST_CHARACTERS:
        return f"{value[:MOST_CHARACTERS]}…"
    return value


def _plain(value: Any) -> Any:
    return value.to_json() if isinstance(value, Word) else value


def error(code: str, **params: Any) -> WhygradError:
    """The complaint of that code, to raise."""
    return WhygradError(code, params)


def notice(code: str, **params: Any) -> dict[str, Any]:
    """Something worth saying that is no error, as it travels: code, message and parameters."""
    return {"code": code, "message": NOTICES[code].format(**params), "params": params}
