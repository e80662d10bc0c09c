from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop_core import Document, Network
from backprop_core.check import Checked, Progress, check_gradients, checkable
from backprop_core.copies import Copies, Move
from backprop_core.lessons import MENU, find_lesson
from backprop_core.op import OPS, always
from tests.core.running import Ran, ran, ran_document

STEP = 1e-3
BOTH = (STEP, -STEP)


def _checked(found: Ran) -> dict[str, Checked]:
    *_, progress = check_gradients(found.network, found.run)
    assert progress.checked == progress.total
    return {node.name: node for node in progress.nodes}


def _compare_with_the_loop(found: Ran) -> None:
    """The losses of all copies are those of one nudged run each."""
    graph, run = found.network.graph, found.run
    names = checkable(graph)
    values = [run.value(name).ravel() for name in names]
    moves = [
        Move(graph.place[name], 0, np.array([value + STEP, value - STEP]))
        for name, value in zip(names, values, strict=True)
    ]
    loops = [
        np.array(
            [
                [run.moved(name, int(n), by).loss - run.loss for n in range(move.values.shape[1])]
                for by in BOTH
            ]
        )
        for name, move in zip(names, moves, strict=True)
    ]
    alone = [Copies(graph, run, [move]).changes for move in moves]
    together = Copies(graph, run, moves).changes
    scale = 1e-11 * max(1, abs(run.loss))
    for changes, loop in zip(alone, loops, strict=True):
        np.testing.assert_allclose(changes, loop, rtol=1e-9, atol=scale)
    np.testing.assert_allclose(together, np.concatenate(loops, axis=1), rtol=1e-9, atol=scale)


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("id", [id for id in MENU if id != "digits"])
def test_all_copies_of_a_lesson_move_as_one_nudged_run_each_does(id: str, opened: bool) -> None:
    document = Document.from_json(find_lesson(id)["document"])
    layers = Network.build(document).program.layers if opened else ()
    found = ran_document(document, layers)
    _compare_with_the_loop(found)
    for node in _checked(found).values():
        assert node.verdict in ("agrees", "kink"), node


LINES = [
    "{0} + {1}", "{0} * {1}", "{0} - {1}", "{0} / (1.5 + {1} * {1})", "tanh({0})",
    "exp(0.1 * {0})", "dot({0}, {1}.T)", "dot({0}.T, {1})", "max({0}, axis=0) + {1}",
    "mean({0}, axis=1, keepdims=True) * {1}", "sum({0} * {0}) + {1}", "maximum({0}, {1})",
    "Softmax({0}) * {1}", "Sigmoid({0})", "Relu({0}) + {1}", "abs({0})",
    "reshape(reshape({0}, (-1,)) * reshape({1}, (-1,)), (3, 3))",
    "broadcast_to(sum({0}, axis=0), (3, 3)) - {1}",
]  # fmt: skip


@st.composite
def programs(draw: st.DrawFn) -> tuple[str, int]:
    names, lines = ["x", "w"], ["s = x * w"]
    for n in range(draw(st.integers(1, 5))):
        line = draw(st.sampled_from(LINES))
        lines.append(f"a{n} = {line.format(*(draw(st.sampled_from(names)) for _ in range(2)))}")
        names.append(f"a{n}")
    return "\n".join(lines), draw(st.integers(0, 2**32 - 1))


@settings(max_examples=60, deadline=None)
@given(programs())
def test_all_copies_of_a_random_program_move_as_one_nudged_run_each_does(
    made: tuple[str, int],
) -> None:
    program, seed = made
    random = np.random.default_rng(seed)
    leaves = ("x", "w")
    values = {name: random.uniform(-1, 1, (3, 3)) for name in leaves}
    _compare_with_the_loop(ran(program, values))


def test_an_element_whose_switch_turns_is_at_a_kink_and_not_wrong() -> None:
    found = _checked(ran("y = Relu(x)", {"x": [0.0, 1.0, -1.0]}))
    assert (found["x"].kinks, found["x"].verdict) == (1, "agrees")
    found = _checked(ran("y = maximum(x, z)", {"x": 1.0, "z": 1.0}))
    assert (found["x"].kinks, found["x"].verdict) == (1, "kink")


def test_a_spoiled_rule_is_found_also_where_the_gradient_is_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program, values = "spoiled = tanh(x + w)", {"x": [1.0, 2.0], "w": [3.0, 4.0]}
    assert {n.verdict for n in _checked(ran(program, values)).values()} == {"agrees"}
    good = OPS["tanh"].form(())
    wrong = {
        "a": lambda dout, out, a: dout * (1 - out * out) * 1.01,
    }
    spoiled = dataclasses.replace(OPS["tanh"], form=always(dataclasses.replace(good, vjp=wrong)))
    monkeypatch.setitem(OPS, "tanh", spoiled)
    found = _checked(ran(f"{program}  # anew", values))
    assert {node.verdict for node in found.values()} == {"differs"}
    assert found["x"].worst == pytest.approx(0.01, rel=0.05)


def test_a_check_shows_how_far_it_is_and_stops_when_it_is_not_asked_on() -> None:
    random = np.random.default_rng(0)
    values = {"x": random.normal(size=(100, 100)), "w": random.normal(size=(100, 2))}
    found = ran("y = tanh(dot(x, w))", values)
    steps: Iterator[Progress] = check_gradients(found.network, found.run)
    first = dataclasses.replace(next(steps))
    assert 0 < first.checked < first.total == 100 * 100 + 200
    assert next(steps).checked > first.checked
    steps.close()  # type: ignore[attr-defined]


def test_a_gradient_that_is_not_finite_is_said_to_be() -> None:
    found = _checked(ran("y = log(x)", {"x": [0.0, 1.0]}))
    assert found["x"].verdict == "not_finite"
