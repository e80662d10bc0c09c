"""The records of Convolution and MaxPooling, and of im2col, which stands in their definitions.

Labels: n a sample, c a channel, f a filter; i, j the place of a window, u, v a place in it.
"""

from __future__ import annotations

import math

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import Cell, IndexMap, Partial, Shape, Term, Within, strides
from backprop_core.layer_op import LayerOp, closed
from backprop_core.limits import Limits
from backprop_core.op import (
    Attribute,
    BadSample,
    Form,
    Op,
    Sample,
    always,
    check_dimensions,
    register,
)
from backprop_core.windows import col2im, im2col, places
from backprop_core.words import Word

STRIDE = Attribute("stride", "whole", default=1)
PAD = Attribute("pad", "whole", default=0)
WHERE = r", \quad h = s i + u - p, \; w = s j + v - p"  # of stride s and pad p


def _named(of: str, shape: Shape, names: str) -> Cell:
    """The cell of an array at one label an axis, those of size 1 among them."""
    return Cell(of, dict(zip(names, strides(shape), strict=True)))


def _image(of: str, x: Shape, stride: int, pad: int) -> tuple[Cell, tuple[Within, ...]]:
    """The cell of x that window i, j has at u, v; where there is a rim, only inside of it."""
    n, c, h, w = strides(x)
    moves = {"n": n, "c": c, "i": stride * h, "j": stride * w, "u": h, "v": w}
    within = (
        Within({"i": stride, "u": 1}, -pad, x[2]),
        Within({"j": stride, "v": 1}, -pad, x[3]),
    )
    return Cell(of, moves, -pad * (h + w)), within if pad else ()


def _window_shape(
    op: str, x: Shape, height: int, width: int, stride: int, pad: int
) -> tuple[int, int]:
    """How many windows there are; WhygradError where they are none, or too many."""
    check_dimensions(op, "x", x, 4, 4, "four")
    for name, value, least in (
        ("height", height, 1), ("width", width, 1), ("stride", stride, 1), ("pad", pad, 0)
    ):  # fmt: skip
        if value < least:
            expected = Word("expected.whole_from", least=least)
            raise error("attribute.kind", op=op, name=name, expected=expected, got=value)
    found = places(x, height, width, stride, pad)
    if min(found) < 1:
        raise error("shape.window", op=op, window=(height, width), x=x, pad=pad)
    rows = (x[0] * math.prod(found), x[1] * height * width)
    most = Limits().elements  # the rows of all windows are an array too, and grow fast
    rim = (*x[:2], x[2] + 2 * pad, x[3] + 2 * pad)
    for shape in (rows, rim):
        if math.prod(shape) > most:
            raise error("limit.elements", name=op, limit=most, shape=shape, got=math.prod(shape))
    return found


def _im2col_shape(x: Shape, height: int, width: int, stride: int = 1, pad: int = 0) -> Shape:
    found = _window_shape("im2col", x, height, width, stride, pad)
    return (x[0] * math.prod(found), x[1] * height * width)


def _im2col_partials(x: Shape, height: int, width: int, stride: int, pad: int) -> IndexMap:
    OH, OW = places(x, height, width, stride, pad)
    X, within = _image("x", x, stride, pad)
    return IndexMap(
        labels={"n": x[0], "i": OH, "j": OW, "c": x[1], "u": height, "v": width},
        out=_named("out", (x[0], OH, OW, x[1], height, width), "nijcuv"),
        combine="sum",
        terms=(Term((X,)),),
        partials={"x": Partial(X, ())},
        within=within,
    )


IM2COL = register(
    Op(
        name="im2col",
        slots=("x",),
        symbol="im2col",
        doc="Each window of an image as a row, with zeros around the image. Going back, what a "
        "number got in all the windows that it lies in adds up.",
        shape=_im2col_shape,
        form=always(
            Form(
                forward=lambda x, height, width, stride, pad: im2col(x, height, width, stride, pad),
                vjp={
                    "x": lambda dout, out, x, height, width, stride, pad: col2im(
                        dout, x.shape, height, width, stride, pad
                    ),
                },
                partials=_im2col_partials,
                formula=r"\v{out} = \operatorname{im2col}(\v{x})",
                messages={"x": r"\d{x} = \operatorname{col2im}(\d{out})"},
            )
        ),
        attributes=(
            Attribute("height", "whole", required=True),
            Attribute("width", "whole", required=True),
            STRIDE,
            PAD,
        ),
        samples=(
            Sample(((1, 1, 3, 3),), {"height": 2, "width": 2}),
            Sample(((2, 2, 3, 2),), {"height": 3, "width": 2, "stride": 2, "pad": 1}),
        ),
        bad_samples=(
            BadSample(((3, 3),), "shape.dimensions", {"height": 2, "width": 2}),
            BadSample(((1, 1, 3, 3),), "attribute.kind", {"height": 0, "width": 2}),
            BadSample(((1, 1, 3, 3),), "attribute.kind", {"height": 2, "width": 2, "stride": 0}),
            BadSample(((1, 1, 3, 3),), "shape.window", {"height": 4, "width": 2}),
        ),
        internal=True,
    )
)


