"""Every complaint is caused, says its sentence, and stands at its place in the program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

import numpy as np
import pytest

from backprop_core import OPS, Document, Limits, Network, WhygradError
from backprop_core.errors import NOTICES, SENTENCES, error, notice
from backprop_core.explain import explain
from backprop_core.lessons import find_lesson
from backprop_core.numeric import nudge
from tests.core.running import ran

X = [1.0, 2.0]
BATCH = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
VALUES: Mapping[str, Any] = {"x": X, "y": [1.0, 2.0, 3.0], "W": BATCH, "b": [1.0, 2.0], "s": 1.0}

# Code -> program, line, column. Each stands under a first line that is right.
PROGRAMS: dict[str, tuple[str, int | None, int | None]] = {
    "attribute.axis": ("z = 1 + sum(x, axis=1)", 2, 9),
    "attribute.axis_twice": ("z = sum(W, axis=(0, -2))", 2, 5),
    "attribute.kind": ("z = sum(x, axis=0.5)", 2, 5),
    "attribute.missing": ("z = reshape(x)", 2, 5),
    "attribute.unknown": ("z = sum(x, axes=0)", 2, 5),
    "labels.not_leaf": ("z = SoftmaxWithLoss(x, 0 * s)", 2, 5),
    "leaf.no_value": ("z = x * (1 + q)", 2, 14),
    "literal.not_finite": ("z = x * (1 / 0)", 2, 10),
    "program.assigned_twice": ("one = x * 2", 2, 1),
    "program.kind": ("z = x[0]", 2, 5),
    "program.no_input": ("z = x * exp(1)", 2, 9),
    "program.no_operation": ("z = x", 2, 1),
    "program.own_name": ("z = x * (2 * z)", 2, 14),
    "program.syntax": ("z = x *", 2, 8),
    "program.target": ("z, q = x", 2, 1),
    "program.unknown_op": ("z = x + relu(x)", 2, 9),
    "program.wrong_arguments": ("z = Affine(x, W)", 2, 5),
    "shape.bias": ("z = Affine(x, W, x)", 2, 5),
    "shape.broadcast": ("z = s * (x + y)", 2, 10),
    "shape.broadcast_to": ("z = broadcast_to(x, (2, 3))", 2, 5),
    "shape.dimensions": ("z = Affine(x, x, x)", 2, 5),
    "shape.features": ("z = Affine(y, W, y)", 2, 5),
    "shape.inner_sizes": ("z = s * (W @ x)", 2, 10),
    "shape.reshape": ("z = reshape(x, (3,))", 2, 5),
    "shape.reshape_unknown": ("z = reshape(x, (-1, -1))", 2, 5),
    "shape.sizes": ("z = reshape(x, (0, 2))", 2, 5),
    "shape.target": ("z = SoftmaxWithLoss(x, y)", 2, 5),
    "shape.target_same": ("z = SumSquaredError(x, y)", 2, 5),
    "shape.transpose": ("z = transpose(x, (0, 1))", 2, 5),
    "limit.nesting": ("z = " + "-" * 101 + "x", 2, 106),
    "limit.ops": ("z = x * 2 * 3", 2, 5),
    "limit.elements": ("z = 1 + broadcast_to(s, (1000,))", 2, 9),
    "limit.dimensions": ("z = reshape(x, (1, 1, 1, 1, 2))", 2, 5),
}
LIMITS = {
    "limit.ops": Limits(ops=2),
    "limit.elements": Limits(elements=999),
    "limit.dimensions": Limits(dimensions=4),
}


def _build(program: str, values: Mapping[str, Any], limits: Limits | None = None) -> Network:
    """The network of a program, with values for the leaves that it names, and no others."""
    used = {name: value for name, value in values.items() if re.search(rf"\b{name}\b", program)}
    document = Document.from_json({"format": 1, "program": program, "values": used}, limits)
    return Network.build(document, (), limits)


def _document(**fields: Any) -> Callable[[], object]:
    whole = {"format": 1, "program": "z = x * 2", "values": {"x": X}}
    return lambda: Network.build(Document.from_json({**whole, **fields}))


def _value(value: Any) -> Callable[[], object]:
    return _document(values={"x": value})


def _labels(t: Any) -> Callable[[], object]:
    return lambda: ran("L = SoftmaxWithLoss(x, t)", {"x": BATCH, "t": t})


def _explained(**element: Any) -> Callable[[], object]:
    def cause() -> object:
        found = ran("L = SumSquaredError(x, t)", {"x": X, "t": X})
        return explain(found.network.graph, found.run, **element)

    return cause


def _nudged(value: float, by: float) -> Callable[[], object]:
    def cause() -> object:
        found = ran("z = x * 2", {"x": value})
        return nudge(found.network, found.run, "x", [], by)

    return cause


# What is no place in a program: each by what causes it.
OTHERS: dict[str, Callable[[], object]] = {
    "document.format": _document(format=2),
    "document.format_kind": _document(format="1"),
    "document.kind": _document(program=1),
    "document.missing": lambda: Document.from_json({"format": 1, "values": {}}),
    "document.nesting": _document(training=json.loads("[" * 102 + "]" * 102)),
    "document.not_json": lambda: Document.loads("{"),
    "document.not_object": lambda: Document.loads("[]"),
    "document.unknown_key": _document(vaules={}),
    "expand.unknown_layer": lambda: ran("z = x * 2", {"x": X}, expand=["z"]),
    "explain.target": _explained(of="gradient", name="t", index=[0]),
    "explain.unknown_edge": _explained(of="message", name="L>x", index=[0]),
    "explain.unknown_node": _explained(of="value", name="q", index=[0]),
    "index.out_of_range": lambda: Document("z = x * 2", {"x": np.ones(2)}).with_value("x", [2], 1),
    "labels.not_whole": _labels([0, 0.5]),
    "labels.out_of_range": _labels([0, 3]),
    "lesson.unknown": lambda: find_lesson("L99"),
    "limit.bytes": lambda: Document.loads("{}", Limits(bytes=1)),
    "limit.characters": lambda: _build("z = x * 2", VALUES, Limits(characters=8)),
    "limit.recorded": lambda: _build("z = x * 2", VALUES, Limits(recorded=5)),
    "nudge.not_finite": _nudged(1e308, 1e308),
    "nudge.step": _nudged(1.0, 0.0),
    "nudge.too_small": _nudged(1.0, 1e-300),
    "program.empty": lambda: _build("# nothing yet", {}),
    "roles.kind": _document(roles={"x": "weight"}),
    "roles.unknown": _document(roles={"z": "input"}),
    "upstream.shape": _document(upstream=[1, 2, 3]),
    "value.empty": _value([]),
    "value.not_finite": _value(float("nan")),
    "value.not_number": _value("1"),
    "value.ragged": _value([[1], [1, 2]]),
    "value.too_large": _value(10**400),
    "value.unknown_leaf": lambda: Document("z = x * 2", {"x": np.ones(2)}).with_value("y", [0], 1),
    "value.unused": _document(values={"x": X, "y": X}),
}


def caught(cause: Callable[[], object]) -> WhygradError:
    with pytest.raises(WhygradError) as found:
        cause()
    return found.value


def test_every_complaint_is_caused_by_a_test() -> None:
    # The bad samples of the ops are tested with the ops.
    refused = {sample.code for op in OPS.values() for sample in op.bad_samples}
    assert set(SENTENCES) - set(PROGRAMS) - set(OTHERS) - refused == set()
    assert (set(PROGRAMS) | set(OTHERS)) - set(SENTENCES) == set()
    assert not set(PROGRAMS) & set(OTHERS)


@pytest.mark.parametrize("code", PROGRAMS)
def test_a_program_that_is_wrong_is_complained_of_at_its_place(code: str) -> None:
    line, number, column = PROGRAMS[code]
    program = f"one = s * s\n{line}"
    values = {name: VALUES[name] for name in VALUES}
    wrong = caught(lambda: _build(program, values, LIMITS.get(code)))
    assert (wrong.code, wrong.line, wrong.column) == (code, number, column)
    assert_is_said(wrong)


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_no_place_in_a_program_has_none(code: str) -> None:
    wrong = caught(OTHERS[code])
    assert (wrong.code, wrong.line, wrong.column) == (code, None, None)
    assert_is_said(wrong)


def assert_is_said(wrong: WhygradError) -> None:
    """Subject, rule, what we got; all that is said is known, and can travel."""
    assert re.match(r"^[^:]+: .", wrong.message)
    assert str(wrong) == wrong.message
    named = {name for _, name, _, _ in Formatter().parse(SENTENCES[wrong.code]) if name}
    assert named <= set(wrong.params)
    told = wrong.to_json()
    assert json.loads(json.dumps(told, allow_nan=False))["message"] == wrong.message
    assert ("line" in told) == (wrong.line is not None)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_one_line_without_a_stop(code: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", code)
    assert "\n" not in SENTENCES[code]
    assert not SENTENCES[code].endswith(".")


def test_a_place_is_not_moved_once_it_is_known() -> None:
    wrong = error("program.empty").at(2, 3).at(4, 5)
    assert (wrong.line, wrong.column) == (2, 3)


def test_what_nobody_could_read_is_cut() -> None:
    wrong = error("shape.sizes", op="a" * 1000, to=(0,) * 1000)
    assert len(wrong.message) < 500
    program = "\n".join(f"z{n} = Relu(x)" for n in range(200))
    layers = caught(lambda: ran(program, {"x": X}, expand=["q" * 1000]))
    assert len(layers.message) < 1000


@pytest.mark.parametrize("code", NOTICES)
def test_a_notice_travels_with_its_sentence(code: str) -> None:
    names = [name for _, name, _, _ in Formatter().parse(NOTICES[code]) if name]
    said = notice(code, **dict.fromkeys(names, "7"))
    assert said["code"] == code
    assert "7" in said["message"]
    assert json.loads(json.dumps(said)) == said
