"""The layers: folded and opened they are the same, and each class works alone."""

from __future__ import annotations

import weakref
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from hypothesis.strategies import DataObject, SearchStrategy, data

from backprop_core import (
    OPS,
    Affine,
    CrossEntropyError,
    Relu,
    Sigmoid,
    Softmax,
    SoftmaxWithLoss,
    SumSquaredError,
    Tanh,
    WhygradError,
)
from backprop_core.index_map import Array
from backprop_core.layer_op import LayerOp
from backprop_core.targets import one_hot, samples_of, target
from tests.core.cases import Case, cases, inputs_of
from tests.core.running import call_of, ran

LAYERS = [op for op in OPS.values() if isinstance(op, LayerOp)]
EXAMPLES = 60

# How large the numbers are for which a layer is held to its definition.
WIDE = 1e3
UPSTREAM = 10.0
RANGE = {"Sigmoid": 700.0, "Softplus": 700.0}  # as their classes say
NORMALIZED = {"BatchNormalization", "LayerNormalization"}  # where large gradients cancel inside


def numbers(least: float, most: float) -> SearchStrategy[float]:
    return st.floats(least, most, allow_subnormal=False)


def draw_inputs(data: DataObject, op: LayerOp, case: Case) -> list[Array]:
    """Inputs over the whole range for which folded and opened are held to be equal."""
    most = RANGE.get(op.name, WIDE)
    found = []
    for slot, array in zip(op.slots, inputs_of(op, case), strict=True):
        domain = op.domains.get(slot, "real")
        if domain == "one-hot":
            found.append(array)
            continue
        least = 1e-6 if domain == "positive" else -most
        found.append(data.draw(hnp.arrays(float, array.shape, elements=numbers(least, most))))
    return found


def assert_same(found: Array, expected: Array, inside: float = 0.0) -> None:
    """Equal up to rounding; where much cancels, of numbers as large as the upstream gradient.

    `inside` is how large the numbers are that cancel inside the layer, where its class says so.
    """
    scale = max(UPSTREAM, inside, float(np.abs(expected).max()))
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14 * scale)


@pytest.mark.parametrize("op", LAYERS, ids=lambda op: op.name)
@settings(max_examples=EXAMPLES)
@given(data=data())
def test_a_layer_folded_and_opened_is_the_same(op: LayerOp, data: DataObject) -> None:
    case = data.draw(cases(op))
    values = dict(zip(op.slots, draw_inputs(data, op, case), strict=True))
    shape = op.shape(*case.shapes, **case.attributes)
    upstream = data.draw(hnp.arrays(float, shape, elements=numbers(-UPSTREAM, UPSTREAM)))
    program = call_of(op, case.attributes)
    folded = ran(program, values, upstream=upstream)
    opened = ran(program, values, expand=["out"], upstream=upstream)
    assert {node.group for node in opened.network.graph.nodes} == {None, "out"}
    inside = 0.0
    if op.name in NORMALIZED:
        inside = max(float(np.abs(step.value).max()) for step in opened.backward)
    for name in folded.names:
        assert_same(opened.value(name), folded.value(name))
        assert_same(opened.gradient(name), folded.gradient(name), inside)


@pytest.mark.parametrize("op", LAYERS, ids=lambda op: op.name)
@settings(max_examples=EXAMPLES)
@given(data=data())
def test_a_class_alone_gives_what_the_network_gives(op: LayerOp, data: DataObject) -> None:
    case = data.draw(cases(op))
    inputs = inputs_of(op, case)
    values = dict(zip(op.slots, inputs, strict=True))
    network = ran(call_of(op, case.attributes), values)
    layer = op.make([array.tolist() for array in inputs], case.attributes)
    out = layer.forward(*(values[slot].tolist() for slot in op.called))
    first = layer.backward(np.ones(np.shape(out)).tolist())
    np.testing.assert_array_equal(out, network.value("out"))
    np.testing.assert_array_equal(first, network.gradient(op.called[0]))
    for slot in op.held:
        np.testing.assert_array_equal(getattr(layer, f"d{slot}"), network.gradient(slot))


def test_a_relu_at_zero_is_zero_and_lets_nothing_through() -> None:
    layer = Relu()
    assert layer.forward([-1.0, 0.0, -0.0, 2.0]).tolist() == [0.0, 0.0, 0.0, 2.0]
    assert layer.mask.tolist() == [False, False, False, True]
    assert layer.backward([5.0, 5.0, 5.0, 5.0]).tolist() == [0.0, 0.0, 0.0, 5.0]
    for expand in ([], ["y"]):
        found = ran("y = Relu(x)", {"x": [-1.0, 0.0, 2.0]}, expand=expand)
        assert found.gradient("x").tolist() == [0.0, 0.0, 1.0]


