"""The records of the layers that bend each number by itself."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import Cell, IndexMap, Number, Shape, Term, function
from backprop_core.layer_op import LayerOp, closed
from backprop_core.layers.activations import CUBIC, ROOT
from backprop_core.op import Attribute, BadSample, Sample, always, register
from backprop_core.ops.maps import elementwise_map
from backprop_core.words import Word

SAMPLES = (Sample(((),)), Sample(((3,),)), Sample(((2, 3),)), Sample(((2, 2, 2),)))

RELU = register(
    LayerOp(
        name="Relu",
        slots=("x",),
        symbol="Relu",
        doc="Lets positive numbers through and makes the others 0. The switch set going forward "
        "decides what gets through going back.",
        shape=lambda x: x,
        form=always(
            closed(
                layers.Relu,
                ("x",),
                elementwise_map(
                    ("x",),
                    "maximum",
                    lambda x: (Term((Number(0.0),)), Term((x,))),
                    {"x": lambda out, x: (function(">", x, 0.0),)},
                ),
                r"\v{out} = \max(0, \v{x})",
                {"x": r"\d{x} = \d{out} \odot \k{mask}"},
                {"mask": lambda layer: layer.mask.astype(np.float64)},
            )
        ),
        samples=SAMPLES,
        switch=lambda x: x > 0,
        keeps=("mask",),
        cls=layers.Relu,
        definition=lambda x: "out = maximum(0, x)",
    )
)

SIGMOID = register(
    LayerOp(
        name="Sigmoid",
        slots=("x",),
        symbol="Sigmoid",
        doc="Squeezes each number between 0 and 1. Its output is enough for the way back.",
        shape=lambda x: x,
        form=always(
            closed(
                layers.Sigmoid,
                ("x",),
                elementwise_map(
                    ("x",),
                    "sigmoid",
                    lambda x: (Term((x,)),),
                    {"x": lambda out, x: (out, 1 - out)},
                ),
                r"\v{out} = \frac{1}{1 + \exp(-\v{x})}",
                {"x": r"\d{x} = \d{out} \odot \v{out} \odot (1 - \v{out})"},
                {"out": lambda layer: layer.out},
            )
        ),
        samples=SAMPLES,
        keeps=("out",),
        cls=layers.Sigmoid,
        definition=lambda x: "out = 1 / (1 + exp(-x))",
    )
)

TANH = register(
    LayerOp(
        name="Tanh",
        slots=("x",),
        symbol="Tanh",
        doc="Squeezes each number between -1 and 1. Its output is enough for the way back.",
        shape=lambda x: x,
        form=always(
            closed(
                layers.Tanh,
                ("x",),
                elementwise_map(
                    ("x",),
                    "tanh",
                    lambda x: (Term((x,)),),
                    {"x": lambda out, x: (1 - out * out,)},
                ),
                r"\v{out} = \tanh(\v{x})",
                {"x": r"\d{x} = \d{out} \odot (1 - \v{out}^2)"},
                {"out": lambda layer: layer.out},
            )
        ),
        samples=SAMPLES,
        keeps=("out",),
        cls=layers.Tanh,
        definition=lambda x: "out = tanh(x)",
    )
)


def _by_kept(name: str) -> Any:
    """The local derivative, as the layer keeps it for each element."""
    return {"x": lambda out, x: (Cell(f"kept.{name}", out.strides),)}


def _leaky_shape(x: Shape, slope: float = 0.01) -> Shape:
    if slope > 1:
        expected = Word("expected.at_most", most=1)
        raise error("attribute.kind", op="LeakyRelu", name="slope", expected=expected, got=slope)
    return x


def _leaky_partials(x: Shape, slope: float) -> IndexMap:
    terms = elementwise_map(
        ("x",),
        "maximum",
        lambda x: (Term((Number(slope), x)), Term((x,))),
        _by_kept("slope"),
    )
    return terms(x)


LEAKY_RELU = register(
    LayerOp(
        name="LeakyRelu",
        slots=("x",),
        symbol="Leaky Relu",
        doc="Lets positive numbers through, and of the others a small part. At 0 the gradient is "
        "the slope of that part.",
        shape=_leaky_shape,
        form=always(
            closed(
                layers.LeakyRelu,
                ("x",),
                _leaky_partials,
                r"\v{out} = \max(\v{slope} \odot \v{x}, \v{x})",
                {"x": r"\d{x} = \d{out} \odot \k{slope}"},
                {"slope": lambda layer: layer.slope},
            )
        ),
        attributes=(Attribute("slope", "number", default=0.01),),
        samples=(*SAMPLES, Sample(((3,),), {"slope": -0.5})),
        bad_samples=(BadSample(((3,),), "attribute.kind", {"slope": 2}),),
        switch=lambda x, slope: x > 0,
        keeps=("slope",),
        cls=layers.LeakyRelu,
        definition=lambda x, slope: f"out = maximum({slope!r} * x, x)",
    )
)


def _gelu_definition(x: Shape) -> str:
    return f"u = {ROOT!r} * (x + {CUBIC!r} * x**3)\nh = tanh(u)\nout = 0.5 * x * (1 + h)"


GELU = register(
    LayerOp(
        name="Gelu",
        slots=("x",),
        symbol="Gelu",
        doc="A smooth switch: about x for large numbers, about 0 for negative ones. This is its "
        "form by tanh, which stays within 0.0005 of the exact one.",
        shape=lambda x: x,
        form=always(
            closed(
                layers.Gelu,
                ("x",),
                elementwise_map(("x",), "gelu", lambda x: (Term((x,)),), _by_kept("slope")),
                r"\v{out} = \frac{1}{2} \v{x} \odot \left( 1 + \tanh \left( \sqrt{\frac{2}{\pi}}"
                r" (\v{x} + 0.044715 \, \v{x}^3) \right) \right)",
                {"x": r"\d{x} = \d{out} \odot \k{slope}"},
                {"slope": lambda layer: layer.slope},
            )
        ),
        samples=SAMPLES,
        keeps=("slope",),
        cls=layers.Gelu,
        definition=_gelu_definition,
    )
)

SOFTPLUS = register(
    LayerOp(
        name="Softplus",
        slots=("x",),
        symbol="Softplus",
        doc="A Relu without its corner: the logarithm of 1 plus the exponential. Its derivative is "
        "the sigmoid.",
        shape=lambda x: x,
        form=always(
            closed(
                layers.Softplus,
                ("x",),
                elementwise_map(("x",), "softplus", lambda x: (Term((x,)),), _by_kept("sigmoid")),
                r"\v{out} = \ln(1 + \exp(\v{x}))",
                {"x": r"\d{x} = \d{out} \odot \k{sigmoid}"},
                {"sigmoid": lambda layer: np.asarray(layer.sigmoid)},
            )
        ),
        samples=SAMPLES,
        keeps=("sigmoid",),
        cls=layers.Softplus,
        definition=lambda x: "out = log(1 + exp(x))",
    )
)
