"""A layer's record: an op with a closed form that its class runs, and a definition in ops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from backprop_core.code import Code, code_of_class
from backprop_core.index_map import Shape
from backprop_core.op import Attributes, Form, Op


@dataclass(frozen=True, eq=False)
class Closed(Form):
    """How a layer runs folded: by its class, whose objects hold some inputs and take the others.

    `forward` is the class itself and `vjp` names the slots that get a message; the messages are
    those of the object's `backward`: `dx` is what it returns, `dW` and `db` its attributes.
    """


@dataclass(frozen=True, eq=False)
class LayerOp(Op):
    """An op that is a layer.

    `held` are the slots its class is made with, the others are handed to `forward`.
    `definition(*shapes, **attributes)` is a program over the slots' names for such inputs; the
    name that a line assigns is the name that the class's forward assigns for the same thing.
    `passes_on` is whether a message inside the definition is `dout` handed on as it arrived.
    """

    cls: type = object
    held: tuple[str, ...] = ()
    definition: Callable[..., str] = str
    passes_on: bool = False

    @property
    def is_layer(self) -> bool:
        """Yes."""
        return True

    @property
    def called(self) -> tuple[str, ...]:
        """The slots that are handed to `forward`."""
        return tuple(slot for slot in self.slots if slot not in self.held)

    def make(self, inputs: Sequence[Any], attributes: Attributes) -> Any:
        """An object of the class, holding what it holds."""
        held = [inputs[self.slots.index(slot)] for slot in self.held]
        return self.cls(*held, **attributes)

    def evaluate(
        self, form: Form, inputs: Sequence[Any], attributes: Attributes
    ) -> tuple[Any, Any]:
        """The value, and the object that made it."""
        layer = self.make(inputs, attributes)
        return layer.forward(*(inputs[self.slots.index(slot)] for slot in self.called)), layer

    def messages(
        self,
        form: Form,
        dout: Any,
        out: Any,
        state: Any,
        inputs: Sequence[Any],
        attributes: Attributes,
    ) -> dict[str, Any]:
        """What the object's `backward` gives."""
        first = state.backward(dout)
        held = {slot: getattr(state, f"d{slot}") for slot in self.held if slot in form.vjp}
        return {self.called[0]: first, **held}

    def kept(
        self, form: Form, out: Any, state: Any, inputs: Sequence[Any], attributes: Attributes
    ) -> dict[str, Any]:
        """What the object keeps, as floats, and what the index map needs besides."""
        return {name: rule(state) for name, rule in form.kept.items()}

    def code(self, form: Form, out: Shape = (), shapes: Sequence[Shape] = ()) -> Code:
        """The methods of the class, whatever the shapes."""
        return code_of_class(self.cls, self.slots)


def closed(
    cls: type,
    slots: Sequence[str],
    partials: Callable[..., Any],
    formula: str,
    messages: dict[str, str],
    kept: dict[str, Callable[[Any], Any]],
) -> Closed:
    """The folded form of a layer whose `slots` get messages."""
    return Closed(cls, dict.fromkeys(slots, cls), partials, formula, messages, kept)


def rows(shape: Shape) -> int:
    """How many samples an array of (N, C) or (C,) holds."""
    return shape[0] if len(shape) > 1 else 1
