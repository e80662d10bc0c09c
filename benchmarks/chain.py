"""A chain of ops, one after the other: an op must cost the same in a long one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

import numpy as np

from backprop_core import Document, Network
from benchmarks.figure import Figure
from benchmarks.sampling import FULL, QUICK, Job, interleaved, ratio

SHORT, LONG = 1_000, 10_000
# About 1; a square law would give 10. Python's collector has no part in it, for a run makes nothing
# that it follows; what 10,000 ops need no longer fits a processor's second cache, as 1,000 do.
LINEAR = 1.3
VALUES = {"x": np.array([0.3, -1.2]), "y": np.array([0.5, 0.9])}


def figures(quick: bool) -> Iterator[Figure]:
    """For building, running and stepping: the time of both chains, and the ratio of an op's."""
    short, long = (SHORT // 50, LONG // 50) if quick else (SHORT, LONG)
    check(short)
    for what, prepare in {"built": built, "run": run, "run step by step": stepped}.items():
        jobs: dict[str, Job] = {"short": prepare(short), "long": prepare(long)}
        taken = interleaved(jobs, QUICK if quick else FULL)
        for length, times in ((short, taken["short"]), (long, taken["long"])):
            of_an_op = f"{median(times) / length * 1e6:.2f} us an op"
            yield Figure(f"{length:,} ops, {what}", median(times) * 1e3, "ms", beside=of_an_op)
        grown = ratio(taken["long"], taken["short"]) * short / long
        yield Figure(f"an op among {long:,} over one among {short:,}, {what}", grown, "x", LINEAR)


def chain(length: int) -> Document:
    """A document of so many ops, products with y and tanh in turn."""
    lines = ["a0 = x + y"]
    for n in range(1, length):
        lines.append(f"a{n} = tanh(a{n - 1})" if n % 2 else f"a{n} = a{n - 1} * y")
    return Document.from_json({"format": 1, "program": "\n".join(lines), "values": VALUES})


def built(length: int) -> Callable[[], Network]:
    """Builds a chain's network, from text to plan."""
    return partial(Network.build, chain(length))


def run(length: int) -> Job:
    """Runs a chain, forward and back."""
    opened = chain(length)
    network = Network.build(opened)
    return lambda: network.run(opened).finish()


def stepped(length: int) -> Job:
    """Runs a chain and looks at every step."""
    opened = chain(length)
    network = Network.build(opened)
    return lambda: deque(network.run(opened).steps(), maxlen=0)


def check(length: int) -> None:
    """The gradient of a chain is that of the same chain by hand; AssertionError where not."""
    opened = chain(length)
    found = Network.build(opened).run(opened).finish()
    for name, gradient in by_hand(length).items():
        np.testing.assert_allclose(found.gradient(name), gradient, rtol=1e-9)


def by_hand(length: int) -> dict[str, np.ndarray]:
    """The gradients of a chain by the chain rule, in a loop."""
    x, y = VALUES["x"], VALUES["y"]
    values = [x + y]
    for n in range(1, length):
        values.append(np.tanh(values[-1]) if n % 2 else values[-1] * y)
    dout, dy = np.ones_like(x), np.zeros_like(y)
    for n in reversed(range(1, length)):
        dy = dy if n % 2 else dy + dout * values[n - 1]
        dout = dout * (1 - values[n] ** 2) if n % 2 else dout * y
    return {"x": dout, "y": dy + dout}
