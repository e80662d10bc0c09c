"""The records of BatchNormalization and LayerNormalization."""

from __future__ import annotations

from collections.abc import Callable

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import Cell, IndexMap, Partial, Same, Shape, Term, cell, letters
from backprop_core.layer_op import LayerOp, closed
from backprop_core.op import Attribute, BadSample, Sample, always, check_dimensions, register
from backprop_core.words import Word

KEPT = {
    "mu": lambda layer: layer.mu,
    "std": lambda layer: layer.std,
    "xn": lambda layer: layer.xn,
}
DGAMMA = r"\d{gamma} = \sum_{\text{samples}} \d{out} \odot \k{xn}"
DBETA = r"\d{beta} = \sum_{\text{samples}} \d{out}"
FORMULA = r"\v{out} = \v{gamma} \odot \frac{\v{x} - \k{mu}}{\k{std}} + \v{beta}"
BAD_EPS = BadSample(((2, 3), (3,), (3,)), "attribute.kind", {"eps": -1})
BAD_GAMMA = BadSample(((2, 3), (2,), (3,)), "shape.feature_sizes")
BAD_BETA = BadSample(((2, 3), (3,), ()), "shape.feature_sizes")


def _shape(op: str, least: int, most: float, said: str) -> Callable[..., Shape]:
    def shape(x: Shape, gamma: Shape, beta: Shape, eps: float = 0.0) -> Shape:
        check_dimensions(op, "x", x, least, most, said)
        for name, got in (("gamma", gamma), ("beta", beta)):
            if got != x[-1:]:
                raise error("shape.feature_sizes", op=op, name=name, x=x, got=got)
        if eps < 0:
            expected = Word("expected.number_from", least=0)
            raise error("attribute.kind", op=op, name="eps", expected=expected, got=f"{eps:g}")
        return x

    return shape


def _partials(x: Shape, axis: int) -> IndexMap:
    """Each cell along `axis` (0 or the last) depends on every other there, which has label m."""
    names = letters(len(x))
    moved = names[axis]
    other = ["m" if name == moved else name for name in names]
    fixed = [None if name == moved else name for name in names]
    if axis:
        mu, std = (cell(f"kept.{name}", (*x[:-1], 1), fixed) for name in ("mu", "std"))
    else:
        mu, std = (cell(f"kept.{name}", x[1:], names[1:]) for name in ("mu", "std"))
    gamma, beta = (cell(slot, x[-1:], names[-1:]) for slot in ("gamma", "beta"))
    own, xn = cell("x", x, names), cell("kept.xn", x, names)
    X, xn_there = cell("x", x, other), cell("kept.xn", x, other)
    size = x[axis]
    share = Same(moved, "m") - 1.0 / size - xn * xn_there * (1.0 / size)
    return IndexMap(
        labels={**dict(zip(names, x, strict=True)), "m": size},
        out=cell("out", x, names),
        combine="sum",
        terms=(Term((gamma, (own - mu) / std)), Term((beta,))),
        partials={
            "x": Partial(X, (gamma, 1 / std, share)),
            "gamma": Partial(gamma, (Cell("kept.xn", xn.strides),)),
            "beta": Partial(beta, ()),
        },
    )


def _definition(mean: str) -> Callable[..., str]:
    def definition(x: Shape, gamma: Shape, beta: Shape, eps: float) -> str:
        inside = f"var + {eps!r}" if eps else "var"
        return (
            f"mu = mean(x, {mean})\n"
            "xc = x - mu\n"
            f"var = mean(xc**2, {mean})\n"
            f"std = sqrt({inside})\n"
            "xn = xc / std\n"
            "out = gamma * xn + beta"
        )

    return definition


BATCH_NORMALIZATION = register(
    LayerOp(
        name="BatchNormalization",
        slots=("x", "gamma", "beta"),
        symbol="Batch norm",
        doc="Gives each feature mean 0 and standard deviation 1 over the batch, then scales by "
        "gamma and moves by beta. Every sample feels every other; going back, too. x is (N, D), "
        "as in training.",
        shape=_shape("BatchNormalization", 2, 2, "two"),
        form=always(
            closed(
                layers.BatchNormalization,
                ("x", "gamma", "beta"),
                lambda x, gamma, beta, eps: _partials(x, 0),
                FORMULA,
                {
                    "x": r"\d{x} = \frac{\v{gamma}}{\k{std}} \odot \left( \d{out}"
                    r" - \frac{1}{N} \sum \d{out}"
                    r" - \frac{\k{xn}}{N} \odot \sum \d{out} \odot \k{xn} \right)",
                    "gamma": DGAMMA,
                    "beta": DBETA,
                },
                KEPT,
            )
        ),
        attributes=(Attribute("eps", "number", default=1e-7),),
        samples=(
            Sample(((4, 2), (2,), (2,))),
            Sample(((3, 1), (1,), (1,)), {"eps": 0}),
            Sample(((3, 2), (2,), (2,)), {"eps": 0.5}),
        ),
        bad_samples=(
            BadSample(((3,), (3,), (3,)), "shape.dimensions"),
            BadSample(((2, 3, 4, 4), (3,), (3,)), "shape.dimensions"),
            BAD_GAMMA,
            BAD_BETA,
            BAD_EPS,
        ),
        keeps=("mu", "std", "xn"),
        cls=layers.BatchNormalization,
        held=("gamma", "beta"),
        definition=_definition("axis=0"),
    )
)

LAYER_NORMALIZATION = register(
    LayerOp(
        name="LayerNormalization",
        slots=("x", "gamma", "beta"),
        symbol="Layer norm",
        doc="Gives each sample mean 0 and standard deviation 1 over its features, then scales by "
        "gamma and moves by beta. Samples do not mix.",
        shape=_shape("LayerNormalization", 1, float("inf"), "one_or_more"),
        form=always(
            closed(
                layers.LayerNormalization,
                ("x", "gamma", "beta"),
                lambda x, gamma, beta, eps: _partials(x, len(x) - 1 or -1),
                FORMULA,
                {
                    "x": r"\d{x} = \frac{1}{\k{std}} \odot \left( \d{out} \odot \v{gamma}"
                    r" - \frac{1}{D} \sum \d{out} \odot \v{gamma}"
                    r" - \frac{\k{xn}}{D} \odot \sum \d{out} \odot \v{gamma} \odot \k{xn} \right)",
                    "gamma": DGAMMA,
                    "beta": DBETA,
                },
                KEPT,
            )
        ),
        attributes=(Attribute("eps", "number", default=1e-5),),
        samples=(
            Sample(((2, 3), (3,), (3,))),
            Sample(((4,), (4,), (4,)), {"eps": 0}),
            Sample(((2, 2, 3), (3,), (3,)), {"eps": 0.5}),
        ),
        bad_samples=(
            BadSample(((), (3,), (3,)), "shape.dimensions"),
            BAD_GAMMA,
            BAD_BETA,
            BAD_EPS,
        ),
        keeps=("mu", "std", "xn"),
        cls=layers.LayerNormalization,
        held=("gamma", "beta"),
        definition=_definition("axis=-1, keepdims=True"),
    )
)
