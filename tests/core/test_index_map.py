"""Index maps: cells found by strides, and the settings of labels that lead to them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, data

from backprop_core.index_map import (
    Apply,
    Cell,
    IndexMap,
    Number,
    Same,
    Term,
    broadcast_cell,
    cell,
    cells_in,
    function,
    letters,
    solve,
    strides,
    unraveled,
)
from tests.core.cases import shapes


def columns(**labels: int) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.intp]]]:
    return {name: np.array(n) for name, n in labels.items()}


@given(shapes(most=4))
def test_strides_lead_to_where_numpy_has_the_cell(shape: tuple[int, ...]) -> None:
    flat = np.arange(math.prod(shape)).reshape(shape)
    for index in np.ndindex(*shape):
        names = letters(len(shape))
        found = cell("a", shape, names).position(dict(zip(names, index, strict=True)))
        assert found == flat[index] == sum(np.multiply(index, strides(shape)))
        assert unraveled(int(found), shape) == index


def test_a_cell_stays_where_an_axis_has_one_place_or_no_label() -> None:
    assert cell("a", (2, 1, 3), ["i", "j", "k"]).strides == {"i": 3, "k": 1}
    assert cell("a", (2, 4), ["i", None]).strides == {"i": 4}
    assert cell("a", (3, 3), ["i", "i"]).strides == {"i": 4}  # the diagonal
    assert cell("a", (), []).strides == {}


def test_a_broadcast_cell_ignores_the_axes_that_it_lacks() -> None:
    assert broadcast_cell("b", (3,), ["i", "j"]).strides == {"j": 1}
    assert broadcast_cell("b", (2, 1), ["i", "j"]).strides == {"i": 1}
    assert broadcast_cell("b", (), ["i", "j"]).strides == {}


@given(data())
def test_solving_finds_every_setting_that_leads_to_a_position_once(data: DataObject) -> None:
    names = letters(data.draw(st.integers(0, 4)))
    sizes = {name: data.draw(st.integers(1, 4)) for name in names}
    steps = {name: data.draw(st.integers(1, 7)) for name in names}
    at = Cell("a", steps, offset=data.draw(st.integers(0, 5)))
    everywhere = [dict(zip(names, index, strict=True)) for index in np.ndindex(*sizes.values())]
    for position in range(-1, 2 + max(at.position(setting) for setting in everywhere)):
        found = [tuple(setting[n] for n in names) for setting in solve(sizes, at, position)]
        expected = [tuple(s.values()) for s in everywhere if at.position(s) == position]
        assert sorted(found) == sorted(expected)


def test_labels_that_do_not_move_a_cell_run_over_all_their_values() -> None:
    index_map = IndexMap({"i": 2, "j": 3}, Cell("out", {"i": 1}), "sum", (), {})
    found = index_map.settings(index_map.out, 1, ["i", "j"])
    assert {name: column.tolist() for name, column in found.items()} == {
        "i": [1, 1, 1],
        "j": [0, 1, 2],
    }
    assert index_map.settings(index_map.out, 5, ["i", "j"])["j"].size == 0
    assert index_map.settings(index_map.out, 0, []) == {}


def test_only_labels_that_are_used_are_set() -> None:
    index_map = IndexMap({"k": 2, "i": 2, "j": 3}, Cell("out", {"i": 1}), "sum", (), {})
    both = Apply("*", (Cell("a", {"j": 1}), Same("k", "i")))
    assert index_map.used(Cell("a", {"j": 1}), Number(2.0)) == ["j"]
    assert index_map.used(index_map.out, both) == ["k", "i", "j"]
    assert list(cells_in(both)) == [Cell("a", {"j": 1})]


def test_expressions_are_worked_out_and_told_as_data() -> None:
    a, arrays = Cell("a", {"i": 1}), {"a": np.array([4.0, -2.0])}
    one = 1 / (2 - a) * 3 + a**2 - -a
    assert one.value(arrays, columns(i=1)) == 1 / 4 * 3 + 4 - 2
    np.testing.assert_allclose(one.value(arrays, {"i": np.array([0, 1])}), [18.5, 2.75])
    assert (a / 2).to_json() == ["/", a.to_json(), 2.0]
    assert a.to_json() == {"of": "a", "offset": 0, "strides": {"i": 1}}
    assert function(">", a, 0.0).value(arrays, columns(i=0)) == 1.0
    assert function(">=", a, 4.0).value(arrays, columns(i=1)) == 0.0
    assert function("sign", a).value(arrays, columns(i=1)) == -1.0
    assert Same("i", "j").value(arrays, columns(i=1, j=1)) == 1.0
    assert Same("i", "j").to_json() == ["same", "i", "j"]
    term = Term((a, Number(2.0)), over=("i",)).to_json()
    assert term == {"over": ["i"], "factors": [a.to_json(), 2.0]}


def test_there_are_labels_for_any_number_of_axes() -> None:
    assert letters(3) == ["i", "j", "k"]
    for count in range(40):
        assert len(set(letters(count))) == count


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (1, 1)])
def test_an_unraveled_position_is_plain_numbers(shape: tuple[int, ...]) -> None:
    assert all(type(n) is int for n in unraveled(0, shape))
    assert len(unraveled(0, shape)) == len(shape)
