"""Explaining one cell of a gradient, over one recorded pass."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from backprop_core import Network
from backprop_core.explain import explain
from benchmarks.figure import Figure
from benchmarks.sampling import FULL, QUICK, interleaved, ratio
from benchmarks.workloads import document, workload


def figures(quick: bool) -> Iterator[Figure]:
    """The terms of one cell of the 784x50 weight gradient, 100 products each."""
    work = workload("W_M")
    for apart in (True, False):
        opened = document(work, apart=apart)
        network = Network.build(opened)
        run = network.run(opened).finish()

        def why() -> None:
            found = explain(network.graph, run, of="gradient", name="W0", index=(400, 25))  # noqa: B023
            assert len(found) == 100
            assert abs(found.sum - found.value) < 1e-9

        jobs = {"explain": why, "pass": lambda: network.run(opened).finish()}  # noqa: B023
        taken = interleaved(jobs, QUICK if quick else FULL)
        beside = (
            f"one cell: {median(taken['explain']) * 1e6:,.0f} us; "
            f"a recorded pass: {median(taken['pass']) * 1e6:,.0f} us"
        )
        name = f"W_M, one cell of dL/dW0, {'dot and + apart' if apart else 'layers whole'}"
        yield Figure(name, ratio(taken["explain"], taken["pass"]), "x", 0.2, beside)
