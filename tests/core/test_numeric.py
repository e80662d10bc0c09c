from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from backprop_core import Document, Network, WhygradError
from backprop_core.lessons import MENU, find_lesson
from backprop_core.numeric import Nudge, curve, nudge
from backprop_core.op import OPS, always
from tests.core.running import Ran, ran, ran_document


def _nudged(found: Ran, name: str, index: list[int], by: float) -> Nudge:
    return nudge(found.network, found.run, name, index, by)


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("id", [id for id in MENU if id != "digits"])
def test_every_number_of_a_lesson_stands_a_small_nudge(id: str, opened: bool) -> None:
    document = Document.from_json(find_lesson(id)["document"])
    layers = Network.build(document).program.layers if opened else ()
    found = ran_document(document, layers)
    for node in found.network.graph.nodes:
        if node.role == "target" or "one_hot" in node.id:
            continue
        for index in np.ndindex(node.shape):
            told = _nudged(found, node.id, list(index), 1e-5)
            assert told.verdict in ("agrees", "kink"), (node.id, index, told)
            if told.verdict == "agrees":
                assert abs(told.central - told.gradient) <= 1e-4 * abs(told.gradient) + told.doubt


@pytest.mark.parametrize(
    ("program", "values", "by", "verdict", "kink"),
    [
        ("y = x * x", {"x": [3.0]}, 1e-3, "agrees", None),
        ("y = Relu(x)", {"x": [0.0]}, 0.1, "kink", "y"),
        ("y = Relu(x)", {"x": [-0.05]}, 0.1, "crosses_kink", "y"),
        ("y = Relu(x)", {"x": [-5.0]}, 0.1, "agrees", None),
        ("y = abs(x)", {"x": [0.0]}, 0.1, "kink", "y"),
        ("y = maximum(x, z)", {"x": [1.0], "z": [1.0]}, 0.1, "kink", "y"),
        ("y = max(x, axis=0)", {"x": [1.0, 1.0]}, 0.1, "kink", "y"),
        ("y = exp(x)", {"x": [1.0]}, 1.0, "step_too_large", None),
        ("y = x * x + z", {"x": [1.0], "z": [1e9]}, 1e-7, "step_too_small", None),
        ("y = exp(x)", {"x": [709.0]}, 10.0, "not_finite", None),
        ("y = log(x)", {"x": [0.0]}, 0.1, "not_finite", None),
    ],
    ids=str,
)
def test_a_verdict_says_what_a_slope_and_a_gradient_have_to_do_with_each_other(
    program: str, values: dict[str, list[float]], by: float, verdict: str, kink: str | None
) -> None:
    told = _nudged(ran(program, values), "x", [0], by)
    assert (told.verdict, told.kink) == (verdict, kink)


def test_a_tie_whose_gradient_goes_to_one_side_is_said_to_be_one_where_the_loss_is_smooth() -> None:
    found = ran("y = maximum(x, z) - maximum(-x, -z)", {"x": [1.0], "z": [1.0]})
    told = _nudged(found, "x", [0], 0.1)
    assert told.central == pytest.approx(1)
    assert told.gradient == 2
    assert told.verdict == "kink"


@pytest.mark.parametrize("program", ["y = x.T", "y = broadcast_to(x, (3, 2, 2))", "y = x + 1"])
def test_a_value_that_is_a_view_of_another_is_nudged_by_itself(program: str) -> None:
    found = ran(program, {"x": [[1.0, 2.0], [3.0, 4.0]]})
    shape = found.value("y").shape
    told = _nudged(found, "y", [0] * (len(shape) - 1) + [1], 1.0)
    assert told.after == found.run.loss + 1
    assert np.sum(told.moved["y"] != found.value("y")) == 1


def test_a_switch_that_turns_without_bending_the_loss_is_no_kink() -> None:
    found = ran("y = Softmax(x)", {"x": [1.0, 1.0]}, ["y"], upstream=[1.0, 2.0])
    assert _nudged(found, "x", [0], 1e-3).verdict == "agrees"


