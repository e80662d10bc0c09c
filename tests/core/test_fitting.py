"""Shapes for leaves without a value: such that the program can run."""

from __future__ import annotations

import numpy as np
import pytest

from backprop_core import Document, Network, WhygradError
from backprop_core.fitting import MOST_LEAVES, missing_leaves
from backprop_core.index_map import Shape
from backprop_core.lessons import all_lessons
from backprop_core.program import parse


def fitting(text: str, **shapes: Shape) -> dict[str, Shape | None]:
    return {one.name: one.shape for one in missing_leaves(parse(text), shapes)}


@pytest.mark.parametrize(
    ("text", "shapes", "expected"),
    [
        ("y = x * k", {"x": (2, 3)}, {"k": ()}),
        ("y = x @ W", {"x": (2,)}, {"W": (2, 2)}),
        ("y = x @ W", {"x": (4, 2)}, {"W": (2, 2)}),
        ("y = x @ W", {"W": (2, 3)}, {"x": (2,)}),
        ("y = Affine(x, W, b)", {"x": (4, 2), "W": (2, 3)}, {"b": (3,)}),
        ("y = Affine(x, W, b)", {"W": (2, 3), "b": (3,)}, {"x": (2,)}),
        ("y = BatchNormalization(x, g, h)", {"x": (4, 3)}, {"g": (3,), "h": (3,)}),
        ("L = SoftmaxWithLoss(A, t)", {"A": (4, 3)}, {"t": (4,)}),
        ("y = x.T @ W", {"x": (4, 2)}, {"W": (4, 4)}),
    ],
)
def test_a_layer_or_a_product_fixes_the_shape_and_else_it_is_a_number(
    text: str, shapes: dict[str, Shape], expected: dict[str, Shape]
) -> None:
    assert fitting(text, **shapes) == expected


def test_a_shape_that_fits_at_first_gives_way_where_what_follows_cannot_be() -> None:
    text = "A = Affine(X, W, b)\nL = SoftmaxWithLoss(A, t)"
    assert fitting(text, X=(4, 2), t=(4, 3)) == {"W": (2, 3), "b": (3,)}


@pytest.mark.parametrize("lesson", [one["id"] for one in all_lessons()])
def test_a_lesson_that_lost_a_value_runs_with_the_shape_that_is_found(lesson: str) -> None:
    [fields] = [one["document"] for one in all_lessons() if one["id"] == lesson]
    for name in fields["values"]:
        shapes = {n: np.shape(value) for n, value in fields["values"].items() if n != name}
        shape = fitting(fields["program"], **shapes)[name]
        assert shape is not None, name
        values = {**fields["values"], name: np.zeros(shape)}
        bare = {"format": 1, "program": fields["program"], "values": values}
        network = Network.build(Document.from_json(bare))
        assert network.graph.node(name).shape == shape


def test_where_nothing_fits_no_shape_is_said_and_the_slot_is() -> None:
    [one] = missing_leaves(parse("a = dot(x, y)\nb = a @ W"), {"x": (3,), "y": (3,)})
    assert one.to_json() == {"name": "W", "op": "dot", "slot": "b", "shape": None}


def test_only_the_first_of_many_leaves_are_asked_for() -> None:
    text = "y = " + " + ".join(f"a{n}" for n in range(50))
    assert len(missing_leaves(parse(text), {})) == MOST_LEAVES


def test_the_complaint_of_a_leaf_without_a_value_names_all_of_them_and_their_shapes() -> None:
    fields = {"format": 1, "program": "y = Affine(x, W, b)", "values": {"x": [[1.0, 2.0]]}}
    with pytest.raises(WhygradError) as caught:
        Network.build(Document.from_json(fields))
    assert caught.value.code == "leaf.no_value"
    assert caught.value.params["name"] == "W"
    assert caught.value.to_json()["params"]["missing"] == [
        {"name": "W", "op": "Affine", "slot": "W", "shape": [2, 2]},
        {"name": "b", "op": "Affine", "slot": "b", "shape": [2]},
    ]
