"""Layers with windows and the others beyond the textbook's fifth chapter, by known numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from backprop_core import (
    BatchNormalization,
    Convolution,
    Dropout,
    Gelu,
    LayerNormalization,
    LeakyRelu,
    MaxPooling,
    Softplus,
    WhygradError,
)
from backprop_core.explain import explain
from backprop_core.index_map import Array
from backprop_core.windows import col2im, im2col
from tests.core.running import ran


def direct(x: Array, W: Array, b: Array, stride: int, pad: int) -> Array:
    """A convolution as it is defined, number by number."""
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    height, width = W.shape[2:]
    rows = (padded.shape[2] - height) // stride + 1
    columns = (padded.shape[3] - width) // stride + 1
    out = np.zeros((len(x), len(W), rows, columns))
    for n, f, i, j in np.ndindex(*out.shape):
        top, left = i * stride, j * stride
        window = padded[n, :, top : top + height, left : left + width]
        out[n, f, i, j] = (window * W[f]).sum() + b[f]
    return out


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 0), (1, 1), (2, 2), (3, 1)])
def test_a_convolution_is_what_its_definition_says(stride: int, pad: int) -> None:
    random = np.random.default_rng(0)
    x, W = random.normal(size=(2, 3, 5, 6)), random.normal(size=(4, 3, 3, 2))
    b = random.normal(size=4)
    found = Convolution(W, b, stride=stride, pad=pad).forward(x)
    np.testing.assert_allclose(found, direct(x, W, b, stride, pad), rtol=1e-12, atol=1e-12)


def test_rows_of_windows_put_back_count_how_often_each_number_was_read() -> None:
    x = np.arange(9.0).reshape(1, 1, 3, 3)
    col = im2col(x, 2, 2, 1, 0)
    assert col.tolist() == [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]]
    counts = col2im(np.ones_like(col), x.shape, 2, 2, 1, 0)
    assert counts[0, 0].tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
    rim = im2col(x, 2, 2, 1, 1)
    assert col2im(np.ones_like(rim), x.shape, 2, 2, 1, 1)[0, 0].tolist() == [[4] * 3] * 3


@pytest.mark.parametrize("expand", [[], ["y"]])
def test_a_tie_in_a_pool_goes_to_the_first(expand: list[str]) -> None:
    x = [[[[1.0, 3.0], [3.0, 3.0]]]]
    found = ran("y = MaxPooling(x)", {"x": x}, expand=expand)
    assert found.value("y").tolist() == [[[[3.0]]]]
    assert found.gradient("x").tolist() == [[[[0.0, 1.0], [0.0, 0.0]]]]


def test_a_zero_of_the_rim_is_larger_than_negative_numbers() -> None:
    layer = MaxPooling(2, 2, stride=2, pad=1)
    assert layer.forward([[[[-1.0, 2.0], [-3.0, -4.0]]]]).tolist() == [[[[0, 2], [0, 0]]]]
    assert layer.backward(np.ones((1, 1, 2, 2))).tolist() == [[[[0, 1], [0, 0]]]]


@pytest.mark.parametrize("program", ["y = Convolution(x, W, b, pad=1)", "y = MaxPooling(x, pad=1)"])
def test_no_cell_of_the_rim_is_named_and_the_terms_add_up(program: str) -> None:
    random = np.random.default_rng(1)
    values: dict[str, Any] = {"x": random.normal(size=(1, 2, 3, 3))}
    if "W" in program:
        values |= {"W": random.normal(size=(1, 2, 2, 2)), "b": [0.5]}
    found = ran(program, values)
    names = {"x", "W", "b", "y"}
    for name in values:
        for index in np.ndindex(found.value(name).shape):
            why = explain(found.network.graph, found.run, of="gradient", name=name, index=index)
            size = sum(abs(road.products).sum() for road in why.roads)
            assert abs(why.sum - found.gradient(name)[index]) <= 1e-12 * size
            labels = {f.label.partition("[")[0] for road, n in why.terms() for f in road.factors(n)}
            assert labels <= names | {"dL/dy", "winner"}


def test_one_weight_is_explained_by_the_pixels_it_multiplied() -> None:
    x = np.arange(1.0, 10.0).reshape(1, 1, 3, 3)
    found = ran("y = Convolution(x, W, b)", {"x": x, "W": [[[[1, 0], [0, -1]]]], "b": [0]})
    why = explain(found.network.graph, found.run, of="gradient", name="W", index=(0, 0, 0, 0))
    (road,) = why.roads
    assert why.sum == 12.0
    assert [road.factors(n)[1].value for n in range(len(road))] == [1.0, 2.0, 4.0, 5.0]


def test_windows_of_too_many_numbers_are_refused_before_any_is_made() -> None:
    values = {"x": np.zeros((1, 1, 1000, 1000)), "W": np.zeros((1, 1, 500, 500)), "b": [0]}
    for expand in ([], ["y"]):
        with pytest.raises(WhygradError) as caught:
            ran("y = Convolution(x, W, b)", values, expand=expand)
        assert caught.value.code == "limit.elements"


# --- normalization, dropout, activations --------------------------------------------------------


def test_a_normalized_batch_has_mean_beta_and_deviation_gamma() -> None:
    x = np.random.default_rng(2).normal(3.0, 5.0, size=(50, 3))
    out = BatchNormalization([1.0, 2.0, 3.0], [0.0, -1.0, 7.0], eps=0.0).forward(x)
    np.testing.assert_allclose(out.mean(axis=0), [0.0, -1.0, 7.0], atol=1e-12)
    np.testing.assert_allclose(out.std(axis=0), [1.0, 2.0, 3.0], rtol=1e-12)


def test_the_gradient_of_a_normalized_row_adds_up_to_zero() -> None:
    layer = LayerNormalization(np.ones(4), np.zeros(4))
    layer.forward([[1.0, 2.0, 4.0, 8.0], [0.0, -1.0, 5.0, 2.0]])
    dx = layer.backward([[1.0, 0.0, 0.0, 0.0], [0.0, 3.0, -1.0, 0.0]])
    np.testing.assert_allclose(dx.sum(axis=-1), 0.0, atol=1e-15)


def test_dropout_drops_the_same_for_the_same_seed_and_scales_nothing() -> None:
    x = np.arange(1.0, 101.0)
    one, same, other = Dropout(seed=3), Dropout(seed=3), Dropout(seed=4)
    out = one.forward(x)
    assert set(out.tolist()) <= {0.0, *x.tolist()}
    assert 20 < np.count_nonzero(out) < 80
    np.testing.assert_array_equal(out, same.forward(x))
    assert (out != other.forward(x)).any()
    np.testing.assert_array_equal(one.backward(np.ones(100)), (out != 0).astype(float))


def test_nothing_goes_back_to_the_mask_of_an_opened_dropout() -> None:
    found = ran("y = Dropout(x)", {"x": [1.0, 2.0, 3.0]}, expand=["y"])
    assert [step.edge for step in found.backward] == ["x>y"]


def test_a_leaky_relu_at_zero_has_the_gradient_of_its_negative_side() -> None:
    layer = LeakyRelu(slope=0.1)
    assert layer.forward([-2.0, 0.0, 3.0]).tolist() == [-0.2, 0.0, 3.0]
    assert layer.backward([1.0, 1.0, 1.0]).tolist() == [0.1, 0.1, 1.0]
    opened = ran("y = LeakyRelu(x, slope=0.1)", {"x": [-2.0, 0.0, 3.0]}, expand=["y"])
    assert opened.gradient("x").tolist() == [0.1, 0.1, 1.0]


def test_gelu_is_close_to_its_exact_form_by_the_error_function() -> None:
    x = np.linspace(-6.0, 6.0, 1001)
    exact = [n * 0.5 * (1 + math.erf(n / math.sqrt(2))) for n in x]
    assert np.abs(Gelu().forward(x) - exact).max() < 0.0005


def test_softplus_of_large_numbers_is_finite_and_its_slope_the_sigmoid() -> None:
    layer = Softplus()
    out = layer.forward([-1e3, 0.0, 1e3])
    assert out[[0, 2]].tolist() == [0.0, 1e3]
    assert out[1] == pytest.approx(math.log(2.0), rel=1e-15)
    assert layer.backward([1.0, 1.0, 1.0]).tolist() == [0.0, 0.5, 1.0]
