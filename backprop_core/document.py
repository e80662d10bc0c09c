"""The network document: a program, the values of its leaves, and what else belongs to them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from backprop_core.errors import error
from backprop_core.index_map import Array
from backprop_core.limits import Limits
from backprop_core.values import frozen, kind_of, owned, replaced, to_array
from backprop_core.words import Word

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

    def __post_init__(self) -> None:
        # Arrays of its own: a caller may go on writing to what it handed in.
        values = {name: owned(array) for name, array in self.values.items()}
        object.__setattr__(self, "values", MappingProxyType(values))
        object.__setattr__(self, "roles", MappingProxyType(dict(self.roles)))
        if self.upstream is not None:
            object.__setattr__(self, "upstream", owned(self.upstream))

    @classmethod
    def loads(cls, text: str | bytes, limits: Limits | None = None) -> Document:
        """Reads a document's JSON text; WhygradError where it is no document."""
        limits = limits or Limits()
        size = len(text.encode("utf-8", "surrogatepass")) if isinstance(text, str) else len(text)
        if size > limits.bytes:
            raise error("limit.bytes", limit=limits.bytes, got=size)
        try:
            fields = json.loads(text, parse_constant=_no_constant)
        except (ValueError, RecursionError) as wrong:
            raise error("document.not_json", reason=str(wrong)) from None
        return cls.from_json(fields, limits)

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
        title = _field(fields, "title", str, Word("expected.text"), "")
        if len(title) > TITLE_CHARACTERS:
            raise error(
                "limit.characters",
                subject=Word("subject.title"),
                limit=TITLE_CHARACTERS,
                got=len(title),
            )
        values = _named(_field(fields, "values", Mapping, Word("expected.object")))
        upstream = fields.get("upstream")
        return cls(
            program=_field(fields, "program", str, Word("expected.text")),
            values={name: to_array(name, value, limits) for name, value in values.items()},
            title=title,
            roles=_roles(_field(fields, "roles", Mapping, Word("expected.object"), {})),
            upstream=None if upstream is None else to_array("upstream", upstream, limits),
            training=_training(fields.get("training"), limits),
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
            fields["training"] = deepcopy(self.training)
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
        return replace(self, values={**self.values, name: array})

    def with_upstream(self, upstream: Array) -> Document:
        """The document with this gradient fed into its output."""
        return replace(self, upstream=upstream)


def _field(fields: Mapping[str, Any], key: str, kind: Any, said: Word, default: Any = ...) -> Any:
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


def _named(given: Mapping[str, Any]) -> dict[str, Any]:
    """By names as Python reads them, in a program too: the micro sign there is the letter mu."""
    found: dict[str, Any] = {}
    for key, value in given.items():
        name = unicodedata.normalize("NFKC", str(key))
        if name in found:
            raise error("value.unused", name=str(key))
        found[name] = value
    return found


def _roles(given: Mapping[str, Any]) -> dict[str, Role]:
    found: dict[str, Role] = _named(given)
    for name, role in found.items():
        if role not in ROLES:
            raise error("roles.kind", name=name, got=kind_of(role))
    return found


def _training(given: Any, limits: Limits) -> Any:
    """A copy; WhygradError where it is nested so deeply that to write it would not end well."""
    level, depth = [given], 0
    while level := [item for items in level for item in _items(items)]:
        depth += 1
        if depth > limits.nesting:
            raise error("document.nesting", key="training", limit=limits.nesting)
    return deepcopy(given)


def _items(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


__all__ = ["FORMAT", "Document", "Limits", "Role", "frozen", "replaced", "to_array"]
