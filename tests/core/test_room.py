"""Memory that is written again: nobody who still holds an array may see it change."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_array_equal

from backprop_core import Document, Network, room
from backprop_core.index_map import Array
from backprop_core.lessons import find_lesson
from backprop_core.room import Room
from tests.core.programs import RandomProgram, random_programs
from tests.core.running import document
from tests.core.test_lessons import ALL


@pytest.fixture
def every_result_has_a_room() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "LARGE", 16)  # bytes: all but scalars
        yield


def address(array: Array) -> int:
    return int(array.__array_interface__["data"][0])


def moved(values: dict[str, Any], by: float) -> dict[str, Any]:
    return {name: np.asarray(value) + by for name, value in values.items()}


def test_memory_is_given_again_when_nobody_holds_it() -> None:
    place = Room((3, 2))
    first = address(place())
    assert address(place()) == first


def test_memory_is_not_given_again_while_an_array_or_a_view_of_it_is_held() -> None:
    place = Room((3, 2))
    array = place()
    array[:] = 1
    row = array[0]
    del array
    place()[:] = 2
    assert_array_equal(row, 1)


def test_runs_of_one_network_share_no_memory_while_they_are_held() -> None:
    size = 200
    values = {name: np.full((size, size), 0.5) for name in ("X", "W")}
    first_document = document("S = X @ W\nP = S * X\nQ = P - S", values)
    network = Network.build(first_document)
    first = network.run(first_document).finish()
    before = [array.copy() for array in first.recorded()]
    other = document("S = X @ W\nP = S * X\nQ = P - S", moved(values, 1.0))
    second = network.run(other).finish()
    for kept, array in zip(before, first.recorded(), strict=True):
        assert_array_equal(array, kept)
    last = second.value("P")
    del second
    third = network.run(first_document).finish()
    assert_array_equal(third.value("P"), first.value("P"))
    assert_array_equal(last, network.run(other).finish().value("P"))


def test_a_run_that_was_dropped_leaves_its_memory_to_the_next() -> None:
    one = document("S = X @ W", {name: np.ones((200, 200)) for name in ("X", "W")})
    network = Network.build(one)
    first = address(network.run(one).finish().value("S"))
    assert address(network.run(one).finish().value("S")) == first


@pytest.mark.usefixtures("every_result_has_a_room")
@pytest.mark.parametrize("id", ALL)
def test_lesson_gives_the_same_in_memory_used_before(id: str) -> None:
    one = Document.from_json(find_lesson(id)["document"])
    assert_same_in_used_memory(one)


@pytest.mark.usefixtures("every_result_has_a_room")
@settings(max_examples=200)
@given(random_programs())
def test_random_program_gives_the_same_in_memory_used_before(program: RandomProgram) -> None:
    one = document(program.text, program.values, upstream=program.upstream)
    assert_same_in_used_memory(one)


def assert_same_in_used_memory(one: Document) -> None:
    network = Network.build(one)
    held = network.run(one).finish()
    again = network.run(one).finish()
    del held
    recorded = [array.copy() for array in again.recorded()]
    last = network.run(one).finish()
    for kept, still, new in zip(recorded, again.recorded(), last.recorded(), strict=True):
        assert_array_equal(still, kept)
        assert_array_equal(new, kept)


@pytest.mark.usefixtures("every_result_has_a_room")
def test_threads_that_run_one_network_do_not_write_over_each_other() -> None:
    one = document("S = X @ W\nL = sum(S * S)", {"X": np.ones((40, 40)), "W": np.ones((40, 40))})
    network = Network.build(one)

    def difference(by: int) -> float:
        values = {"X": np.full((40, 40), float(by)), "W": np.ones((40, 40))}
        other = document("S = X @ W\nL = sum(S * S)", values)
        run = network.run(other)
        made = [step.value for step in run.steps()]
        return float(np.abs(made[0] - 40.0 * by).max())

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(difference, range(200))) == {0.0}
