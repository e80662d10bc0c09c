"""What an operation is: one frozen record in one place, and the registry OPS of all of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from backprop_core.code import Code, code_of_rules
from backprop_core.errors import error
from backprop_core.index_map import IndexMap, Shape
from backprop_core.words import Word

Attributes: TypeAlias = Mapping[str, Any]
Forward: TypeAlias = Callable[..., Any]
Rule: TypeAlias = Callable[..., Any]
Domain: TypeAlias = Literal["real", "positive", "nonzero", "labels", "one-hot"]


@dataclass(frozen=True)
class Attribute:
    """A literal that an op takes beside its inputs: what it may be, and what it is if absent."""

    name: str
    kind: Literal["axis", "flag", "shape", "axes", "number", "whole"]
    default: Any = None
    required: bool = False

    def checked(self, op: str, value: Any) -> Any:
        """The value in its normal form; WhygradError where it is of another kind."""
        expected, read = _KINDS[self.kind]
        try:
            return read(value)
        except (TypeError, ValueError, OverflowError):
            got = _shown(value)
            raise error(
                "attribute.kind", op=op, name=self.name, expected=expected, got=got
            ) from None


def _shown(value: Any) -> str:
    try:
        return repr(value)[:40]
    except ValueError:  # a number of more digits than Python writes
        return Word("got.number_too_long")


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 2**53:
        raise TypeError
    return value


def _wholes(value: Any) -> tuple[int, ...]:
    return tuple(map(_whole, value)) if isinstance(value, tuple) else (_whole(value),)


def _axis(value: Any) -> int | tuple[int, ...] | None:
    if value is None or not isinstance(value, tuple):
        return None if value is None else _whole(value)
    return _wholes(value)


def _axes(value: Any) -> tuple[int, ...] | None:
    return None if value is None else _wholes(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    if not math.isfinite(value):
        raise ValueError
    return float(value)


_KINDS: Mapping[str, tuple[Word, Callable[[Any], Any]]] = {
    "axis": (Word("expected.axis"), _axis),
    "axes": (Word("expected.axes"), _axes),
    "flag": (Word("expected.flag"), _flag),
    "shape": (Word("expected.wholes"), _wholes),
    "number": (Word("expected.number"), _number),
    "whole": (Word("expected.whole"), _whole),
}


@dataclass(frozen=True, eq=False)
class Form:
    r"""How an op runs for inputs of some dimensions.

    `forward(*inputs, **attributes)` gives the value, `vjp[slot](dout, out, *inputs, **attributes)`
    the message to one input, for the upstream gradient `dout`, before a broadcast is undone (the
    engine does that). `partials(*shapes, **attributes)` gives the index map. Formulas are TeX
    with `\v{slot}` for a value, `\d{slot}` for a gradient and `\k{name}` for what is kept.
    """

    forward: Forward
    vjp: Mapping[str, Rule]
    partials: Callable[..., IndexMap]
    formula: str
    messages: Mapping[str, str]
    # What `partials` needs besides inputs and value, worked out from them, by name: each is
    # rule(out, *inputs, **attributes).
    kept: Mapping[str, Rule] = field(default_factory=dict)
    # Whether inputs are broadcast, so that a rule's message has the value's shape, not the input's.
    broadcasts: bool = False


@dataclass(frozen=True)
class Sample:
    """Inputs that an op takes, by their shapes, with attributes."""

    shapes: tuple[Shape, ...]
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class BadSample:
    """Inputs that an op refuses, and the code of the error."""

    shapes: tuple[Shape, ...]
    code: str
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Op:
    """One operation: everything that is known of it.

    `shape(*shapes, **attributes)` is the shape rule, and raises WhygradError where inputs do not
    fit; `form(*shapes)` is how it runs for inputs of those shapes.
    """

    name: str
    slots: tuple[str, ...]
    symbol: str
    doc: str
    shape: Callable[..., Shape]
    form: Callable[..., Form]
    samples: tuple[Sample, ...]
    bad_samples: tuple[BadSample, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    domains: Mapping[str, Domain] = field(default_factory=dict)  # of a slot; "real" where absent
    internal: bool = False  # stands in definitions only, not in programs
    # What decides which way a number goes, `switch(*inputs, **attributes)`: where it changes, the
    # slope does. None for a smooth op.
    switch: Rule | None = None
    keeps: tuple[str, ...] = ()  # what a layer keeps for the way back, to be seen on it
    # How it runs on many copies of its inputs at once, for an op that is not on each element:
    # `many(shapes, wide, **attributes)` gives a function of the inputs, or None where it has none.
    # Wide inputs have the copies along a new first axis; the value has it too.
    many: Callable[..., Callable[..., Any] | None] | None = None

    @property
    def is_layer(self) -> bool:
        """Whether it has a class and a definition in ops."""
        return False

    @property
    def signature(self) -> str:
        """How it is called: `sum(a, axis=None, keepdims=False)`."""
        named = [a.name if a.required else f"{a.name}={a.default!r}" for a in self.attributes]
        return f"{self.name}({', '.join([*self.slots, *named])})"

    def attributes_of(self, given: Attributes) -> dict[str, Any]:
        """All attributes, given or by default, checked; WhygradError where they are wrong."""
        known = {a.name: a for a in self.attributes}
        for name in given:
            if name not in known:
                raise error("attribute.unknown", op=self.name, name=name, signature=self.signature)
        for name, attribute in known.items():
            if attribute.required and name not in given:
                raise error("attribute.missing", op=self.name, name=name, signature=self.signature)
        return {
            name: a.checked(self.name, given[name]) if name in given else a.default
            for name, a in known.items()
        }

    def evaluate(
        self, form: Form, inputs: Sequence[Any], attributes: Attributes
    ) -> tuple[Any, Any]:
        """The value, and what the way back needs besides (a layer's object; None for an op)."""
        return form.forward(*inputs, **attributes), None

    def messages(
        self,
        form: Form,
        dout: Any,
        out: Any,
        state: Any,
        inputs: Sequence[Any],
        attributes: Attributes,
    ) -> dict[str, Any]:
        """The message to each slot that gets one, before a broadcast is undone."""
        return {slot: rule(dout, out, *inputs, **attributes) for slot, rule in form.vjp.items()}

    def kept(
        self, form: Form, out: Any, state: Any, inputs: Sequence[Any], attributes: Attributes
    ) -> dict[str, Any]:
        """What the index map needs besides inputs and value, by name."""
        return {name: rule(out, *inputs, **attributes) for name, rule in form.kept.items()}

    def code(self, form: Form, out: Shape = (), shapes: Sequence[Shape] = ()) -> Code:
        """The lines of code that run, and which of them runs when.

        For a value of shape `out` and inputs of `shapes`, a line says also how the broadcast of its
        input is undone; without them none is.
        """
        pairs = zip(self.slots, shapes, strict=False) if form.broadcasts else ()
        undone = tuple((slot, undone_text(out, to)) for slot, to in pairs)
        return _code(self.name, form, undone)

    def to_json(self) -> dict[str, Any]:
        """What the API tells of it: signature, formulas for each number of dimensions, text."""
        forms: dict[str, dict[str, Any]] = {}
        for sample in self.samples:
            form = self.form(*sample.shapes)
            forms.setdefault(
                form.formula, {"formula": form.formula, "messages": dict(form.messages)}
            )
        return {
            "name": self.name,
            "kind": "layer" if self.is_layer else "op",
            "signature": self.signature,
            "symbol": self.symbol,
            "slots": list(self.slots),
            "attributes": [
                {"name": a.name, "kind": a.kind, "required": a.required, "default": a.default}
                for a in self.attributes
            ],
            "keeps": list(self.keeps),
            "doc": self.doc,
            "forms": list(forms.values()),
        }


@lru_cache(maxsize=512)
def _code(name: str, form: Form, undone: tuple[tuple[str, str], ...]) -> Code:
    return code_of_rules(name, form.forward, form.vjp, dict(undone))


OPS: dict[str, Op] = {}


def register(op: Op) -> Op:
    """Puts an op into the registry; a name can be taken once."""
    if op.name in OPS:
        raise ValueError(f"{op.name}: an op of that name is there already")
    OPS[op.name] = op
    return op


def always(form: Form) -> Callable[..., Form]:
    """The form of an op that runs the same way whatever the shapes of its inputs."""
    return lambda *_shapes: form


def axes_of(op: str, axis: int | tuple[int, ...] | None, shape: Shape) -> tuple[int, ...]:
    """The axes that `axis` names, from 0, in order; all of them for None."""
    if axis is None:
        return tuple(range(len(shape)))
    named = axis if isinstance(axis, tuple) else (axis,)
    found = []
    for one in named:
        if not -len(shape) <= one < len(shape):
            raise error("attribute.axis", op=op, axis=one, shape=shape)
        found.append(one % len(shape))
    if len(set(found)) < len(found):
        raise error("attribute.axis_twice", op=op, axis=axis)
    return tuple(sorted(found))


def check_dimensions(op: str, name: str, shape: Shape, least: int, most: float, said: str) -> None:
    """WhygradError where a slot's shape has other than `least` to `most` dimensions, in words."""
    if not least <= len(shape) <= most:
        expected = Word(f"dimensions.{said}")
        raise error("shape.dimensions", op=op, name=name, expected=expected, shape=shape)


def broadcast(op: str, *shapes: Shape) -> Shape:
    """The shape that shapes broadcast to, by NumPy's rule; WhygradError where they do not."""
    result: list[int] = []
    for axis in range(1, max(map(len, shapes)) + 1):
        sizes = {shape[-axis] for shape in shapes if len(shape) >= axis} - {1}
        if len(sizes) > 1:
            raise error("shape.broadcast", op=op, left=shapes[0], right=shapes[1])
        result.append(sizes.pop() if sizes else 1)
    return tuple(reversed(result))


def undone_axes(shape: Shape, to: Shape) -> tuple[int, ...]:
    """The axes over which a message of `shape` adds up where `to` was broadcast to it."""
    lead = len(shape) - len(to)
    stretched = (lead + n for n, size in enumerate(to) if size == 1 and shape[lead + n] != 1)
    return (*range(lead), *stretched)


def undone_text(shape: Shape, to: Shape) -> str:
    """What undoes a broadcast of `to`, as code behind a message of `shape`: `.sum(axis=0)`."""
    axes = undone_axes(shape, to)
    if not axes:
        return ""
    axis = str(axes[0] if len(axes) == 1 else axes)
    if len(shape) == len(to):
        return f".sum(axis={axis}, keepdims=True)"
    reshaped = "" if len(axes) == len(shape) - len(to) else f".reshape({to})"
    return f".sum(axis={axis}){reshaped}"


def message_formulas(form: Form, out: Shape, shapes: Mapping[str, Shape]) -> dict[str, str]:
    """The formulas of the messages for a value of shape `out` and inputs of `shapes`, by slot.

    That of the message to an input that was copied adds up over the copies.
    """
    if not form.broadcasts:
        return dict(form.messages)
    copied = {slot for slot, shape in shapes.items() if undone_axes(out, shape)}
    return {slot: _summed(tex) if slot in copied else tex for slot, tex in form.messages.items()}


def _summed(tex: str) -> str:
    if r"\sum" in tex:  # broadcast_to, whose record says so itself
        return tex
    left, right = tex.split(" = ", 1)
    sign = "-" if right.startswith("-") else ""
    return rf"{left} = {sign}\sum_{{\text{{copies}}}} {right.removeprefix('-')}"
