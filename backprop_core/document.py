"""The network document: a program, the values of its leaves, and what else belongs to them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

import numpy as np

from backprop_core.errors import error
from backprop_core.index_map import Array, Shape
from backprop_core.limits import Limits

FORMAT = 1
KEYS = ("format", "title", "program", "values", "roles", "training", "upstream")
TITLE_CHARACTERS = 300

Role: TypeAlias = Literal["input", "parameter", "target"]
ROLES: tuple[Role, ...] = ("input", "parameter", "target")


@dataclass(frozen=True)
class Document:
    """A network, ready to be built: nothing in it ever changes, and its arrays are read-only."""

    program: str
    values: Mapping[str, Array]
    title: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)
    upstream: Array | None = None
    training: Any = None

    @classmethod
    def loads(cls, text: str | bytes, limits: Limits | None = None) -> Document:
        """Reads a document's JSON text; WhygradError where it is no document."""
        limits = limits or Limits()
        if len(text) > limits.bytes:
            raise error("limit.bytes", limit=limits.bytes, got=len(text))
        try:
            return cls.from_json(json.loads(text, parse_constant=_no_constant), limits)
        except (ValueError, RecursionError) as wrong:
            raise error("document.not_json", reason=str(wrong)) from None

    @classmethod
    def from_json(cls, fields: Any, limits: Limits | None = None) -> Document:
        """Reads a document from what JSON gives; arrays may be NumPy's already."""
        limits = limits or Limits()
        if not isinstance(fields, Mapping):
            raise error("document.not_object", got=kind_of(fields))
        for key in fields:
            if key not in KEYS:
                raise error("document.unknown_key", key=str(key)[:80], expected=", ".join(KEYS))
        _check_format(fields)
        title = _field(fields, "title", str, "a text", "")
        if len(title) > TITLE_CHARACTERS:
            raise error("limit.characters", subject="title", limit=TITLE_CHARACTERS, got=len(title))
        values = _field(fields, "values", Mapping, "an object")
        upstream = fields.get("upstream")
        return cls(
            program=_field(fields, "program", str, "a text"),
            values=MappingProxyType(
                {str(name): to_array(str(name), value, limits) for name, value in values.items()}
            ),
            title=title,
            roles=_roles(_field(fields, "roles", Mapping, "an object", {})),
            upstream=None if upstream is None else to_array("upstream", upstream, limits),
            training=fields.get("training"),
        )

    def to_json(self) -> dict[str, Any]:
        """The document as JSON has it; keys that say nothing are left out."""
        fields: dict[str, Any] = {"format": FORMAT}
        if self.title:
            fields["title"] = self.title
        fields["program"] = self.program
        fields["values"] = {name: array.tolist() for name, array in self.values.items()}
        if self.roles:
            fields["roles"] = dict(self.roles)
        if self.training is not None:
            fields["training"] = self.training
        if self.upstream is not None:
            fields["upstream"] = self.upstream.tolist()
        return fields

    def dumps(self) -> str:
        """The document as a file has it."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=1)

    def with_value(self, name: str, index: Sequence[int], value: float) -> Document:
        """The document with one number of a leaf replaced."""
        if name not in self.values:
            raise error("value.unknown_leaf", name=name, leaves=", ".join(self.values))
        array = replaced(name, self.values[name], index, value)
        return replace(self, values=MappingProxyType({**self.values, name: array}))

    def with_values(self, values: Mapping[str, Array]) -> Document:
        """The document with these values for its leaves."""
        return replace(self, values=MappingProxyType(dict(values)))

    def with_upstream(self, upstream: Array) -> Document:
        """The document with this gradient fed into its output."""
        return replace(self, upstream=frozen(upstream))

    def with_program(self, program: str) -> Document:
        """The document with another program."""
        return replace(self, program=program)


def replaced(name: str, array: Array, index: Sequence[int], value: float) -> Array:
    """A copy of an array with one number replaced; WhygradError where there is no such element."""
    at = tuple(index)
    fits = len(at) == array.ndim and all(
        0 <= n < size for n, size in zip(at, array.shape, strict=True)
    )
    if not fits:
        raise error("index.out_of_range", name=name, index=list(at), shape=array.shape)
    if not np.isfinite(value):
        raise error("value.not_finite", name=name, index=list(at), got=str(value))
    copy = array.copy()
    copy[at] = value
    return frozen(copy)


def frozen(array: Array) -> Array:
    """The array, never to be written again."""
    array.flags.writeable = False
    return array


def to_array(name: str, value: Any, limits: Limits | None = None) -> Array:
    """A number or a nested list of numbers as a read-only float64 array of its own."""
    limits = limits or Limits()
    if isinstance(value, np.ndarray):
        return _finite(name, _within(name, value.shape, limits), np.asarray(value, np.float64))
    shape, flat = _flattened(name, value, limits)
    _within(name, shape, limits)
    try:
        return _finite(name, shape, np.array(flat, dtype=np.float64))
    except OverflowError:
        raise error("value.too_large", name=name) from None


def _within(name: str, shape: Shape, limits: Limits) -> Shape:
    size = int(np.prod(shape, dtype=object)) if shape else 1
    if len(shape) > limits.dimensions:
        raise error("limit.dimensions", name=name, limit=limits.dimensions, got=len(shape))
    if size == 0:
        raise error("value.empty", name=name)
    if size > limits.elements:
        raise error("limit.elements", name=name, limit=limits.elements, shape=shape, got=size)
    return shape


def _finite(name: str, shape: Shape, array: Array) -> Array:
    array = np.array(array.reshape(shape))  # owns its data, so that nobody else can write to it
    if not np.isfinite(array).all():
        index = [int(n) for n in np.argwhere(~np.isfinite(array))[0]]
        raise error("value.not_finite", name=name, index=index, got=str(array[tuple(index)]))
    return frozen(array)


def _flattened(name: str, value: Any, limits: Limits) -> tuple[Shape, list[Any]]:
    """The shape of a nested list and its numbers, level by level, whatever its depth."""
    shape: list[int] = []
    level: list[Any] = [value]
    while isinstance(level[0], list | tuple):
        lengths = {len(item) if isinstance(item, list | tuple) else -1 for item in level}
        if -1 in lengths:
            raise error("value.not_number", name=name, got="numbers and lists side by side")
        if len(lengths) > 1:
            first, other = sorted(lengths)[:2]
            raise error("value.ragged", name=name, first=first, other=other)
        if lengths == {0}:
            raise error("value.empty", name=name)
        shape.append(lengths.pop())
        if len(shape) > limits.dimensions:
            raise error("limit.dimensions", name=name, limit=limits.dimensions, got="more")
        level = list(chain.from_iterable(level))
    for kind in set(map(type, level)):
        if kind is bool or not issubclass(kind, int | float | np.number):
            bad = next(item for item in level if type(item) is kind)
            if issubclass(kind, list | tuple):
                raise error("value.not_number", name=name, got="numbers and lists side by side")
            raise error("value.not_number", name=name, got=kind_of(bad))
    return tuple(shape), level


def kind_of(value: Any) -> str:
    """What a person would call a JSON value."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {value[:40]!r}"
        case int() | float():
            return f"the number {value!r}"[:60]
        case list() | tuple():
            return "a list"
        case Mapping():
            return "an object"
    return f"a {type(value).__name__}"


def _field(fields: Mapping[str, Any], key: str, kind: Any, said: str, default: Any = ...) -> Any:
    if key not in fields:
        if default is ...:
            raise error("document.missing", key=key)
        return default
    if not isinstance(fields[key], kind):
        raise error("document.kind", key=key, expected=said, got=kind_of(fields[key]))
    return fields[key]


def _check_format(fields: Mapping[str, Any]) -> None:
    if "format" not in fields:
        raise error("document.missing", key="format")
    got = fields["format"]
    if isinstance(got, bool) or not isinstance(got, int) or got < 1:
        raise error("document.format_kind", got=kind_of(got))
    if got > FORMAT:
        raise error("document.format", newest=FORMAT, got=got)


def _roles(given: Mapping[str, Any]) -> Mapping[str, Role]:
    for name, role in given.items():
        if role not in ROLES:
            raise error("roles.kind", name=name, got=kind_of(role))
    return MappingProxyType(dict(given))


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


__all__ = ["FORMAT", "Document", "Limits", "Role", "frozen", "replaced", "to_array"]
