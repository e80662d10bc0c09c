"""Nudges: move one number, run what comes after it again, compare the slope with the gradient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from backprop_core.copies import Copies, Move
from backprop_core.errors import error
from backprop_core.graph import Graph
from backprop_core.index_map import Array
from backprop_core.network import Network
from backprop_core.run import Run
from backprop_core.values import flat_position

# The best step of a central difference in float64 is about the cube root of its precision.
BEST_STEP = 6e-6
ROUNDING = 2.0**-52
AGREES = 1e-4  # of the gradient: so near must the central difference be, its own doubt apart
ALIKE = 0.01  # of the gradient: so near is a slope that a person takes for the same

Verdict = Literal[
    "agrees", "kink", "crosses_kink", "step_too_large", "step_too_small", "differs", "not_finite"
]


@dataclass(frozen=True)
class Nudge:
    """What became of the loss when one element was moved by `by`.

    `slope` is (after - before) / by, `central` the central difference with the step that is best
    for it, `doubt` how far rounding and curvature may put that off, `relative_error` how far it is
    from the gradient. `moved` has the new value of every
    node that moved. `kink` names the node whose switch turns, if one does: at the number itself
    where the verdict is "kink", else somewhere on the step.
    """

    before: float
    after: float
    by: float
    slope: float
    gradient: float
    central: float
    doubt: float
    relative_error: float
    verdict: Verdict
    kink: str | None
    moved: Mapping[str, Array]


@dataclass(frozen=True)
class Curve:
    """The loss along one element: the numbers it was given, and what each of them makes."""

    at: list[float]
    losses: list[float]


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
    value = float(run.value(name).ravel()[flat])
    _check_step(value, name, index, by)
    gradient = float(run.gradient(name).ravel()[flat])
    moved = run.moved(name, flat, by)
    central = _central(graph, run, name, flat, gradient)
    with np.errstate(all="ignore"):
        slope = float(np.float64(moved.loss - run.loss) / by)
    # The loss is rounded, and so is the number that was moved.
    rounding = ROUNDING * (_scale(graph, run) + abs(value * gradient)) / abs(by)
    step = _Step(slope, rounding, switched(graph, run, moved))
    return Nudge(
        before=run.loss,
        after=moved.loss,
        by=by,
        slope=slope,
        gradient=gradient,
        central=central.slope,
        doubt=central.doubt,
        relative_error=relative_error(central.slope, gradient),
        verdict=_verdict(step, central, gradient),
        kink=central.kink or step.kink,
        moved=moved.since(run),
    )


def curve(
    network: Network, run: Run, name: str, index: Sequence[int], reach: float, points: int
) -> Curve:
    """The loss along an element, evenly from `reach` below its number to `reach` above it.

    The points are `points` or one more, an odd number: the element's own is in the middle.
    """
    graph = network.graph
    flat = _element(graph, name, index)
    value = float(run.value(name).ravel()[flat])
    half = max(1, points // 2)
    steps = [reach * (n + 1) / half for n in range(half)]
    with np.errstate(all="ignore"):
        changes = [_copies(graph, run, name, flat, h).changes[:, 0] for h in steps]
        ups, downs = np.array(changes).T + run.loss
    return Curve(
        [value - h for h in reversed(steps)] + [value] + [value + h for h in steps],
        [*downs[::-1].tolist(), run.loss, *ups.tolist()],
    )


def _copies(graph: Graph, run: Run, name: str, flat: int, h: float) -> Copies:
    """Two copies of the run, with an element moved up and down by `h`."""
    value = run.value(name).ravel()[flat]
    return Copies(graph, run, [Move(graph.place[name], flat, np.array([[value + h], [value - h]]))])


def _element(graph: Graph, name: str, index: Sequence[int]) -> int:
    if name not in graph.place:
        raise error("explain.unknown_node", name=name)
    node = graph.node(name)
    if node.role == "target" or _made_of_targets(graph, graph.place[name]):
        raise error("explain.target", name=name)
    return flat_position(name, node.shape, index)


def _made_of_targets(graph: Graph, at: int) -> bool:
    """Whether a node is what an op makes of targets alone, such as one-hot rows of labels."""
    leaves, waiting = set(), [at]
    while waiting:
        node = graph.nodes[waiting.pop()]
        waiting += [i.node for i in node.inputs if i.node is not None]
        leaves |= {node.role} if node.op is None else set()
    return leaves == {"target"}


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


@dataclass(frozen=True)
class _Step:
    """A step by its slope, what rounding may add to that, and a node whose switch it turns."""

    slope: float
    rounding: float
    kink: str | None


@dataclass(frozen=True)
class _Central:
    """A central difference, how far it may be off, and a node whose switch turns right there.

    `bent` is whether the loss has another slope on either side.
    """

    slope: float
    doubt: float
    kink: str | None
    bent: bool


def _central(graph: Graph, run: Run, name: str, flat: int, gradient: float) -> _Central:
    """The central difference with the step that tells most, the usual one first.

    A smaller one suits a number near 0, where the loss may turn within a step that suits numbers
    about 1 (think of a logarithm), and larger ones a loss that rounding hides the change in.
    """
    size = abs(float(run.value(name).ravel()[flat]))
    usual = BEST_STEP * max(1.0, size)
    best = _difference(graph, run, name, flat, usual)
    if best.kink:
        return best
    for h in (BEST_STEP * size, 100 * usual, 10_000 * usual):
        if best.slope == gradient or best.doubt <= AGREES * abs(best.slope):
            break
        if h not in (0, usual):
            other = _difference(graph, run, name, flat, h)
            best = other if not other.kink and other.doubt < best.doubt else best
    return best


def _difference(graph: Graph, run: Run, name: str, flat: int, h: float) -> _Central:
    value = float(run.value(name).ravel()[flat])
    near, far = (_copies(graph, run, name, flat, step) for step in (h, 2 * h))
    up, down = near.changes[:, 0].tolist()
    far_up, far_down = far.changes[:, 0].tolist()
    with np.errstate(all="ignore"):
        # The numbers that were moved to are those that float64 has next to them.
        slope = float(np.float64(up - down) / ((value + h) - (value - h)))
        wider = float(np.float64(far_up - far_down) / ((value + 2 * h) - (value - 2 * h)))
        left, right = -down / h, up / h
    rounding = ROUNDING * _scale(graph, run) / h
    # Rounding on the way to the loss, and the curvature, show where twice the step says otherwise.
    doubt = 4 * rounding + abs(slope - wider)
    bent = abs(left - right) > ALIKE * max(abs(left), abs(right)) + 8 * rounding
    doubt = doubt if np.isfinite(doubt) else np.inf
    kink = None
    if near.turned.any():
        kink = switched(graph, run.moved(name, flat, -h), run.moved(name, flat, h))
    return _Central(slope, doubt, kink, bent)


def _scale(graph: Graph, run: Run) -> float:
    """The magnitude at which the loss is rounded: that of the terms it adds up."""
    with np.errstate(all="ignore"):
        terms = run.upstream * run.value(graph.nodes[graph.output].id)
        return float(np.sum(np.abs(terms)))


def _verdict(step: _Step, central: _Central, gradient: float) -> Verdict:
    if not all(map(np.isfinite, (step.slope, gradient, central.slope))):
        return "not_finite"
    size = max(abs(gradient), abs(central.slope))
    differs = abs(central.slope - gradient) > AGREES * size + central.doubt
    if central.kink and (central.bent or differs):
        return "kink"
    if differs:
        return "differs"
    if abs(step.slope - gradient) <= ALIKE * max(size, abs(step.slope)) + 2 * step.rounding:
        # Where rounding is as large as the slope itself, that they are near says nothing.
        return "step_too_small" if step.rounding > ALIKE * size and size > 0 else "agrees"
    if step.kink:
        return "crosses_kink"
    return "step_too_small" if step.rounding > ALIKE * size else "step_too_large"
