"""Random programs over all ops and layers, safe in their domains and away from kinks.

Each expression is evaluated as it is put together, so that the next op is one that its value can
take: a logarithm of positive numbers, a Relu of none near 0.
"""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from backprop_core.index_map import Array, Shape
from backprop_core.program import parse
from tests.core.reference import evaluated

CLEAR = 1e-3  # the least distance from a kink
LARGE = 30.0
MOST_ELEMENTS = 36
BINARY = ("+", "-", "*", "/", "**")
UNARY = ("-", "exp", "log", "sqrt", "tanh", "sin", "cos", "abs", "Relu", "Sigmoid", "Tanh",
         "LeakyRelu", "Gelu", "Softplus")  # fmt: skip
REDUCED = ("sum", "mean", "max")
MOVED = (".T", "transpose", "reshape", "broadcast_to")
LAYERS = ("Affine", "Softmax", "SoftmaxWithLoss", "CrossEntropyError", "SumSquaredError")
NORMALIZATIONS = {"BatchNormalization": 0, "LayerNormalization": -1}  # and the axis of each
WINDOWS = ("Convolution", "MaxPooling")
KINDS = (
    "binary",
    "maximum",
    "dot",
    "@",
    *UNARY,
    *REDUCED,
    *MOVED,
    *LAYERS,
    *NORMALIZATIONS,
    *WINDOWS,
)


@dataclass(frozen=True)
class RandomProgram:
    """A program with values for its leaves, an upstream gradient and layers to open."""

    text: str
    values: dict[str, Array]
    targets: frozenset[str]
    upstream: Any
    expand: tuple[str, ...]


