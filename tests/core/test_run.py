"""Runs: steps made when asked for, read again at any time, and what is not finite noticed once."""

from __future__ import annotations

import sys
from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from backprop_core import BackwardStep, ForwardStep, Network, Run
from backprop_core.index_map import Array
from backprop_core.run import Step
from tests.core.programs import RandomProgram, random_programs
from tests.core.running import document, ran

NET = "A1 = Affine(X, W1, b1)\nZ1 = Relu(A1)\nA2 = Affine(Z1, W2, b2)\nL = SoftmaxWithLoss(A2, t)"
VALUES: dict[str, Any] = {
    "X": [[1.0, -1.0], [0.5, 2.0]],
    "W1": [[1.0, 0.0, -1.0], [0.5, 1.0, 1.0]],
    "b1": [0.0, 0.1, 0.2],
    "W2": [[1.0, -1.0], [0.0, 1.0], [2.0, 0.5]],
    "b2": [0.0, 0.0],
    "t": [0, 1],
}
BRANCH = "p = x * y\ns = x + y\nf = p * s"


def begun(program: str = NET, values: dict[str, Any] | None = None, **more: Any) -> Run:
    """A run that has made nothing yet."""
    given = document(program, VALUES if values is None else values, **more)
    return Network.build(given).run(given)


def content(step: Step) -> tuple[Any, ...]:
    """All that a step says, to compare."""
    fields = {name: getattr(step, name) for name in step.__dataclass_fields__}
    return tuple(
        (name, value.shape, value.tobytes()) if isinstance(value, np.ndarray) else (name, value)
        for name, value in fields.items()
    )


def notices(program: str, values: dict[str, Any], *expand: str) -> list[tuple[str, str]]:
    """Where something was noticed, and what was said."""
    found = ran(program, values, expand)
    return [
        (step.node if isinstance(step, ForwardStep) else step.edge, str(step.notice["message"]))
        for step in found.run.steps()
        if step.notice
    ]


# --- steps --------------------------------------------------------------------------------------


def test_a_step_carries_all_that_it_says() -> None:
    found = ran(BRANCH, {"x": 2, "y": 3})
    told = [(s.seq, s.type, s.node, s.shape, float(s.value)) for s in found.forward]
    assert told == [
        (1, "node.forward", "p", (), 6.0),
        (2, "node.forward", "s", (), 5.0),
        (3, "node.forward", "f", (), 30.0),
    ]
    sent = [(s.seq, s.edge, s.slot, float(s.value), float(s.total), s.message, s.of)
            for s in found.backward]  # fmt: skip
    assert sent == [
        (4, "s>f", "b", 6.0, 6.0, 1, 1),
        (5, "p>f", "a", 5.0, 5.0, 1, 1),
        (6, "y>s", "b", 6.0, 6.0, 1, 2),
        (7, "x>s", "a", 6.0, 6.0, 1, 2),
        (8, "y>p", "b", 10.0, 16.0, 2, 2),
        (9, "x>p", "a", 15.0, 21.0, 2, 2),
    ]
    assert {(s.source, s.target, s.type, s.shape) for s in found.backward[:1]} == {
        ("f", "s", "edge.backward", ())
    }
    assert found.gradient("x") == 21.0
    assert found.run.total == 9


def test_nothing_runs_before_it_is_asked_for() -> None:
    run = begun()
    steps = run.steps()
    with pytest.raises(IndexError):
        run.step(1)
    first = next(steps)
    assert isinstance(first, ForwardStep)
    assert first.node == "A1"
    with pytest.raises(IndexError):
        run.step(2)
    for name in ("Z1", "A2", "L"):
        assert not run.gradient(name).any() or name == "L"
    assert [step.seq for step in steps] == list(range(2, run.total + 1))


def test_a_gradient_is_what_has_arrived_so_far() -> None:
    run = begun(BRANCH, {"x": 2, "y": 3})
    seen = []
    for _ in run.steps():
        seen.append(float(run.gradient("x")))
    assert seen == [0, 0, 0, 0, 0, 0, 6.0, 6.0, 21.0]
    assert begun().gradient("L") == 1.0


@settings(max_examples=100)
@given(random_programs())
def test_steps_are_the_same_whenever_they_are_read(program: RandomProgram) -> None:
    given = document(program.text, program.values, upstream=program.upstream)
    network = Network.build(given, program.expand)
    run = network.run(given)
    live: list[tuple[Any, ...]] = []
    for step in run.steps():
        assert step.seq == len(live) + 1
        live.append(content(step))
        assert content(run.step(step.seq)) == content(step)
    assert len(live) == run.total == network.forward + network.backward
    assert [content(step) for step in run.steps()] == live
    assert [content(run.step(seq)) for seq in range(run.total, 0, -1)] == live[::-1]
    assert [content(step) for step in network.run(given).finish().steps()] == live
    assert [content(step) for step in network.run(given).steps()] == live


