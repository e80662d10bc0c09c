"""The code that is shown is what ran."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from backprop_core.ops import reduction
from tests.core.running import ran


def lines(program: str, values: dict[str, Any]) -> dict[str, str]:
    """The lit line of each message of a program of one op."""
    node = ran(program, values).network.graph.nodes[-1]
    assert node.code is not None
    return {slot: node.code.backward[at] for slot, (at,) in node.code.lit_backward.items()}


def test_the_message_to_a_bias_that_was_copied_is_shown_with_its_sum() -> None:
    assert lines("y = x + b", {"x": np.ones((3, 2)), "b": [1, 2]}) == {
        "a": "da = dout",
        "b": "db = dout.sum(axis=0)",
    }
    assert lines("y = x - b", {"x": [1, 2], "b": 3})["b"] == "db = (-dout).sum(axis=0)"
    found = lines("y = x * b", {"x": np.ones((3, 2)), "b": np.ones((3, 1))})
    assert found["b"] == "db = (dout * a).sum(axis=1, keepdims=True)"


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "**"])
@pytest.mark.parametrize(
    "shapes",
    [((), ()), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1), (1, 3)), ((2, 3), ()), ((2, 1, 3), (4, 1)),
     ((1, 3), (2, 2, 3)), ((1, 1), (4, 2, 3))],
)  # fmt: skip
def test_a_shown_line_gives_the_message_that_ran(operator: str, shapes: Any) -> None:
    random = np.random.default_rng(0)
    a, b = (random.uniform(0.5, 2.0, shape) for shape in shapes)
    upstream = random.uniform(-1.0, 1.0, np.broadcast_shapes(*shapes))
    program, values = f"y = a {operator} b", {"a": a, "b": b}
    found = ran(program, values, upstream=upstream)
    scope = {"np": np, "a": a, "b": b, "dout": upstream, "out": found.value("y")}
    for slot, line in lines(program, values).items():
        exec(line, scope)
        assert np.shape(scope[f"d{slot}"]) == found.gradient(slot).shape
        np.testing.assert_allclose(scope[f"d{slot}"], found.gradient(slot), rtol=1e-14)


def test_a_copy_that_is_asked_for_and_a_sum_are_shown_as_each_others_way_back() -> None:
    assert lines("y = broadcast_to(x, (3, 2))", {"x": [1, 2]}) == {"a": "da = dout.sum(axis=0)"}
    (message,) = reduction.SUM.form((2,)).messages.values()
    assert message == r"\d{a} = \operatorname{copy}(\d{out})"
