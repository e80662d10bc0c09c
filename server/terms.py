"""Terms of an explanation as they travel: factors with their names, and the product."""

from __future__ import annotations

import numpy as np

from backprop_core.explain import Factor, Road, exact_sum
from backprop_core.graph import Graph
from backprop_core.index_map import unraveled
from server.arrays import number
from server.wire import WireFactor, WireRef, WireRest, WireRoad, WireTerm

MOST_SENT = 20  # terms of one road with their names; the rest is folded


def term(graph: Graph, road: Road, n: int) -> WireTerm:
    """Term n of a road."""
    node = graph.place.get(road.at)
    shape = () if node is None else graph.nodes[node].shape
    return {
        "factors": [_factor(factor) for factor in road.factors(n)],
        "product": number(float(road.products[n])),
        "reaches": list(unraveled(int(road.reaches[n]), shape)),
    }


def road_of(graph: Graph, road: Road) -> WireRoad:
    """A road with its largest terms, in their order, and the rest of them added up."""
    sizes = np.nan_to_num(np.abs(road.products), nan=np.inf)
    largest = np.sort(np.argsort(-sizes, kind="stable")[:MOST_SENT])
    rest: WireRest | None = None
    if len(road) > MOST_SENT:
        folded = np.delete(road.products, largest)
        rest = {"count": len(folded), "sum": number(exact_sum([folded]))}
    return {
        "consumer": road.consumer,
        "slot": road.slot,
        "at": road.at,
        "count": len(road),
        "sum": number(exact_sum([road.products])),
        "formula": road.formula,
        "terms": [term(graph, road, int(n)) for n in largest],
        "rest": rest,
    }


def _factor(factor: Factor) -> WireFactor:
    told: WireFactor = {"label": factor.label, "value": number(factor.value)}
    if factor.ref is not None:
        ref = factor.ref
        told["ref"] = WireRef(of=ref.of, name=ref.name, index=list(ref.index))
    return told
