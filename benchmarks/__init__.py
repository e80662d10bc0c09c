"""What is fast in whygrad, measured: `python -m benchmarks [NAME...]`, or `make bench`.

How to read it. Times on a machine that others use mean little, so what can be is told as a ratio:
both sides run in one process, on one thread, their samples interleaved (A B C, B C A, ...), and
the ratio is the median of the ratios of one round each. A ratio of 1.4 is 1.4 times the cost.
Each line is one figure: what was measured, the most it should be (where there is an aim), and
whether that is met. What stands behind `beside` is measured in the same run, to compare with.

    recording   one pass with every value, gradient and message kept, over the same pass written
                by hand in NumPy, which keeps nothing that it does not need
    memory      what a kept run takes, over the bytes of the arrays that are its own
    chain       a chain of 1,000 and of 10,000 ops; the cost of an op should be the same in both
    server      an edit over the WebSocket, until the last frame of its run is here
    check       every gradient against central differences: of W_S over one batched
                pass of all copies by hand, of W_M over a loop that runs a copy for each element
    explain     the terms of one cell of a weight gradient, over one recorded pass
    browser     in headless Chromium: an edit, a step, and the first picture, each until the end of
                the frame that shows it, beside a frame in which nothing changes
    where       what an edit and a step spend the page's processor time on (only if it is named)

The workloads W_S, W_M, W_L and W_D are in `workloads.py`. `--json FILE` writes the figures for a
program to read, `--quick` takes the smallest workload and few samples, to see that all of it works.
"""

import os

# One thread for everybody. NumPy reads these once, when it is first imported: after this package.
for _variable in (
    "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
):  # fmt: skip
    os.environ[_variable] = "1"
