"""What a run takes that is kept, over the bytes of the arrays that are its own.

Each workload has a process to itself: `python -m benchmarks.memory WORKLOAD RUNS` keeps that many
runs of it, and tells how much it grew.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from backprop_core import Document, Network, Run
from benchmarks.figure import Figure
from benchmarks.workloads import SIZES, SMALLEST, Array, document, workload

AIMS = {"W_M": 1.1}
KEPT_BYTES = 60e6
STATM = Path("/proc/self/statm")  # Linux has it
PAGE = 4096


def figures(quick: bool) -> Iterator[Figure]:
    """For each workload the growth of a process, and what Python and NumPy say they asked for."""
    for name in [SMALLEST] if quick else SIZES:
        opened = document(workload(name), apart=True)
        run = Network.build(opened).run(opened).finish()
        own = sum(array.nbytes for array in distinct_arrays(run, opened))
        grown, traced = kept_runs_in_a_process(name, max(20, min(1500, int(KEPT_BYTES / own))))
        beside = f"its own arrays: {own:,} bytes"
        measured = traced if grown is None else grown
        yield Figure(f"{name}, a kept run", measured / own, "x", AIMS.get(name), beside)
        if grown is not None:
            yield Figure(f"{name}, as Python and NumPy count it", traced / own)


def distinct_arrays(run: Run, opened: Document) -> list[Array]:
    """The arrays that a run has made: views of one count once, the document's are not its own."""
    found = {id(base): base for base in map(owner, run.recorded())}
    for array in (*opened.values.values(), run.upstream):
        found.pop(id(owner(array)), None)
    return list(found.values())


def owner(array: Array) -> Array:
    """The array whose memory this one looks at."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def kept_runs_in_a_process(name: str, runs: int) -> tuple[float | None, float]:
    """Bytes a run by which a fresh process grew (None where it cannot say), and was asked for."""
    command = [sys.executable, "-m", "benchmarks.memory", name, str(runs)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = json.loads(said)
    return told["grown"], told["traced"]


def keep(name: str, runs: int) -> dict[str, float | None]:
    """Keeps runs of a workload, first unobserved, then with each allocation traced."""
    opened = document(workload(name), apart=True)
    network = Network.build(opened)
    kept = [network.run(opened).finish() for _ in range(3)]  # what is made once is there now
    before = resident()
    kept += [network.run(opened).finish() for _ in range(runs)]
    after = resident()
    grown = None if before is None or after is None else (after - before) / runs
    kept.clear()
    tracemalloc.start()
    kept += [network.run(opened).finish() for _ in range(runs)]
    return {"grown": grown, "traced": tracemalloc.get_traced_memory()[0] / runs}


def resident() -> int | None:
    """How many bytes of this process are in memory."""
    return int(STATM.read_text().split()[1]) * PAGE if STATM.exists() else None


if __name__ == "__main__":
    print(json.dumps(keep(sys.argv[1], int(sys.argv[2]))))
