"""The records of the activations that came after the textbook: LeakyRelu, Gelu, Softplus."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import Cell, IndexMap, Number, Shape, Term
from backprop_core.layer_op import LayerOp, closed
from backprop_core.layers.activations import CUBIC, ROOT
from backprop_core.op import Attribute, BadSample, Sample, always, register
from backprop_core.ops.maps import elementwise_map
from backprop_core.words import Word

SAMPLES = (Sample(((),)), Sample(((3,),)), Sample(((2, 3),)), Sample(((2, 2, 2),)))


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
