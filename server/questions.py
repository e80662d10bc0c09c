"""Questions about the numbers of a run, answered from a finished run of its own."""

from __future__ import annotations

from backprop_core.explain import explain
from backprop_core.numeric import Nudge, nudge
from server.arrays import RunArrays, number
from server.log import Log
from server.terms import road_of
from server.wire import ElementExplain, ElementExplained, ElementNudge, ElementNudged

Question = ElementExplain | ElementNudge
Answer = ElementExplained | ElementNudged


def explained(asked: ElementExplain, log: Log) -> ElementExplained:
    """Why an element is what it is, or where it goes; WhygradError where there is none."""
    graph = log.network.graph
    found = explain(
        graph,
        log.whole(),
        of=asked.of,
        name=asked.subject,
        index=asked.index,
        direction=asked.direction,
        slot=asked.slot,
    )
    return ElementExplained(
        id=asked.id,
        run=log.number,
        value=number(found.value),
        sum=number(found.sum),
        combine=found.combine,
        formula=found.formula,
        roads=[road_of(graph, road) for road in found.roads],
    )


def nudged(asked: ElementNudge, log: Log) -> Nudge:
    """What becomes of the loss when an element is moved; WhygradError where it cannot be."""
    return nudge(log.network, log.whole(), asked.name, asked.index, asked.by)


def told_nudge(asked: ElementNudge, log: Log, found: Nudge, arrays: RunArrays) -> ElementNudged:
    """A nudge as it travels; its large arrays are kept among `arrays`."""
    return ElementNudged(
        id=asked.id,
        run=log.number,
        before=number(found.before),
        after=number(found.after),
        slope=number(found.slope),
        gradient=number(found.gradient),
        central=number(found.central),
        relative_error=number(found.relative_error),
        verdict=found.verdict,
        kink=found.kink,
        moved={name: arrays.put(array) for name, array in found.moved.items()},
    )
