"""What it costs to record everything, over the same pass written by hand."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from statistics import median

import numpy as np

from backprop_core import Network, Run
from benchmarks.figure import Figure
from benchmarks.fused import Gradients, fused_pass
from benchmarks.sampling import FULL, QUICK, Job, interleaved, page_faults, ratio
from benchmarks.tape import gradients_of, taped_pass
from benchmarks.workloads import SIZES, SMALLEST, Workload, document, workload

AIMS = {"W_S": 1.4, "W_M": 1.05, "W_L": 1.1, "W_D": 1.5}
BARE, APART, TAPE, WHOLE, STEPPED = (
    "by hand",
    "dot and + apart",
    "simplest tape",
    "layers whole",
    "step by step",
)


def figures(quick: bool) -> Iterator[Figure]:
    """The ratios of each workload; each way to record is checked before it is timed."""
    for name in [SMALLEST] if quick else SIZES:
        work = workload(name)
        bare = fused_pass(work)
        jobs: dict[str, Job] = {BARE: partial(fused_pass, work)}
        for way, (job, found) in ways(work).items():
            check(found, bare)
            if way != STEPPED or name == SMALLEST:
                jobs[way] = job
        taken = interleaved(jobs, QUICK if quick else FULL)
        for way in list(jobs)[1:]:
            aim = AIMS[name] if way == APART else None
            beside = _beside(way, jobs, median(taken[BARE])) if way == APART else ""
            yield Figure(f"{name}, {way}", ratio(taken[way], taken[BARE]), "x", aim, beside)


def _beside(way: str, jobs: dict[str, Job], bare: float) -> str:
    told = f"by hand: {bare * 1e6:,.0f} us"
    faults = page_faults(jobs)
    if faults[way] == 0:
        return told
    return f"{told}; page faults a pass: {faults[way]:,.0f}, by hand {faults[BARE]:,.0f}"


def ways(work: Workload) -> dict[str, tuple[Job, Gradients]]:
    """The ways to record a workload, each with what it found."""
    apart, whole = (document(work, apart=apart) for apart in (True, False))
    network, layered = Network.build(apart), Network.build(whole)

    def step() -> Run:
        run = network.run(apart)
        deque(run.steps(), maxlen=0)
        return run

    return {
        APART: (
            lambda: network.run(apart).finish(),
            found_by(network.run(apart).finish(), work),
        ),
        TAPE: (lambda: taped_pass(work), gradients_of(taped_pass(work), work)),
        WHOLE: (
            lambda: layered.run(whole).finish(),
            found_by(layered.run(whole).finish(), work),
        ),
        STEPPED: (step, found_by(step(), work)),
    }


def found_by(run: Run, work: Workload) -> Gradients:
    """What a run holds of what a pass is for."""
    return Gradients(
        run.loss, {name: run.gradient(name) for name in work.parameters}, run.gradient("X")
    )


def check(found: Gradients, bare: Gradients) -> None:
    """Nothing that is wrong is timed: an AssertionError where the two differ."""
    np.testing.assert_allclose(found.loss, bare.loss, rtol=1e-9)
    np.testing.assert_allclose(found.X, bare.X, rtol=1e-7, atol=1e-12)
    assert found.parameters.keys() == bare.parameters.keys()
    for name, gradient in bare.parameters.items():
        np.testing.assert_allclose(found.parameters[name], gradient, rtol=1e-7, atol=1e-12)