@pytest.mark.parametrize("x", [1e-9, 1e-4, 1.0, 1e4])
def test_the_step_of_the_central_difference_suits_the_number(x: float) -> None:
    told = _nudged(ran("y = log(x)", {"x": x}), "x", [], x / 1000)
    assert told.central == pytest.approx(1 / x, rel=1e-6)
    assert told.verdict == "agrees"


@pytest.fixture
def spoiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Makes the gradient of tanh wrong by a factor."""

    def spoil(factor: float) -> None:
        good = OPS["tanh"].form(())
        # A plan copies the text of a rule: it must stand here as it is.
        wrong = {
            1.01: {"a": lambda dout, out, a: 1.01 * dout * (1 - out * out)},
            2.0: {"a": lambda dout, out, a: 2 * dout * (1 - out * out)},
        }[factor]
        form = always(dataclasses.replace(good, vjp=wrong))
        monkeypatch.setitem(OPS, "tanh", dataclasses.replace(OPS["tanh"], form=form))

    return spoil


@pytest.mark.parametrize("scale", [1.0, 1e-5, 1e-7, 1e-9])
def test_a_wrong_gradient_is_found_however_small_it_is(
    spoiled: Callable[[float], None], scale: float
) -> None:
    program = f"y = {scale} * tanh(x) + {scale} * z"
    values = {"x": [0.5], "z": [3.0]}
    assert _nudged(ran(program, values), "x", [0], 1e-3).verdict == "agrees"
    spoiled(1.01)
    told = _nudged(ran(f"{program}  # anew", values), "x", [0], 1e-3)
    assert told.verdict == "differs"
    assert told.relative_error == pytest.approx(0.01, rel=0.05)


def test_a_wrong_gradient_is_found_beside_a_loss_that_is_far_larger(
    spoiled: Callable[[float], None],
) -> None:
    spoiled(2.0)
    told = _nudged(ran("y = 1e-6 * tanh(x) + z", {"x": [0.5], "z": [20.0]}), "x", [0], 0.01)
    assert abs(told.central - told.gradient) < 1e-6
    assert told.verdict == "differs"


def test_what_rounding_hides_is_not_called_a_wrong_gradient() -> None:
    found = ran("y = (x + z) - z", {"x": [0.3], "z": [1e8]})
    assert _nudged(found, "x", [0], 1.0).verdict == "agrees"


def test_a_nudge_moves_what_comes_after_and_nothing_else() -> None:
    found = ran("a = x * 2\nb = a + z\nc = z * z\ny = b * c", {"x": [1.0, 2.0], "z": [3.0, 4.0]})
    told = _nudged(found, "x", [1], 0.5)
    assert list(told.moved) == ["x", "a", "b", "y"]
    assert told.moved["a"].tolist() == [2, 5]
    assert found.value("a").tolist() == [2, 4]


def test_one_hot_rows_of_labels_take_no_nudge_as_the_labels_take_none() -> None:
    values = {"x": [[1.0, 2.0], [3.0, 5.0]], "t": [0, 1]}
    found = ran("L = SoftmaxWithLoss(x, t)", values, ["L"])
    made = next(node.id for node in found.network.graph.nodes if "one_hot" in node.id)
    for name in ("t", made):
        with pytest.raises(WhygradError) as raised:
            _nudged(found, name, [0, 0], 0.1)
        assert raised.value.code == "explain.target"


def test_a_curve_has_the_loss_at_numbers_on_both_sides() -> None:
    found = ran("y = x * x", {"x": [3.0]})
    told = curve(found.network, found.run, "x", [0], 1.0, 5)
    assert told.at == [2, 2.5, 3, 3.5, 4]
    assert told.losses == [4, 6.25, 9, 12.25, 16]