def test_finishing_makes_what_is_left_from_any_place() -> None:
    whole = [content(step) for step in begun().steps()]
    for made in range(len(whole) + 1):
        run = begun()
        steps = run.steps()
        for _ in range(made):
            next(steps)
        assert run.finish() is run
        assert [content(step) for step in steps] == whole[made:]
        assert [content(step) for step in run.steps()] == whole
        assert [content(step) for step in run.finish().steps()] == whole


def test_two_readers_of_one_run_are_given_the_same_steps() -> None:
    run = begun()
    one, other = run.steps(), run.steps()
    pairs = [(next(one), next(other)) for _ in range(run.total)]
    assert all(content(a) == content(b) for a, b in pairs)


def test_a_step_that_there_is_not_is_an_index_error() -> None:
    run = begun().finish()
    for seq in (0, -1, run.total + 1):
        with pytest.raises(IndexError):
            run.step(seq)


@settings(max_examples=100)
@given(random_programs())
def test_messages_add_up_to_gradients_and_sums_grow_by_them(program: RandomProgram) -> None:
    found = ran(program.text, program.values, program.expand, upstream=program.upstream)
    sums: dict[str, Array] = {}
    counts: dict[str, int] = {}
    for step in found.backward:
        before = sums.get(step.target)
        sums[step.target] = step.value if before is None else before + step.value
        counts[step.target] = counts.get(step.target, 0) + 1
        assert step.message == counts[step.target]
        assert step.shape == step.value.shape == step.total.shape
        assert step.edge == f"{step.target}>{step.source}"
        np.testing.assert_array_equal(step.total, sums[step.target])
    for step in found.backward:
        assert step.of == counts[step.target]
    for name, added in sums.items():
        np.testing.assert_array_equal(found.gradient(name), added)
    upstream, output = found.run.upstream, found.value(found.network.program.output)
    assert found.run.loss == float(np.sum(upstream * output))


# --- nothing changes ----------------------------------------------------------------------------


def test_what_is_handed_out_cannot_be_written_to() -> None:
    found = ran("y = x.T + b\nz = y * y", {"x": [[1.0, 2.0]], "b": [1.0]})
    arrays = [step.value for step in found.run.steps()]
    arrays += [step.total for step in found.backward]
    arrays += [found.value(id) for id in found.ids] + [found.gradient(id) for id in found.ids]
    arrays += found.run.recorded()
    arrays += ran(NET, VALUES).run.kept("L").values()
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0
    with pytest.raises(FrozenInstanceError):
        found.forward[0].seq = 3  # type: ignore[misc]


def test_runs_of_one_network_do_not_touch_each_other() -> None:
    given = document(NET, VALUES)
    network = Network.build(given)
    first = network.run(given).finish()
    before = [content(step) for step in first.steps()]
    moved = given.with_value("W1", [0, 0], 5.0)
    second = network.run(moved).finish()
    assert [content(step) for step in first.steps()] == before
    assert [content(step) for step in network.run(given).steps()] == before
    assert float(second.value("L")) != float(first.value("L"))
    one, other = network.run(given).steps(), network.run(moved).steps()
    turns = [(content(next(one)), content(next(other))) for _ in range(first.total)]
    assert [turn[0] for turn in turns] == before
    assert [turn[1] for turn in turns] == [content(step) for step in second.steps()]


def test_the_leaves_are_recorded_as_the_document_has_them() -> None:
    given = document(NET, VALUES)
    run = Network.build(given).run(given)
    for name, array in given.values.items():
        assert np.shares_memory(run.value(name), array)


# --- what it holds ------------------------------------------------------------------------------