def test_a_textbooks_two_layers_train() -> None:
    random = np.random.default_rng(0)
    x, t = random.normal(size=(20, 2)), (random.random(20) < 0.5).astype(int)
    params = [random.normal(size=shape) for shape in ((2, 8), (8,), (8, 2), (2,))]
    losses = []
    for _ in range(200):
        W1, b1, W2, b2 = params
        first, relu, second, last = Affine(W1, b1), Relu(), Affine(W2, b2), SoftmaxWithLoss()
        losses.append(float(last.forward(second.forward(relu.forward(first.forward(x))), t)))
        first.backward(relu.backward(second.backward(last.backward())))
        grads = [first.dW, first.db, second.dW, second.db]
        params = [param - 0.5 * grad for param, grad in zip(params, grads, strict=True)]
    assert losses[-1] < 0.5 * losses[0]


# --- Affine -------------------------------------------------------------------------------------


def test_affine_gives_the_gradient_back_in_the_shape_of_an_input_of_more_dimensions() -> None:
    x = np.arange(24.0).reshape(2, 3, 2, 2)
    W, b = np.arange(24.0).reshape(12, 2), np.ones(2)
    layer = Affine(W, b)
    out = layer.forward(x)
    np.testing.assert_array_equal(out, x.reshape(2, 12) @ W + b)
    dx = layer.backward(np.ones((2, 2)))
    assert dx.shape == x.shape
    np.testing.assert_array_equal(dx.reshape(2, 12), np.ones((2, 2)) @ W.T)
    assert layer.dW.shape == W.shape
    assert layer.db.tolist() == [2.0, 2.0]


def test_affine_takes_one_sample_without_the_axis_of_the_batch() -> None:
    layer = Affine([[1, 2], [3, 4], [5, 6]], [10, 20])
    assert layer.forward([1, 0, -1]).tolist() == [6.0, 16.0]
    assert layer.backward([1, 10]).tolist() == [21.0, 43.0, 65.0]
    assert layer.dW.tolist() == [[1.0, 10.0], [0.0, 0.0], [-1.0, -10.0]]
    assert layer.db.tolist() == [1.0, 10.0]


def test_message_to_a_broadcast_bias_sums_over_the_batch() -> None:
    layer = Affine(np.eye(2), np.zeros(2))
    layer.forward(np.ones((3, 2)))
    layer.backward([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])
    assert layer.db.tolist() == [111.0, 222.0]


# --- losses -------------------------------------------------------------------------------------

X = [[2.0, 1.0, -1.0], [0.5, 0.0, 3.0]]
ONE_HOT = [[0, 1, 0], [0, 0, 1]]
LABELS = [1, 2]
PROBABILITIES = [[0.2, 0.7, 0.1], [0.1, 0.1, 0.8]]


@pytest.mark.parametrize(("make", "x"), [(SoftmaxWithLoss, X), (CrossEntropyError, PROBABILITIES)])
def test_labels_and_one_hot_rows_are_the_same(make: Any, x: Any) -> None:
    by_label, by_row = make(), make()
    assert by_label.forward(x, LABELS) == by_row.forward(x, ONE_HOT)
    np.testing.assert_array_equal(by_label.backward(), by_row.backward())
    assert by_label.t.tolist() == ONE_HOT
    one, single = make(), make()
    assert one.forward(x[0], 1) == single.forward(x[0], ONE_HOT[0])
    assert one.backward().shape == (3,)


@pytest.mark.parametrize(("make", "x"), [(SoftmaxWithLoss, X), (CrossEntropyError, PROBABILITIES)])
def test_a_single_sample_is_not_divided(make: Any, x: Any) -> None:
    batch = make()
    loss = batch.forward(x, LABELS)
    losses = []
    for row, label in zip(x, LABELS, strict=True):
        layer = make()
        losses.append(layer.forward(row, label))
        assert layer.N == 1
    assert batch.N == 2
    np.testing.assert_allclose(sum(losses) / 2, loss, rtol=1e-15)


def test_sum_squared_error_divides_by_the_samples() -> None:
    layer = SumSquaredError()
    assert layer.forward([[1.0, 2.0], [3.0, 5.0]], [[0.0, 0.0], [3.0, 1.0]]) == (1 + 4 + 16) / 4
    assert layer.backward(2.0).tolist() == [[1.0, 2.0], [0.0, 4.0]]
    assert layer.forward([1.0, 2.0], [0.0, 0.0]) == 2.5
    assert layer.backward().tolist() == [1.0, 2.0]
    with pytest.raises(WhygradError) as caught:
        layer.forward([[1.0, 2.0]], [1.0, 2.0])
    assert caught.value.code == "shape.target_same"


def test_cross_entropy_adds_eps_inside_the_logarithm() -> None:
    layer = CrossEntropyError(eps=1e-7)
    assert layer.forward([1.0, 0.0], 1) == pytest.approx(-np.log(1e-7), rel=1e-15)
    assert layer.backward().tolist() == [0.0, -1.0 / 1e-7]


