"""A document's whole run as JSON: what `POST api/runs` answers and `whygrad run --json` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import orjson

from backprop_core import BackwardStep, Document, ForwardStep, Limits, Network, Run
from server.arrays import Array, number
from server.errors import complaint


def run_text(text: bytes, limits: Limits, stopped: Callable[[], bool] = lambda: False) -> bytes:
    """The answer to a document (with `expand`, if there) as JSON; WhygradError where it is bad."""
    document, network = prepare(text, limits)
    return to_text(run_whole(network, document, stopped))


def to_text(answer: dict[str, Any]) -> bytes:
    """The answer as JSON."""
    return orjson.dumps(answer, option=orjson.OPT_SERIALIZE_NUMPY)


def prepare(text: bytes, limits: Limits, expand: Sequence[str] = ()) -> tuple[Document, Network]:
    """The document of a text and its network, its own `expand` and the given layers opened."""
    return prepared(fields_of(text), limits, expand)


def prepared(
    fields: dict[str, Any], limits: Limits, expand: Sequence[str] = ()
) -> tuple[Document, Network]:
    """The same of what the text's JSON gives."""
    layers = [*_expand(fields.pop("expand", [])), *expand]
    document = Document.from_json(fields, limits)
    return document, Network.build(document, dict.fromkeys(layers), limits)


def run_whole(
    network: Network, document: Document, stopped: Callable[[], bool] = lambda: False
) -> dict[str, Any]:
    """Graph, steps, values, gradients and loss; every array whole, nested as NumPy nests it."""
    run = network.run(document)
    graph = network.graph
    drawn = network.graph_json
    steps = list(_steps(run, stopped))
    targets = {node["id"] for node in drawn["nodes"] if node.get("role") == "target"}
    names = [*graph.leaves, *graph.named]
    return {
        "graph": drawn,
        "steps": steps,
        "values": {name: nested(run.value(name)) for name in names},
        "gradients": {name: nested(run.gradient(name)) for name in names if name not in targets},
        "loss": number(run.loss),
        "warnings": network.warnings(document),
    }


def _steps(run: Run, stopped: Callable[[], bool]) -> Iterator[dict[str, Any]]:
    for step in run.steps():
        if stopped():
            raise complaint("server.stopping")
        yield _step(step)


def _step(step: ForwardStep | BackwardStep) -> dict[str, Any]:
    fields = {
        "seq": step.seq,
        "type": step.type,
        "shape": step.shape,
        "value": nested(step.value),
    }
    if isinstance(step, ForwardStep):
        fields["node"] = step.node
    else:
        fields |= {
            "source": step.source,
            "target": step.target,
            "slot": step.slot,
            "edge": step.edge,
            "total": nested(step.total),
            "message": step.message,
            "of": step.of,
        }
    if step.notice:
        fields["notice"] = step.notice
    return fields


def nested(array: Array) -> Any:
    """An array as orjson can write it whole; NaN and the infinities are spelled."""
    if array.ndim == 0:
        return number(array.item())
    if np.isfinite(array).all():
        return np.ascontiguousarray(array)
    return [nested(part) for part in array]


def fields_of(text: bytes) -> dict[str, Any]:
    """The JSON object that a request is; WhygradError where it is none."""
    try:
        fields = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise complaint("request.not_json", reason=str(error)) from None
    if not isinstance(fields, dict):
        raise complaint("request.not_object")
    return fields


def _expand(layers: object) -> list[str]:
    if not isinstance(layers, list) or not all(isinstance(layer, str) for layer in layers):
        raise complaint("expand.not_names")
    return layers
