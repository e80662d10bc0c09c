"""Why a number is what it is, and what a nudge does, as JSON: `POST api/explain`, `api/nudge`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from backprop_core import Limits, Run
from backprop_core.explain import Explanation, Road, explain
from backprop_core.graph import Graph
from backprop_core.numeric import nudge
from server.arrays import number
from server.errors import complaint
from server.runs import fields_of, prepared, to_text
from server.terms import term
from server.wire import Element, Nudging

MOST_TERMS = 200_000  # of one answer: about 50 MB of JSON

Stopped = Callable[[], bool]
Model = TypeVar("Model", bound=BaseModel)


def explain_text(text: bytes, limits: Limits, stopped: Stopped = lambda: False) -> bytes:
    """The answer to a document with its `element`; WhygradError where either is bad."""
    fields = fields_of(text)
    if "element" not in fields:
        raise complaint("request.missing", key="element")
    element = read(Element, fields.pop("element"), "element")
    document, network = prepared(fields, limits)
    run = finished(network.run(document), stopped)
    explanation = explain(
        network.graph,
        run,
        of=element.of,
        name=element.subject,
        index=element.index,
        direction=element.direction,
        slot=element.slot,
    )
    if len(explanation) > MOST_TERMS:
        raise complaint("explain.terms", limit=MOST_TERMS, got=len(explanation))
    return to_text(_explained(network.graph, explanation, stopped))


def nudge_text(text: bytes, limits: Limits, stopped: Stopped = lambda: False) -> bytes:
    """The answer to a document with `name`, `index` and `by`; WhygradError where it is bad."""
    fields = fields_of(text)
    for key in Nudging.model_fields:
        if key not in fields:
            raise complaint("request.missing", key=key)
    asked = read(Nudging, {key: fields.pop(key) for key in Nudging.model_fields}, "")
    document, network = prepared(fields, limits)
    run = finished(network.run(document), stopped)
    found = nudge(network, run, asked.name, asked.index, asked.by)
    return to_text(
        {
            "before": number(found.before),
            "after": number(found.after),
            "slope": number(found.slope),
            "gradient": number(found.gradient),
            "central": number(found.central),
            "relative_error": number(found.relative_error),
            "verdict": found.verdict,
            "kink": found.kink,
        }
    )


def read(model: type[Model], fields: Any, where: str) -> Model:
    """What a request asks for beside its document, checked; WhygradError where it is not that."""
    try:
        return model.model_validate(fields)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        path = ".".join(filter(None, [where, *map(str, first["loc"])])) or "the body"
        raise complaint("request.shape", where=path, reason=first["msg"]) from None


def finished(run: Run, stopped: Stopped) -> Run:
    """The run with all its steps made, unless the server is being stopped meanwhile."""
    for _ in run.steps():
        if stopped():
            raise complaint("server.stopping")
    return run


def _explained(graph: Graph, explanation: Explanation, stopped: Stopped) -> dict[str, Any]:
    return {
        "value": number(explanation.value),
        "combine": explanation.combine,
        "terms": [_going_on(graph, road, n, stopped) for road, n in explanation.terms()],
        "sum": number(explanation.sum),
        "formula": explanation.formula,
    }


def _going_on(graph: Graph, road: Road, n: int, stopped: Stopped) -> dict[str, Any]:
    if stopped():
        raise complaint("server.stopping")
    return {**term(graph, road, n), "consumer": road.consumer, "slot": road.slot}
