"""Questions about the numbers of a run, answered from a finished run of its own."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from backprop_core import Run
from backprop_core.explain import explain
from backprop_core.index_map import Array, unraveled
from backprop_core.numeric import curve, nudge
from server.arrays import INLINE_ELEMENTS, inline, number
from server.log import Log
from server.terms import road_of
from server.wire import (
    ElementExplain,
    ElementExplained,
    ElementNudge,
    ElementNudged,
    InlineArray,
    MovedCells,
    WireCurve,
    WireMovedCell,
)

MOST_CELLS = 12  # of a large array that are told
NEAREST, LAST = 24, 16  # of the values that a nudge moves: as many as a person looks at
FEWEST_POINTS = 9  # of a curve
MOST_NUMBERS = 20_000_000  # that a curve may make anew: a second or so
A_NODE = 100  # to make a value at all costs about as much as so many of its numbers

Question = ElementExplain | ElementNudge
Answer = ElementExplained | ElementNudged


def answered(question: Question, log: Log) -> Answer:
    """The answer to a question; WhygradError where there is none."""
    if isinstance(question, ElementExplain):
        return explained(question, log)
    return nudged(question, log)


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


def nudged(asked: ElementNudge, log: Log) -> ElementNudged:
    """What becomes of the loss when an element is moved; WhygradError where it cannot be."""
    network, run = log.network, log.whole()
    found = nudge(network, run, asked.name, asked.index, asked.by)
    return ElementNudged(
        id=asked.id,
        run=log.number,
        before=number(found.before),
        after=number(found.after),
        slope=number(found.slope),
        gradient=number(found.gradient),
        central=number(found.central),
        doubt=number(found.doubt),
        relative_error=number(found.relative_error),
        verdict=found.verdict,
        kink=found.kink,
        moved={name: _moved(run.value(name), found.moved[name]) for name in _told(found.moved)},
        left_out=max(0, len(found.moved) - NEAREST - LAST),
        curve=_curve(asked, log, run) if asked.points else None,
    )


def _told(moved: Mapping[str, Array]) -> list[str]:
    """The values that are told of all that moved: those nearest to the element, and the last."""
    names = list(moved)
    return names if len(names) <= NEAREST + LAST else names[:NEAREST] + names[-LAST:]


def _moved(before: Array, after: Array) -> InlineArray | MovedCells:
    """A small array as it is now; of a larger one the numbers that moved most."""
    if after.size <= INLINE_ELEMENTS:
        return inline(after)
    was, now = before.ravel(), after.ravel()
    places = np.flatnonzero((was != now) & ~(np.isnan(was) & np.isnan(now)))
    with np.errstate(all="ignore"):
        far = np.nan_to_num(np.abs(now[places] - was[places]), nan=np.inf)
    largest = places[np.sort(np.argsort(-far, kind="stable")[:MOST_CELLS])]
    return {
        "shape": after.shape,
        "count": len(places),
        "cells": [_cell(int(at), before, after) for at in largest],
    }


def _cell(at: int, before: Array, after: Array) -> WireMovedCell:
    index = list(unraveled(at, after.shape))
    return {"index": index, "before": number(before.flat[at]), "after": number(after.flat[at])}


def _curve(asked: ElementNudge, log: Log, run: Run) -> WireCurve:
    size = sum(A_NODE + math.prod(node.shape) for node in log.network.graph.nodes)
    points = min(asked.points, max(FEWEST_POINTS, MOST_NUMBERS // size))
    found = curve(log.network, run, asked.name, asked.index, asked.reach, points)
    return {
        "at": [number(at) for at in found.at],
        "losses": [number(loss) for loss in found.losses],
    }