def _convolution_shape(x: Shape, W: Shape, b: Shape, stride: int = 1, pad: int = 0) -> Shape:
    op = "Convolution"
    for name, shape in (("x", x), ("W", W)):
        check_dimensions(op, name, shape, 4, 4, "four")
    if x[1] != W[1]:
        raise error("shape.channels", op=op, x=x, W=W)
    if b != W[:1]:
        raise error("shape.bias", op=op, W=W, b=b)
    return (x[0], W[0], *_window_shape(op, x, W[2], W[3], stride, pad))


def _convolution_partials(x: Shape, W: Shape, b: Shape, stride: int, pad: int) -> IndexMap:
    OH, OW = places(x, W[2], W[3], stride, pad)
    X, within = _image("x", x, stride, pad)
    weight, bias = _named("W", W, "fcuv"), _named("b", b, "f")
    sizes = (x[0], W[0], OH, OW, *W[1:])
    return IndexMap(
        labels=dict(zip("nfijcuv", sizes, strict=True)),
        out=_named("out", sizes[:4], "nfij"),
        combine="sum",
        terms=(Term((X, weight), over=("c", "u", "v")), Term((bias,))),
        partials={
            "x": Partial(X, (weight,)),
            "W": Partial(weight, (X,)),
            "b": Partial(bias, ()),
        },
        within=within,
    )


def _convolution_definition(x: Shape, W: Shape, b: Shape, stride: int, pad: int) -> str:
    OH, OW = places(x, W[2], W[3], stride, pad)
    FN, C, FH, FW = W
    return (
        f"col = im2col(x, height={FH}, width={FW}, stride={stride}, pad={pad})\n"
        f"col_W = transpose(reshape(W, ({FN}, {C * FH * FW})))\n"
        "rows = dot(col, col_W) + b\n"
        f"out = transpose(reshape(rows, ({x[0]}, {OH}, {OW}, {FN})), (0, 3, 1, 2))"
    )


CONVOLUTION = register(
    LayerOp(
        name="Convolution",
        slots=("x", "W", "b"),
        symbol="Convolution",
        doc="Slides each filter over the image and adds up the products, plus a bias. One weight "
        "is used in every window, so its gradient adds up over all of them.",
        shape=_convolution_shape,
        form=always(
            closed(
                layers.Convolution,
                ("x", "W", "b"),
                _convolution_partials,
                r"\v{out}_{n f i j} = \sum_{c, u, v} \v{x}_{n c h w} \, \v{W}_{f c u v}"
                r" + \v{b}_{f}" + WHERE,
                {
                    "x": r"\d{x}_{n c h w} = \sum_{f, i, j} \d{out}_{n f i j} \, \v{W}_{f c u v}",
                    "W": r"\d{W}_{f c u v} = \sum_{n, i, j} \d{out}_{n f i j} \, \v{x}_{n c h w}",
                    "b": r"\d{b}_{f} = \sum_{n, i, j} \d{out}_{n f i j}",
                },
                {},
            )
        ),
        attributes=(STRIDE, PAD),
        samples=(
            Sample(((1, 1, 3, 3), (1, 1, 2, 2), (1,))),
            Sample(((2, 2, 3, 4), (2, 2, 2, 3), (2,)), {"stride": 2, "pad": 1}),
            Sample(((1, 1, 1, 1), (1, 1, 1, 1), (1,)), {"stride": 3, "pad": 1}),
        ),
        bad_samples=(
            BadSample(((3, 3), (1, 1, 2, 2), (1,)), "shape.dimensions"),
            BadSample(((1, 1, 3, 3), (2, 2), (1,)), "shape.dimensions"),
            BadSample(((1, 2, 3, 3), (1, 1, 2, 2), (1,)), "shape.channels"),
            BadSample(((1, 1, 3, 3), (1, 1, 2, 2), (2,)), "shape.bias"),
            BadSample(((1, 1, 3, 3), (1, 1, 4, 2), (1,)), "shape.window"),
            BadSample(((1, 1, 3, 3), (1, 1, 2, 2), (1,)), "attribute.kind", {"stride": 0}),
            BadSample(((1, 1, 3, 3), (1, 1, 2, 2), (1,)), "attribute.kind", {"pad": -1}),
        ),
        cls=layers.Convolution,
        held=("W", "b"),
        definition=_convolution_definition,
    )
)


