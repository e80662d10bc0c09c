"""Checking every gradient, over one batched forward pass of all copies, and over a loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from statistics import median

import numpy as np

from backprop_core import Network, Run
from backprop_core.check import check_gradients
from benchmarks.figure import Figure
from benchmarks.sampling import FULL, QUICK, Effort, interleaved, ratio
from benchmarks.workloads import Array, Workload, document, workload

SAMPLED = 200  # elements of W_M whose loop is timed; the loop over all takes minutes
ROUNDS = Effort(rounds=3, seconds=0.0)


def figures(quick: bool) -> Iterator[Figure]:
    """All parameters of W_S in one go, and those of W_M beside a loop over some of them."""
    small = workload("W_S")
    network, run = _ran(small)
    check = lambda: _check(network, run, small)  # noqa: E731
    copies = lambda: all_copies(small)  # noqa: E731
    taken = interleaved({"check": check, "copies": copies}, QUICK if quick else FULL)
    beside = f"all copies in one pass: {median(taken['copies']) * 1e6:,.0f} us"
    yield Figure("W_S, check of all", ratio(taken["check"], taken["copies"]), "x", 3, beside)
    if not quick:
        yield _middle()


def _middle() -> Figure:
    work = workload("W_M")
    network, run = _ran(work)
    count = sum(array.size for array in work.parameters.values())
    random = np.random.default_rng(3)
    sizes = [(name, array.size) for name, array in work.parameters.items()]
    names = random.choice(len(sizes), SAMPLED, p=[size / count for _, size in sizes])
    picked = [(sizes[n][0], int(random.integers(sizes[n][1]))) for n in names]

    def loop() -> None:
        for name, flat in picked:
            for by in (6e-6, -6e-6):
                float(run.moved(name, flat, by).loss)

    taken = interleaved({"check": lambda: _check(network, run, work), "loop": loop}, ROUNDS)
    share = ratio(taken["check"], taken["loop"]) * SAMPLED / count
    beside = (
        f"{count:,} parameters: {median(taken['check']):.2f} s; "
        f"the loop: {median(taken['loop']) * count / SAMPLED:,.0f} s"
    )
    return Figure("W_M, check of all over the loop", share, "x", 0.1, beside)


def _ran(work: Workload) -> tuple[Network, Run]:
    opened = document(work, apart=False)
    network = Network.build(opened)
    return network, network.run(opened).finish()


def _check(network: Network, run: Run, work: Workload) -> None:
    (progress,) = deque(check_gradients(network, run, list(work.parameters)), maxlen=1)
    assert {node.verdict for node in progress.nodes} == {"agrees"}


def all_copies(work: Workload) -> Array:
    """The losses of two copies for each parameter, all in one forward pass by hand."""
    parameters = work.parameters
    count = 2 * sum(array.size for array in parameters.values())
    wide, at = {}, 0
    for name, array in parameters.items():
        copies = np.repeat(array.reshape(1, -1), count, axis=0)
        rows = np.arange(array.size)
        copies[at + 2 * rows, rows] += 6e-6
        copies[at + 2 * rows + 1, rows] -= 6e-6
        wide[name] = copies.reshape(count, *array.shape)
        at += 2 * array.size
    h = work.X
    for k in range(len(work.layers)):
        h = h @ wide[f"W{k}"] + wide[f"b{k}"][:, None]
        h = np.maximum(h, 0) if k < len(work.layers) - 1 else h
    a = h - h.max(axis=2, keepdims=True)
    log_y = a - np.log(np.exp(a).sum(axis=2, keepdims=True))
    losses: Array = -log_y[:, np.arange(len(work.X)), work.labels].mean(axis=1)
    return losses
