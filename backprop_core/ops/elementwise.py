"""Operations on each element by itself, with NumPy's broadcasting.

The derivatives are those of any calculus book; `dout` is the upstream gradient.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.index_map import Cell, Expr, Number, Shape, Term, function
from backprop_core.op import BadSample, Form, Op, Sample, always, broadcast, register
from backprop_core.ops.maps import elementwise_map, unary_map

SHAPES = (
    Sample(((), ())),
    Sample(((3,), (3,))),
    Sample(((2, 3), (2, 3))),
    Sample(((2, 3), (3,))),
    Sample(((3,), (2, 3))),
    Sample(((2, 1), (1, 3))),
    Sample(((2, 3), ())),
    Sample(((2, 1, 3), (4, 1))),
)
MISFITS = (
    BadSample(((2, 3), (2,)), "shape.broadcast"),
    BadSample(((2, 3), (3, 2)), "shape.broadcast"),
)
UNARY = (Sample(((),)), Sample(((3,),)), Sample(((2, 3),)), Sample(((2, 1, 2),)))


def _same(shape: Shape) -> Shape:
    return shape


def _fits(op: str) -> Any:
    return lambda a, b: broadcast(op, a, b)


def _product(a: Cell, b: Cell) -> tuple[Term, ...]:
    return (Term((a, b)),)


def _both(a: Cell, b: Cell) -> tuple[Term, ...]:
    return (Term((a,)), Term((b,)))


def _unary(
    name: str, formula: str, message: str, doc: str, form: tuple[Any, Any, Any], **more: Any
) -> Op:
    """An op of one input: (forward, rule of the message, index map)."""
    forward, rule, partials = form
    return register(
        Op(
            name=name,
            slots=("a",),
            symbol=more.pop("symbol", name),
            doc=doc,
            shape=_same,
            form=always(Form(forward, {"a": rule}, partials, formula, {"a": message})),
            samples=UNARY,
            **more,
        )
    )


ADD = register(
    Op(
        name="add",
        slots=("a", "b"),
        symbol="+",
        doc="Adds element by element. Going back it copies: each input gets what arrived.",
        shape=_fits("add"),
        form=always(
            Form(
                forward=lambda a, b: a + b,
                vjp={
                    "a": lambda dout, out, a, b: dout,
                    "b": lambda dout, out, a, b: dout,
                },
                partials=elementwise_map(
                    ("a", "b"), "sum", _both, {"a": lambda out, a, b: (), "b": lambda out, a, b: ()}
                ),
                formula=r"\v{out} = \v{a} + \v{b}",
                messages={"a": r"\d{a} = \d{out}", "b": r"\d{b} = \d{out}"},
                broadcasts=True,
            )
        ),
        samples=SHAPES,
        bad_samples=MISFITS,
    )
)

SUB = register(
    Op(
        name="sub",
        slots=("a", "b"),
        symbol="−",
        doc="Subtracts element by element. Going back, b gets what arrived with its sign turned.",
        shape=_fits("sub"),
        form=always(
            Form(
                forward=lambda a, b: a - b,
                vjp={
                    "a": lambda dout, out, a, b: dout,
                    "b": lambda dout, out, a, b: -dout,
                },
                partials=elementwise_map(
                    ("a", "b"),
                    "sum",
                    lambda a, b: (Term((a,)), Term((Number(-1.0), b))),
                    {"a": lambda out, a, b: (), "b": lambda out, a, b: (Number(-1.0),)},
                ),
                formula=r"\v{out} = \v{a} - \v{b}",
                messages={"a": r"\d{a} = \d{out}", "b": r"\d{b} = -\d{out}"},
                broadcasts=True,
            )
        ),
        samples=SHAPES,
        bad_samples=MISFITS,
    )
)

MUL = register(
    Op(
        name="mul",
        slots=("a", "b"),
        symbol="×",
        doc="Multiplies element by element. Going back, each input gets what arrived times the "
        "other input.",
        shape=_fits("mul"),
        form=always(
            Form(
                forward=lambda a, b: a * b,
                vjp={
                    "a": lambda dout, out, a, b: dout * b,
                    "b": lambda dout, out, a, b: dout * a,
                },
                partials=elementwise_map(
                    ("a", "b"),
                    "sum",
                    _product,
                    {"a": lambda out, a, b: (b,), "b": lambda out, a, b: (a,)},
                ),
                formula=r"\v{out} = \v{a} \odot \v{b}",
                messages={
                    "a": r"\d{a} = \d{out} \odot \v{b}",
                    "b": r"\d{b} = \d{out} \odot \v{a}",
                },
                broadcasts=True,
            )
        ),
        samples=SHAPES,
        bad_samples=MISFITS,
    )
)

DIV = register(
    Op(
        name="div",
        slots=("a", "b"),
        symbol="÷",
        doc="Divides element by element.",
        shape=_fits("div"),
        form=always(
            Form(
                forward=lambda a, b: a / b,
                vjp={
                    "a": lambda dout, out, a, b: dout / b,
                    "b": lambda dout, out, a, b: -dout * out / b,
                },
                partials=elementwise_map(
                    ("a", "b"),
                    "quotient",
                    _both,
                    {"a": lambda out, a, b: (1 / b,), "b": lambda out, a, b: (-out / b,)},
                ),
                formula=r"\v{out} = \frac{\v{a}}{\v{b}}",
                messages={
                    "a": r"\d{a} = \frac{\d{out}}{\v{b}}",
                    "b": r"\d{b} = -\d{out} \odot \frac{\v{out}}{\v{b}}",
                },
                broadcasts=True,
            )
        ),
        samples=SHAPES,
        bad_samples=MISFITS,
        domains={"b": "nonzero"},
    )
)

POW = register(
    Op(
        name="pow",
        slots=("a", "b"),
        symbol="^",
        doc="Raises a to the power b, element by element.",
        shape=_fits("pow"),
        form=always(
            Form(
                forward=lambda a, b: np.power(a, b),
                vjp={
                    "a": lambda dout, out, a, b: dout * b * np.power(a, b - 1),
                    "b": lambda dout, out, a, b: dout * out * np.log(a),
                },
                partials=elementwise_map(
                    ("a", "b"),
                    "power",
                    _both,
                    {
                        "a": lambda out, a, b: (b, a ** (b - 1)),
                        "b": lambda out, a, b: (out, function("log", a)),
                    },
                ),
                formula=r"\v{out} = \v{a}^{\v{b}}",
                messages={
                    "a": r"\d{a} = \d{out} \odot \v{b} \odot \v{a}^{\v{b} - 1}",
                    "b": r"\d{b} = \d{out} \odot \v{out} \odot \ln \v{a}",
                },
                broadcasts=True,
            )
        ),
        samples=SHAPES,
        bad_samples=MISFITS,
        domains={"a": "positive"},
    )
)

MAXIMUM = register(
    Op(
        name="maximum",
        slots=("a", "b"),
        symbol="max",
        doc="The larger of two, element by element. Going back, only the larger gets what "
        "arrived; a tie goes to the first.",
        shape=_fits("maximum"),
        form=always(
            Form(
                forward=lambda a, b: np.maximum(a, b),
                vjp={
                    "a": lambda dout, out, a, b: np.where(a >= b, dout, 0.0),
                    "b": lambda dout, out, a, b: np.where(b > a, dout, 0.0),
                },
                partials=elementwise_map(
                    ("a", "b"),
                    "maximum",
                    _both,
                    {
                        "a": lambda out, a, b: (function(">=", a, b),),
                        "b": lambda out, a, b: (function(">", b, a),),
                    },
                ),
                formula=r"\v{out} = \max(\v{a}, \v{b})",
                messages={
                    "a": r"\d{a} = \begin{cases} \d{out} & \v{a} \ge \v{b} \\"
                    r" 0 & \text{otherwise} \end{cases}",
                    "b": r"\d{b} = \begin{cases} \d{out} & \v{b} > \v{a} \\"
                    r" 0 & \text{otherwise} \end{cases}",
                },
                broadcasts=True,
            )
        ),
        switch=lambda a, b: a >= b,
        samples=SHAPES,
        bad_samples=MISFITS,
    )
)

NEG = _unary(
    "neg",
    r"\v{out} = -\v{a}",
    r"\d{a} = -\d{out}",
    "Turns the sign.",
    (
        lambda a: -a,
        lambda dout, out, a: -dout,
        elementwise_map(
            ("a",),
            "sum",
            lambda a: (Term((Number(-1.0), a)),),
            {"a": lambda out, a: (Number(-1.0),)},
        ),
    ),
    symbol="−",
)


def _exp(out: Cell, a: Cell) -> Expr:
    return out


EXP = _unary(
    "exp",
    r"\v{out} = \exp(\v{a})",
    r"\d{a} = \d{out} \odot \v{out}",
    "The exponential function, which is its own derivative.",
    (
        lambda a: np.exp(a),
        lambda dout, out, a: dout * out,
        unary_map("exp", _exp),
    ),
)

LOG = _unary(
    "log",
    r"\v{out} = \ln(\v{a})",
    r"\d{a} = \frac{\d{out}}{\v{a}}",
    "The natural logarithm.",
    (
        lambda a: np.log(a),
        lambda dout, out, a: dout / a,
        unary_map("log", lambda out, a: 1 / a),
    ),
    domains={"a": "positive"},
)

SQRT = _unary(
    "sqrt",
    r"\v{out} = \sqrt{\v{a}}",
    r"\d{a} = \frac{\d{out}}{2 \v{out}}",
    "The square root.",
    (
        lambda a: np.sqrt(a),
        lambda dout, out, a: dout / (2 * out),
        unary_map("sqrt", lambda out, a: 1 / (out * 2)),
    ),
    domains={"a": "positive"},
)

TANH = _unary(
    "tanh",
    r"\v{out} = \tanh(\v{a})",
    r"\d{a} = \d{out} \odot (1 - \v{out}^2)",
    "The hyperbolic tangent; its output is enough for the way back.",
    (
        lambda a: np.tanh(a),
        lambda dout, out, a: dout * (1 - out * out),
        unary_map("tanh", lambda out, a: 1 - out * out),
    ),
)

SIN = _unary(
    "sin",
    r"\v{out} = \sin(\v{a})",
    r"\d{a} = \d{out} \odot \cos(\v{a})",
    "The sine.",
    (
        lambda a: np.sin(a),
        lambda dout, out, a: dout * np.cos(a),
        unary_map("sin", lambda out, a: function("cos", a)),
    ),
)

COS = _unary(
    "cos",
    r"\v{out} = \cos(\v{a})",
    r"\d{a} = -\d{out} \odot \sin(\v{a})",
    "The cosine.",
    (
        lambda a: np.cos(a),
        lambda dout, out, a: -dout * np.sin(a),
        unary_map("cos", lambda out, a: -function("sin", a)),
    ),
)

ABS = _unary(
    "abs",
    r"\v{out} = |\v{a}|",
    r"\d{a} = \d{out} \odot \operatorname{sign}(\v{a})",
    "The absolute value; at 0 its gradient is 0.",
    (
        lambda a: np.abs(a),
        lambda dout, out, a: dout * np.sign(a),
        unary_map("abs", lambda out, a: function("sign", a)),
    ),
    switch=lambda a: np.sign(a),
)
