"""Documents of any number of nodes: a chain in which each block has a branch around it."""

from __future__ import annotations

from typing import Any

import numpy as np

FORWARD_NODES = 3  # of a block: a parameter, a product, a sum


def grown(nodes: int) -> dict[str, Any]:
    """A document of so many nodes, at least 5: products and sums around them, tanh, one loss.

    A block is `p = h * w` and `h = p + h`, so that each h sends on two roads and gathers from two.
    """
    blocks, spare = divmod(nodes - 2, FORWARD_NODES)
    lines, h = [], "x"
    for k in range(1, blocks + 1):
        lines += [f"p{k} = {h} * w{k}", f"h{k} = p{k} + {h}"]
        h = f"h{k}"
    for k in range(1, spare + 1):
        lines.append(f"z{k} = tanh({h})")
        h = f"z{k}"
    random = np.random.default_rng(nodes)
    weights = {f"w{k}": random.normal(0, 0.3, 3).round(2).tolist() for k in range(1, blocks + 1)}
    return {
        "format": 1,
        "title": f"{nodes} nodes",
        "program": "\n".join([*lines, f"L = sum({h})"]),
        "values": {"x": random.normal(0, 1, (2, 3)).round(2).tolist(), **weights},
        "roles": dict.fromkeys(weights, "parameter"),
    }
