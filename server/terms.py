"""Terms of an explanation as they travel: factors with their names, and the product."""

from __future__ import annotations

from backprop_core.explain import Factor, Road
from backprop_core.graph import Graph
from backprop_core.index_map import unraveled
from server.arrays import number
from server.wire import WireFactor, WireRef, WireTerm


def term(graph: Graph, road: Road, n: int) -> WireTerm:
    """Term n of a road."""
    node = graph.place.get(road.at)
    shape = () if node is None else graph.nodes[node].shape
    return {
        "factors": [_factor(factor) for factor in road.factors(n)],
        "product": number(float(road.products[n])),
        "reaches": list(unraveled(int(road.reaches[n]), shape)),
    }


def _factor(factor: Factor) -> WireFactor:
    told: WireFactor = {"label": factor.label, "value": number(factor.value)}
    if factor.ref is not None:
        ref = factor.ref
        told["ref"] = WireRef(of=ref.of, name=ref.name, index=list(ref.index))
    return told