def owner(array: Array) -> Any:
    """The array that holds the numbers that another one shows."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    return array


def test_each_array_is_held_once() -> None:
    # A sum hands on what arrived, and so does an addition; a transpose is a view.
    program = "s = x + y\nr = s.T\nz = r - y\nL = sum(z)"
    found = ran(program, {"x": np.ones((3, 3)), "y": np.ones((3, 3))})
    held = found.run.recorded()
    whole = [array for array in held if 0 not in array.strides]  # copies of one number apart
    seen = [(a.__array_interface__["data"][0], a.strides) for a in whole if a.size > 1]
    assert len(set(seen)) == len(seen)
    assert len(held) < len(found.run._v) + len(found.run._m) + len(found.run._t)
    places = {id(owner(array)): owner(array).nbytes for array in held}
    # x, y, s, z, L; upstream; and of the way back: -dz for y, and the sum at y.
    assert sum(places.values()) == (4 + 2) * 72 + 8 + 8


def test_what_a_layer_keeps_is_seen_on_it() -> None:
    found = ran(NET, VALUES)
    np.testing.assert_array_equal(found.run.kept("Z1")["mask"], found.value("A1") > 0)
    np.testing.assert_array_equal(found.run.kept("A2")["x"], found.value("Z1"))
    kept = found.run.kept("L")
    assert kept["t"].tolist() == [[1.0, 0.0], [0.0, 1.0]]
    np.testing.assert_allclose(kept["y"].sum(axis=1), 1.0)
    assert ran("y = exp(x)", {"x": 1}).run.kept("y") == {}
    assert found.run.kept("X") == {}


# --- length -------------------------------------------------------------------------------------


def test_a_chain_of_ten_thousand_ops_runs_without_recursion() -> None:
    lines = ["a0 = x + 1", *(f"a{n} = a{n - 1} + 1" for n in range(1, 10_000))]
    given = document("\n".join(lines), {"x": 0.0})
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(200)
    try:
        run = Network.build(given).run(given)
        steps = list(run.steps())
    finally:
        sys.setrecursionlimit(limit)
    assert len(steps) == run.total == 20_000
    assert run.loss == 10_000.0
    last = steps[-1]
    assert isinstance(last, BackwardStep)
    assert (last.edge, float(last.value)) == ("x>a0", 1.0)


def test_a_value_that_feeds_hundreds_is_summed_in_order() -> None:
    lines = [f"a{n} = x * {n}.0" for n in range(500)]
    total = " + ".join(f"(a{10 * k}" + "".join(f" + a{10 * k + n}" for n in range(1, 10)) + ")"
                       for k in range(50))  # fmt: skip
    found = ran("\n".join([*lines, f"L = {total}"]), {"x": 2.0})
    assert found.gradient("x") == sum(range(500))
    to_x = [step for step in found.backward if step.target == "x"]
    assert [step.message for step in to_x] == list(range(1, 501))
    assert {step.of for step in to_x} == {500}


# --- what is not finite -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("program", "values", "place", "said"),
    [
        ("y = log(x)\nz = sum(y * 2)", {"x": [1.0, 0.0]}, "y",
         "y[1] is -Infinity: log of x[1] = 0 has no finite result"),
        ("y = 1 / x\nz = sum(y * 2)", {"x": [[1.0, 0.0]]}, "y",
         "y[0,1] is Infinity: div of 1, x[0,1] = 0 has no finite result"),
        ("y = exp(x)\nz = y * 2", {"x": 1000.0}, "y",
         "y is Infinity: exp of x = 1000 has no finite result"),
        ("y = sqrt(x) * 2", {"x": -1.0}, "y.sqrt",
         "y.sqrt is NaN: sqrt of x = -1 has no finite result"),
        ("y = x ** 0.5\nz = y + y", {"x": [-2.0]}, "y",
         "y[0] is NaN: pow of x[0] = -2, 0.5 has no finite result"),
        ("L = CrossEntropyError(y, t)", {"y": [0.0, 1.0], "t": 0}, "L",
         "L is Infinity: CrossEntropyError of t[0] = 1, y[0] = 0, t[1] = 0 has no finite result"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_finite_is_noticed_where_it_first_appears(
    program: str, values: dict[str, Any], place: str, said: str
) -> None:
    found = notices(program, values)
    assert found[0] == (place, said)
    forward = [node for node, _ in found if ">" not in node]
    assert forward == [place]


def test_what_comes_of_what_was_noticed_is_not_noticed_again() -> None:
    program = "y = log(x)\nz = y * 2\nq = z - z\nL = sum(q)"
    assert [place for place, _ in notices(program, {"x": [0.0, 1.0]})] == ["y"]


def test_another_number_that_is_not_finite_is_noticed_beside_one_that_was() -> None:
    found = notices("y = log(x)\nz = y * w", {"x": [0.0, 2.0], "w": [1.0, 1.0]})
    assert [place for place, _ in found] == ["y"]
    found = notices("y = log(x)\nz = y / w", {"x": [0.0, 2.0], "w": [1.0, 0.0]})
    assert [place for place, _ in found[:2]] == ["y", "z"]
    assert found[1][1].startswith("z[1] is Infinity: div of y[1] = 0.693147, w[1] = 0")


def test_a_message_that_is_not_finite_is_noticed_with_its_cause() -> None:
    assert notices("y = sqrt(x)\nL = sum(y * 2)", {"x": [0.0, 1.0]}) == [
        ("x>y", "the message to x[0] is Infinity: "
         "sqrt makes no finite one of dL/dy[0] = 2, y[0] = 0")
    ]  # fmt: skip
    assert notices("z = sqrt(x)\ny = z * 1", {"x": 0.0}) == [
        ("x>z", "the message to x is Infinity: sqrt makes no finite one of dy/dz = 1, z = 0")
    ]


def test_messages_that_come_of_one_that_was_noticed_are_not_noticed_again() -> None:
    program = "a = x * 3\ny = sqrt(a)\nL = sum(y)"
    assert [place for place, _ in notices(program, {"x": [0.0, 1.0]})] == ["a>y"]
    found = ran(program, {"x": [0.0, 1.0]})
    assert found.gradient("x").tolist() == [np.inf, 0.5 / np.sqrt(3.0) * 3]


def test_finite_messages_that_add_up_to_too_much_are_noticed() -> None:
    assert notices("a = x * 1e308\nb = x * 1e308\ny = a + b", {"x": [1e-5]}) == [
        ("x>a", "the gradient of x[0] is Infinity: "
         "its messages add up to more than a float64 holds")
    ]  # fmt: skip


def test_numbers_that_are_finite_are_not_noticed() -> None:
    assert notices(NET, VALUES) == []
    assert notices(NET, VALUES, "A1", "Z1", "A2", "L") == []
