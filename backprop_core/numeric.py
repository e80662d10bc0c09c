"""Nudges: move one number, run what comes after it again, compare the slope with the gradient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from backprop_core.errors import error
from backprop_core.graph import Graph
from backprop_core.index_map import Array
from backprop_core.network import Network
from backprop_core.run import Run
from backprop_core.values import flat_position

# The best step of a central difference in float64 is about the cube root of its precision.
BEST_STEP = 6e-6
ROUNDING = 2.0**-52
CLOSE = 1e-6
ALIKE = 0.01

Verdict = Literal["agrees", "kink", "step_too_large", "step_too_small", "differs", "not_finite"]


@dataclass(frozen=True)
class Nudge:
    """What became of the loss when one element was moved by `by`.

    `slope` is (after - before) / by, `central` the central difference with the step that is best
    for it, `relative_error` how far that is from the gradient. `moved` has the new value of every
    node that moved. `kink` names the node whose switch lies between, if one does.
    """

    before: float
    after: float
    by: float
    slope: float
    gradient: float
    central: float
    relative_error: float
    verdict: Verdict
    kink: str | None
    moved: Mapping[str, Array]


def relative_error(one: float, other: float) -> float:
    """The difference over the larger magnitude; 0 where both are 0."""
    size = max(abs(one), abs(other))
    return abs(one - other) / size if size else 0.0


def nudge(network: Network, run: Run, name: str, index: Sequence[int], by: float) -> Nudge:
    """Moves one element of any node's value by `by`, in a run that is finished.

    WhygradError where there is no such element, for a target, for a step of 0 or one that the
    element is too large to feel, and where the moved number is not finite.
    """
    graph = network.graph
    flat = _element(graph, name, index)
    _check_step(float(run.value(name).ravel()[flat]), name, index, by)
    before = run.loss
    after_run = run.moved(name, flat, by)
    gradient = float(run.gradient(name).ravel()[flat])
    h = BEST_STEP * max(1.0, abs(float(run.value(name).ravel()[flat])))
    up, down = run.moved(name, flat, h), run.moved(name, flat, -h)
    with np.errstate(all="ignore"):
        slope = float(np.float64(after_run.loss - before) / by)
        central = float(np.float64(up.loss - down.loss) / (2 * h))
    kink = switched(graph, run, after_run) or switched(graph, down, up)
    moved = after_run.since(run)
    found: dict[str, float] = {
        "before": before,
        "after": after_run.loss,
        "by": by,
        "slope": slope,
        "gradient": gradient,
        "central": central,
        "relative_error": relative_error(central, gradient),
    }
    verdict = _verdict(kink=kink is not None, **found)
    return Nudge(verdict=verdict, kink=kink, moved=moved, **found)


def _element(graph: Graph, name: str, index: Sequence[int]) -> int:
    if name not in graph.place:
        raise error("explain.unknown_node", name=name)
    node = graph.node(name)
    if node.role == "target":
        raise error("explain.target", name=name)
    return flat_position(name, node.shape, index)


def _check_step(value: float, name: str, index: Sequence[int], by: float) -> None:
    if not np.isfinite(by) or by == 0:
        raise error("nudge.step", got=str(by))
    if not np.isfinite(value + by):
        raise error("nudge.not_finite", name=name, index=list(index), got=str(value + by))
    if value + by == value:
        raise error("nudge.too_small", name=name, index=list(index), by=str(by), value=str(value))


def switched(graph: Graph, one: Run, other: Run) -> str | None:
    """The first node whose switch stands differently in two runs: between them lies a kink."""
    for node in graph.nodes:
        if node.op is None or node.op.switch is None:
            continue
        sides = [node.op.switch(*run.inputs(node), **node.attributes) for run in (one, other)]
        if not np.array_equal(*sides):
            return node.id
    return None


def _verdict(
    *, kink: bool, before: float, after: float, by: float, slope: float, gradient: float,
    central: float, relative_error: float,
) -> Verdict:  # fmt: skip
    if not all(map(np.isfinite, (before, after, slope, gradient, central))):
        return "not_finite"
    if kink:
        return "kink"
    # Below this the difference of two losses is rounding and nothing else.
    noise = 8 * ROUNDING * max(abs(before), abs(after), 1e-300) / abs(by)
    if abs(slope - gradient) > ALIKE * max(abs(gradient), abs(slope), noise):
        if noise > ALIKE * max(abs(gradient), 1e-300):
            return "step_too_small"
        agrees = relative_error <= CLOSE or abs(central - gradient) <= CLOSE
        return "step_too_large" if agrees else "differs"
    agrees = relative_error <= 1e-4 or abs(central - gradient) <= CLOSE
    return "agrees" if agrees else "differs"