def _pooling_shape(
    x: Shape, height: int = 2, width: int = 2, stride: int = 2, pad: int = 0
) -> Shape:
    return (*x[:2], *_window_shape("MaxPooling", x, height, width, stride, pad))


def _pooling_partials(x: Shape, height: int, width: int, stride: int, pad: int) -> IndexMap:
    OH, OW = places(x, height, width, stride, pad)
    X, within = _image("x", x, stride, pad)
    pools = (x[0], OH, OW, x[1], height, width)
    labels = {"n": x[0], "c": x[1], "i": OH, "j": OW, "u": height, "v": width}
    term = Term((X,), over=("u", "v"))
    if pad:  # the zeros around x are among what the maximum is of, and are cells of no input
        labels |= {"p": height, "q": width}
        term = Term((_named("kept.pools", pools, "nijcpq"),), over=("p", "q"))
    return IndexMap(
        labels=labels,
        out=_named("out", (*x[:2], OH, OW), "ncij"),
        combine="maximum",
        terms=(term,),
        partials={"x": Partial(X, (_named("kept.winner", pools, "nijcuv"),))},
        within=within,
    )


def _pooling_definition(x: Shape, height: int, width: int, stride: int, pad: int) -> str:
    OH, OW = places(x, height, width, stride, pad)
    return (
        f"col = im2col(x, height={height}, width={width}, stride={stride}, pad={pad})\n"
        f"pools = reshape(col, (-1, {height * width}))\n"
        "top = max(pools, axis=1)\n"
        f"out = transpose(reshape(top, ({x[0]}, {OH}, {OW}, {x[1]})), (0, 3, 1, 2))"
    )


MAX_POOLING = register(
    LayerOp(
        name="MaxPooling",
        slots=("x",),
        symbol="Max pooling",
        doc="Keeps the largest number of each window. Going back, that one alone gets what "
        "arrived; a tie goes to the first. Padding is with zeros, which count.",
        shape=_pooling_shape,
        form=always(
            closed(
                layers.MaxPooling,
                ("x",),
                _pooling_partials,
                r"\v{out}_{n c i j} = \max_{u, v} \v{x}_{n c h w}" + WHERE,
                {
                    "x": r"\d{x}_{n c h w} = \sum_{i, j} \begin{cases} \d{out}_{n c i j} &"
                    r" \v{x}_{n c h w} = \v{out}_{n c i j} \; \text{(the first)} \\"
                    r" 0 & \text{otherwise} \end{cases}",
                },
                {
                    "winner": lambda layer: layer.winner.astype(float),
                    "pools": lambda layer: layer.pools,
                },
            )
        ),
        attributes=(
            Attribute("height", "whole", default=2),
            Attribute("width", "whole", default=2),
            Attribute("stride", "whole", default=2),
            PAD,
        ),
        samples=(
            Sample(((1, 1, 4, 4),)),
            Sample(((2, 2, 3, 3),), {"height": 2, "width": 3, "stride": 1}),
            Sample(((1, 2, 3, 2),), {"pad": 1, "stride": 1}),
        ),
        bad_samples=(
            BadSample(((4, 4),), "shape.dimensions"),
            BadSample(((1, 1, 1, 4),), "shape.window"),
            BadSample(((1, 1, 4, 4),), "attribute.kind", {"width": 0}),
        ),
        switch=lambda x, height, width, stride, pad: (
            im2col(x, height, width, stride, pad).reshape(-1, height * width).argmax(axis=1)
        ),
        keeps=("winner",),
        cls=layers.MaxPooling,
        definition=_pooling_definition,
    )
)