def test_rows_that_do_not_sum_to_one_weigh_the_softmax() -> None:
    layer = SoftmaxWithLoss()
    layer.forward([0.0, 0.0], [1.0, 1.0])
    assert layer.backward().tolist() == [0.0, 0.0]
    layer.forward([0.0, 0.0], [3.0, 0.0])
    assert layer.backward().tolist() == [-1.5, 1.5]


@pytest.mark.parametrize(
    ("t", "code"),
    [
        ([0, 3], "labels.out_of_range"),
        ([0, -1], "labels.out_of_range"),
        ([0, 0.5], "labels.not_whole"),
        ([0, float("nan")], "labels.not_whole"),
        ([0, float("inf")], "labels.not_whole"),
        ([0, 1e300], "labels.out_of_range"),
        ([0, 1, 2], "shape.target"),
        ([[0, 1]], "shape.target"),
    ],
)
def test_a_target_that_is_none_is_refused(t: Any, code: str) -> None:
    for layer in (SoftmaxWithLoss(), CrossEntropyError()):
        with pytest.raises(WhygradError) as caught:
            layer.forward(PROBABILITIES, t)
        assert caught.value.code == code


# --- large numbers, without a warning -----------------------------------------------------------


def test_softmax_with_loss_is_stable_for_large_numbers() -> None:
    layer = SoftmaxWithLoss()
    assert layer.forward([1e3, 0.0, -1e3], 0) == 0.0
    assert layer.forward([1e3, 0.0, -1e3], 2) == 2e3
    assert layer.backward().tolist() == [1.0, 0.0, -1.0]
    for expand in ([], ["L"]):
        found = ran("L = SoftmaxWithLoss(x, t)", {"x": [1e3, 0.0, -1e3], "t": 2}, expand=expand)
        assert found.value("L") == 2e3
        assert found.gradient("x").tolist() == [1.0, 0.0, -1.0]
        assert all(step.notice is None for step in found.run.steps())


def test_sigmoid_of_large_numbers_is_zero_or_one() -> None:
    layer = Sigmoid()
    assert layer.forward([-1e3, 0.0, 1e3]).tolist() == [0.0, 0.5, 1.0]
    assert layer.backward(np.ones(3)).tolist() == [0.0, 0.25, 0.0]


def test_an_opened_sigmoid_overflows_where_its_class_says_and_is_noticed() -> None:
    folded, opened = (ran("y = Sigmoid(x)", {"x": [-1e3, 0.0]}, expand=e) for e in ([], ["y"]))
    assert folded.value("y").tolist() == opened.value("y").tolist() == [0.0, 0.5]
    assert folded.gradient("x").tolist() == [0.0, 0.25]
    assert np.isnan(opened.gradient("x")[0])
    noticed = [step.node for step in opened.forward if step.notice]
    assert noticed == ["y.exp"]


def test_softmax_and_tanh_of_large_numbers_are_finite() -> None:
    softmax, tanh = Softmax(), Tanh()
    assert softmax.forward([[1e3, 0.0], [-1e3, -1e3]]).tolist() == [[1.0, 0.0], [0.5, 0.5]]
    assert softmax.backward([[1.0, 2.0], [1.0, 3.0]]).tolist() == [[0.0, 0.0], [-0.5, 0.5]]
    assert tanh.forward([-1e3, 1e3]).tolist() == [-1.0, 1.0]
    assert tanh.backward([7.0, 7.0]).tolist() == [0.0, 0.0]


# --- what is known of a target ------------------------------------------------------------------


def test_a_target_that_was_changed_is_read_again() -> None:
    t = np.array([0.0, 1.0])
    assert target(t, (2, 2)).hot.tolist() == [[1.0, 0.0], [0.0, 1.0]]
    t[0] = 1.0
    assert target(t, (2, 2)).hot.tolist() == [[0.0, 1.0], [0.0, 1.0]]
    t.flags.writeable = False
    assert target(t, (2, 2)).hot.tolist() == [[0.0, 1.0], [0.0, 1.0]]
    t.flags.writeable = True
    t[0] = 0.0
    assert target(t, (2, 2)).hot.tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_what_is_known_of_a_target_does_not_keep_it_alive() -> None:
    for make in (lambda: np.array([0.0, 1.0]), lambda: np.eye(2)):
        t = make()
        t.flags.writeable = False
        assert target(t, (2, 2)).hot is target(t, (2, 2)).hot
        left = weakref.ref(t)
        del t
        assert left() is None


def test_samples_are_rows_and_one_hot_rows_are_handed_on() -> None:
    rows = np.eye(3)
    assert one_hot(rows, (3, 3)) is rows
    assert (samples_of((4, 3)), samples_of((3,)), samples_of(())) == (4, 1, 1)