@dataclass
class _Writer:
    draw: DrawFn
    random: np.random.Generator
    known: dict[str, Any] = field(default_factory=dict)
    leaves: dict[str, Array] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)

    def choose(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    # --- operands -------------------------------------------------------------------------------

    def leaf(self, shape: Shape, *, positive: bool = False) -> str:
        """A new leaf, its numbers away from 0 and from each other."""
        size = math.prod(shape)
        numbers = 0.2 + 1.6 * (self.random.permutation(size) + self.random.random(size)) / size
        signs = 1.0 if positive else self.random.choice([-1.0, 1.0], size)
        return self.given(np.asarray(numbers * signs).reshape(shape))

    def given(self, value: Array) -> str:
        name = f"x{len(self.leaves)}"
        self.known[name] = self.leaves[name] = value
        return name

    def target(self, value: Array) -> str:
        name = self.given(value)
        self.targets.add(name)
        return name

    def operand(self, depth: int) -> str:
        """A name, old or new, or an expression."""
        names = [name for name in self.known if name not in self.targets]
        recent = names[-3:]
        kind = self.choose(["recent", "recent", "any", "expression", "new"])
        if kind == "expression" and depth:
            return self.expression(depth - 1)
        if kind == "new" or not names:
            positive = self.draw(st.booleans())
            return self.leaf(self.draw(st.sampled_from(SHAPES)), positive=positive)
        return str(self.choose(recent if kind == "recent" else names))

    def beside(self, a: str) -> str:
        """An operand that broadcasts with another one, or a literal."""
        shape = self.shape(a)
        fitting = [
            name
            for name in self.known
            if name not in self.targets and _fits(shape, self.shape(name))
        ]
        literal = str(self.choose([2, 0.5, -3.0, 1.25]))
        kind = self.choose(["known", "literal", "new"])
        if kind == "literal" or (kind == "known" and not fitting):
            return literal
        if kind == "known":
            return str(self.choose(fitting))
        own = tuple(1 if self.draw(st.booleans()) else size for size in shape)
        return self.leaf(own[self.draw(st.integers(0, len(own))) :])

    def value(self, text: str) -> Array:
        return np.asarray(evaluated(text, self.known))

    def shape(self, text: str) -> Shape:
        return self.value(text).shape

    # --- expressions ----------------------------------------------------------------------------

    def expression(self, depth: int) -> str:
        """The text of an operation; one that would leave its domain is another instead."""
        a = self.operand(depth)
        kind = self.choose(KINDS)
        text = f"({self.operation(kind, a) or f'{a} * {self.beside(a)}'})"
        value = self.value(text)
        if value.size > MOST_ELEMENTS:
            return f"mean({text})"
        largest = float(np.abs(value).max())
        return f"({text} * {1 / largest:.0e})" if largest > LARGE else text

    def operation(self, kind: str, a: str) -> str | None:
        if kind in UNARY:
            return self.unary(kind, a)
        if kind in REDUCED:
            return self.reduced(kind, a)
        if kind in NORMALIZATIONS:
            return self.normalization(kind, a)
        if kind in WINDOWS:
            return self.windows(kind, a)
        match kind:
            case "binary":
                return self.binary(a)
            case "maximum":
                b = self.beside(a)
                apart = np.abs(self.value(a) - self.value(b)).min() > CLEAR
                return f"maximum({a}, {b})" if apart else None
            case "dot" | "@":
                return self.product(kind, a)
            case "Affine" | "Softmax":
                return self.layer(kind, a)
            case "SoftmaxWithLoss" | "CrossEntropyError" | "SumSquaredError":
                return self.loss(kind, a)
        return self.moved(kind, a)

    def unary(self, kind: str, a: str) -> str | None:
        value = self.value(a)
        if kind in ("log", "sqrt") and value.min() < 0.1:
            return f"{kind}({a} * {a} + 1)"
        if kind in ("abs", "Relu", "LeakyRelu") and np.abs(value).min() < CLEAR:
            return None
        if kind == "exp" and value.max() > 3:
            return f"exp(sin({a}))"
        return f"-{a}" if kind == "-" else f"{kind}({a})"

    def binary(self, a: str) -> str | None:
        b, sign = self.beside(a), self.choose(BINARY)
        if self.draw(st.booleans()):
            a, b = b, a
        left, right = self.value(a), self.value(b)
        if sign == "/" and np.abs(right).min() < 0.1:
            return f"{a} / ({b} * {b} + 1)"
        if sign == "**" and (left.min() < 0.1 or np.abs(right).max() > 3):
            whole = self.choose([2, 3]) if np.abs(left).max() < 5 else 1
            return None if a[0] in "-0123456789" else f"{a} ** {whole}"
        return f"{a} {sign} {b}"

    def product(self, kind: str, a: str) -> str | None:
        shape = self.shape(a)
        if len(shape) not in (1, 2):
            return None
        fitting = [
            name
            for name in self.known
            if name not in self.targets
            and len(self.shape(name)) in (1, 2)
            and self.shape(name)[0] == shape[-1]
        ]
        own = self.choose([(shape[-1],), (shape[-1], 1), (shape[-1], 3)])
        reuse = self.draw(st.booleans())
        b = self.choose(fitting) if reuse and fitting else self.leaf(own)
        return f"dot({a}, {b})" if kind == "dot" else f"{a} @ {b}"

    def reduced(self, kind: str, a: str) -> str | None:
        value = self.value(a)
        axes = range(-value.ndim, value.ndim)
        axis = self.choose([None, *axes, *([(0, -1)] if value.ndim > 1 else [])])
        if kind == "max":
            if axis is None or isinstance(axis, tuple):
                axis = None
            ordered = np.sort(value, axis=axis)
            last = np.moveaxis(ordered, -1 if axis is None else axis, 0)
            if len(last) > 1 and np.abs(last[-1] - last[-2]).min() < CLEAR:
                return None
        keepdims = ", keepdims=True" if self.draw(st.booleans()) else ""
        return f"{kind}({a}{'' if axis is None else f', axis={axis}'}{keepdims})"

    def moved(self, kind: str, a: str) -> str:
        shape = self.shape(a)
        if kind == ".T":
            return f"{a}.T"
        if kind == "transpose":
            return f"transpose({a}, {tuple(self.draw(st.permutations(range(len(shape)))))})"
        if kind == "broadcast_to":
            return f"broadcast_to({a}, {(2, *shape)})" if len(shape) < 4 else f"{a}.T"
        size = math.prod(shape)
        halves = [(2, size // 2)] if size % 2 == 0 else []
        return f"reshape({a}, {self.choose([(-1,), (size, 1), (1, -1, 1), *halves])})"

    def layer(self, kind: str, a: str) -> str | None:
        shape = self.shape(a)
        if not shape:
            return None
        if kind == "Softmax":
            return f"Softmax({a})"
        features = math.prod(shape[1:]) if len(shape) > 1 else shape[0]
        outputs = self.choose([1, 2, 3])
        return f"Affine({a}, {self.leaf((features, outputs))}, {self.leaf((outputs,))})"

    def normalization(self, kind: str, a: str) -> str | None:
        value, axis = self.value(a), NORMALIZATIONS[kind]
        dimensions = (2,) if kind == "BatchNormalization" else (1, 2, 3)
        if value.ndim not in dimensions or value.var(axis=axis).min() < 0.01:
            return None
        features = value.shape[-1:]
        return f"{kind}({a}, {self.leaf(features)}, {self.leaf(features)})"

    def windows(self, kind: str, a: str) -> str | None:
        """Over any numbers, laid out as an image of one or two channels."""
        value = self.value(a)
        if value.size < 4 or value.size % 2:
            return None
        image = f"reshape({a}, {self.choose([(1, 1, 2, -1), (1, 2, 1, -1), (2, 1, 1, -1)])})"
        height, width = self.shape(image)[2:]
        if kind == "Convolution":
            filters = self.choose([1, 2])
            size = (filters, self.shape(image)[1], self.choose([1, height]), min(2, width))
            return f"Convolution({image}, {self.leaf(size)}, {self.leaf((filters,))})"
        flat = np.sort(value, axis=None)
        if np.diff(flat).min() < CLEAR:
            return None
        return f"MaxPooling({image}, height={height}, width={min(2, width)}, stride=1)"

    def loss(self, kind: str, a: str) -> str | None:
        shape = self.shape(a)
        if kind == "SumSquaredError":
            alike = [n for n in self.known if self.shape(n) == shape and n not in self.leaves]
            computed = self.draw(st.booleans())
            given = computed and alike
            t = self.choose(alike) if given else self.target(self.random.normal(size=shape))
            return f"SumSquaredError({a}, {t})"
        if len(shape) not in (1, 2):
            return None
        labels = self.random.integers(0, shape[-1], shape[:-1])
        rows = np.eye(shape[-1])[labels]
        t = self.target(np.asarray(labels if self.draw(st.booleans()) else rows, dtype=float))
        if kind == "SoftmaxWithLoss":
            return f"SoftmaxWithLoss({a}, {t})"
        eps = self.choose(["", ", eps=1e-3"])
        y = a if self.value(a).min() > 0.05 else f"Softmax({a})"
        return f"CrossEntropyError({y}, {t}{eps})"

    # --- lines ----------------------------------------------------------------------------------

    def line(self) -> None:
        self.assign(self.expression(2))

    def summed(self) -> None:
        """A last line in which many values meet, so that what leads nowhere is the exception."""
        names = [f"v{n}" for n in range(len(self.lines)) if self.draw(st.booleans())]
        parts = [f"{self.choose(['sum', 'mean'])}({name})" for name in names]
        if len(parts) > 1:
            self.assign(" + ".join([*parts[:-1], f"0.5 * {parts[-1]}"]))

    def assign(self, expression: str) -> None:
        name = f"v{len(self.lines)}"
        text = ast.unparse(ast.parse(expression))  # only parentheses that are needed
        self.known[name] = evaluated(text, self.known)
        self.lines.append(f"{name} = {text}")


SHAPES: tuple[Shape, ...] = ((), (2,), (3,), (2, 3), (3, 2), (2, 1), (2, 2, 3))


def _fits(shape: Shape, other: Shape) -> bool:
    try:
        return math.prod(np.broadcast_shapes(shape, other)) <= MOST_ELEMENTS
    except ValueError:
        return False


@st.composite
def random_programs(draw: DrawFn) -> RandomProgram:
    """Programs of several lines, some of which may lead nowhere."""
    writer = _Writer(draw, np.random.default_rng(draw(st.integers(0, 2**32 - 1))))
    for _ in range(draw(st.integers(1, 8))):
        writer.line()
    writer.summed()
    text = "\n".join(writer.lines)
    used = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    values = {name: value for name, value in writer.leaves.items() if name in used}
    output = np.asarray(writer.known[f"v{len(writer.lines) - 1}"])
    upstream = draw(
        st.sampled_from([None, 1.5, writer.random.uniform(-2.0, 2.0, output.shape).tolist()])
    )
    expand = tuple(name for name in parse(text).layers if draw(st.booleans()))
    return RandomProgram(text, values, frozenset(writer.targets & used), upstream, expand)
