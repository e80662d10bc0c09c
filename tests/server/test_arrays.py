from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from server.arrays import Shelf, far, inline, number, thumbnail
from server.wire import FarArray, WireArray

BIG = np.arange(600.0).reshape(20, 30)


def _far(array: WireArray) -> FarArray:
    assert "href" in array
    return cast(FarArray, array)


def _address(array: WireArray) -> tuple[str, int]:
    folder, api, token, n = _far(array)["href"].split("/")
    assert (folder, api) == ("api", "arrays")
    return token, int(n)


@pytest.mark.parametrize(
    ("value", "text"),
    [(np.nan, "NaN"), (np.inf, "Infinity"), (-np.inf, "-Infinity"), (-0.0, -0.0), (1e308, 1e308)],
)
def test_a_number_travels_as_itself_or_spelled(value: float, text: object) -> None:
    assert number(value) == text
    assert inline(np.array([value, 1.0]))["data"] == [text, 1.0]


def test_an_array_of_256_elements_travels_inline_and_a_larger_one_does_not() -> None:
    run = Shelf(1 << 20).start()
    assert run.put(np.zeros((16, 16))) == {"shape": (16, 16), "data": [0.0] * 256}
    assert "href" in run.put(np.zeros(257))


def test_a_transposed_view_travels_row_after_row() -> None:
    assert inline(np.array([[1.0, 2.0], [3.0, 4.0]]).T)["data"] == [1.0, 3.0, 2.0, 4.0]


def test_a_large_array_says_its_range_and_is_found_at_its_address() -> None:
    shelf = Shelf(1 << 20)
    sent = _far(shelf.start().put(BIG))
    assert sent["range"] == (0.0, 599.0)
    assert sent["finite"]
    assert shelf.find(*_address(sent)) is BIG


def test_a_thumbnail_is_the_means_of_blocks_that_cover_all() -> None:
    small = thumbnail(np.arange(32.0).reshape(1, 32))
    assert small.shape == (1, 16)
    np.testing.assert_array_equal(small[0], np.arange(16) * 2 + 0.5)
    assert thumbnail(BIG).shape == (16, 16)
    assert thumbnail(np.ones((3, 5, 40))).shape == (15, 16)


def test_a_large_array_that_is_not_finite_gives_the_range_of_what_is() -> None:
    array = BIG.copy()
    array[0, 0], array[19, 29] = np.nan, np.inf
    sent = far(array, "api/arrays/t/0")
    assert (sent["range"], sent["finite"]) == ((1.0, 598.0), False)
    assert sent["thumbnail"]["data"][0] == "NaN"
    assert far(np.full(300, np.nan), "")["range"] == (0.0, 0.0)


def test_an_array_that_both_runs_hold_keeps_its_address_when_the_first_goes() -> None:
    shelf = Shelf(1 << 20)
    first = shelf.start()
    again, gone = BIG.copy(), BIG.copy()
    address, old = first.put(again), first.put(gone)
    second = shelf.start(first)
    assert second.put(again) == address
    second.settle()
    shelf.drop(first)
    assert shelf.find(*_address(address)) is again
    assert shelf.find(*_address(old)) is None


def test_two_views_of_the_same_numbers_have_one_address_and_a_transpose_another() -> None:
    run = Shelf(1 << 20).start()
    square = np.arange(400.0).reshape(20, 20)
    address = _address(run.put(square.view()))
    assert _address(run.put(square.view())) == address
    assert _address(run.put(square.T)) != address
    assert _address(run.put(square.reshape(400))) != address
    assert run.bytes == 3 * square.nbytes


def test_the_oldest_run_makes_room_when_there_are_too_many_bytes() -> None:
    shelf = Shelf(2 * BIG.nbytes)
    runs = [shelf.start() for _ in range(3)]
    sent = [run.put(BIG.copy()) for run in runs]
    shelf.start()
    assert shelf.find(*_address(sent[0])) is None
    assert shelf.find(*_address(sent[2])) is not None
