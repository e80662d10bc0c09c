"""The code that is shown is the code that runs: run as it is shown, it gives the same numbers."""

from __future__ import annotations

import sys
import textwrap
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.strategies import DataObject, data

from backprop_core import OPS
from backprop_core.code import rule_body, rule_text
from backprop_core.layer_op import LayerOp
from backprop_core.op import Op
from tests.core.cases import Case, cases, form_of, inputs_of
from tests.core.conformance import messages_of, upstream_of, value_of
from tests.core.running import ran

RULES = [op for op in OPS.values() if not isinstance(op, LayerOp)]
LAYERS = [op for op in OPS.values() if isinstance(op, LayerOp)]


def names_of(rule: Any) -> dict[str, Any]:
    """What a rule's module knows."""
    found: dict[str, Any] = rule.__globals__
    return found


@pytest.mark.parametrize("op", RULES, ids=lambda op: op.name)
@settings(max_examples=20)
@given(data=data())
def test_the_lines_of_an_op_run_as_they_are_shown(op: Op, data: DataObject) -> None:
    case = data.draw(cases(op))
    inputs, form = inputs_of(op, case), form_of(op, case)
    expected = value_of(op, case, inputs)
    code = op.code(form, expected.shape, case.shapes)
    known = {**names_of(form.forward), **dict(zip(op.slots, inputs, strict=True)), "np": np}
    dout = upstream_of(expected.shape, case.seed)
    known |= {**case.attributes, "dout": dout}
    for line in code.forward:
        exec(line, known)
    np.testing.assert_array_equal(known["out"], expected)
    for slot, message in messages_of(op, case, inputs, dout).items():
        for number in code.lit_backward[slot]:
            exec(code.backward[number], known)
        np.testing.assert_array_equal(known[f"d{slot}"], message)


@pytest.mark.parametrize("op", LAYERS, ids=lambda op: op.name)
def test_the_methods_of_a_layer_run_as_they_are_shown(op: LayerOp) -> None:
    # One sample of each layer has two dimensions, as its methods see all of them.
    sample = next(s for s in op.samples if len(s.shapes[0]) >= 2)
    case = Case(sample.shapes, op.attributes_of(sample.attributes), 1)
    inputs = inputs_of(op, case)
    made = op.make(inputs, case.attributes)
    out = made.forward(*(inputs[op.slots.index(slot)] for slot in op.called))
    dout = upstream_of(np.shape(out), 1)
    first = made.backward(dout)

    shown = SimpleNamespace(**vars(op.make(inputs, case.attributes)))
    known = dict(vars(sys.modules[op.cls.__module__]))
    code = op.code(form_of(op, case))
    for lines in (code.forward, code.backward):
        exec("\n".join(lines), known)
    arguments = [inputs[op.slots.index(slot)] for slot in op.called]
    np.testing.assert_array_equal(known["forward"](shown, *arguments), out)
    np.testing.assert_array_equal(known["backward"](shown, dout), first)
    for slot in op.held:
        np.testing.assert_array_equal(getattr(shown, f"d{slot}"), getattr(made, f"d{slot}"))


def test_a_line_says_how_a_broadcast_is_undone() -> None:
    found = ran("y = a + b", {"a": [[1, 2], [3, 4]], "b": [5, 6]})
    code = found.network.graph.node("y").code
    assert code is not None
    assert code.forward == ("out = a + b",)
    assert code.backward == ("da = dout", "db = dout.sum(axis=0)")


def test_an_opened_layers_ops_light_the_lines_that_they_stand_for() -> None:
    found = ran("L = SoftmaxWithLoss(x, t)", {"x": [[1, 2], [3, 4]], "t": [0, 1]}, ["L"])
    lit = {}
    for node in found.network.graph.nodes:
        if node.code and node.lit:
            lit[node.id] = [node.code.forward[line].strip() for line in node.lit.forward]
    assert all("target(t, x.shape)" in line for line in lit["L.one_hot"])
    assert lit["L.exp"] == ["e = np.exp(a)"]
    assert lit["L.sum"] == ["S = e.sum(axis=-1, keepdims=True)"]
    assert all(line.startswith("out = ") for line in lit["L"])


def test_a_message_out_of_an_opened_layer_lights_that_of_the_layer() -> None:
    values = {"x": [[1, 2]], "W": [[1, 2], [3, 4]], "b": [0, 0]}
    graph = ran("y = Affine(x, W, b)", values, ["y"]).network.graph
    shown = {}
    for message in graph.messages:
        node = graph.nodes[message.source]
        assert node.code
        assert node.lit
        lines = node.lit.backward[message.slot]
        shown[graph.nodes[message.target].id] = [node.code.backward[n].strip() for n in lines]
    assert shown == {
        "b": ["self.db = dout.sum(axis=0)"],
        "y.dot": ["def backward(self, dout):"],
        "W": ["self.dW = np.dot(self.x.T, dout)"],
        "x": ["dx = np.dot(dout, self.W.T)"],
    }


def test_code_is_shown_without_decorators_docstrings_and_annotations() -> None:
    for op in LAYERS:
        code = op.code(op.form(*op.samples[0].shapes))
        assert code.title == op.cls.__name__
        for name, lines in (("forward", code.forward), ("backward", code.backward)):
            assert lines[0].startswith(f"def {name}(self, ")
            assert not any('"""' in line or "@" in line or "->" in line for line in lines)
            assert textwrap.dedent("\n".join(lines)) == "\n".join(lines)


def test_a_rule_is_one_lambda_on_a_line_of_its_own() -> None:
    one = lambda a, b: a + b  # noqa: E731
    assert rule_text(one) == "a + b"
    with pytest.raises(LookupError):
        rule_body((lambda a: a, lambda b: b)[0])  # two on one line: which is meant cannot be told
