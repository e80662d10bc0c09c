"""Samples of several ways to do one thing, interleaved: a busy machine troubles all alike."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

Job: TypeAlias = Callable[[], object]
CALIBRATIONS = 3


@dataclass(frozen=True)
class Effort:
    """How many rounds are made, and how long one sample should last."""

    rounds: int = 25
    seconds: float = 0.02


FULL = Effort()
QUICK = Effort(rounds=3, seconds=0.001)


def interleaved(jobs: Mapping[str, Job], effort: Effort = FULL) -> dict[str, list[float]]:
    """Seconds of processor time that a call of each job takes, one number a round.

    Each job is called as often in a sample as the sample's length allows, the same in all rounds;
    each round begins with another job.
    """
    calls = {name: _calls(job, effort.seconds) for name, job in jobs.items()}
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    order = list(jobs)
    gc.collect()
    gc.freeze()  # what was there before is not gone through in the middle of somebody's sample
    try:
        for _ in range(effort.rounds):
            for name in order:
                taken[name].append(_seconds(jobs[name], calls[name]))
            order = [*order[1:], order[0]]
    finally:
        gc.unfreeze()
    return taken


def ratio(taken: Sequence[float], to: Sequence[float]) -> float:
    """How many times the cost: the median of the rounds' own ratios."""
    return median(one / other for one, other in zip(taken, to, strict=True))


def page_faults(jobs: Mapping[str, Job], rounds: int = 9) -> dict[str, float]:
    """How often a call of each must wait for the system to give it memory, called in turn.

    Which freed memory goes back to the system depends on who ran before; 0 where nobody counts.
    """
    counts: dict[str, list[int]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            before = _faults()
            job()
            counts[name].append(_faults() - before)
    return {name: median(counted) for name, counted in counts.items()}


def _faults() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def _calls(job: Job, seconds: float) -> int:
    job()
    shortest = min(_seconds(job, 1) for _ in range(CALIBRATIONS))
    return max(1, round(seconds / max(shortest, 1e-7)))


def _seconds(job: Job, calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        job()
    return (time.process_time() - start) / calls
