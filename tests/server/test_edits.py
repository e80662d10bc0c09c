from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from backprop_core import Limits, WhygradError
from server.edits import Edit, Opened, apply
from server.wire import DocumentOpen, LayerExpand, ProgramEdit, ValueEdit
from tests.server.live import MULTIPLY

LIMITS = Limits()
NET: dict[str, Any] = {
    "format": 1,
    "program": "A = Affine(X, W, b)\nL = SoftmaxWithLoss(A, t)",
    "values": {"X": [[1, 2]], "W": [[1, 0], [0, 1]], "b": [0, 0], "t": [[1, 0]]},
    "roles": {"X": "parameter"},
}


def _open(document: dict[str, Any], *expand: str) -> Opened:
    edit = DocumentOpen(type="document.open", id="", document=document, expand=list(expand))
    return apply(edit, None, LIMITS)


def _program(opened: Opened, *lines: str) -> Opened:
    edit = ProgramEdit(type="program.edit", id="", program="\n".join(lines))
    return apply(edit, opened, LIMITS)


def _value(opened: Opened, name: str | None, index: list[int], value: float) -> Opened:
    edit = ValueEdit(type="value.edit", id="", name=name, index=index, value=value)
    return apply(edit, opened, LIMITS)


def _refused(edit: Edit, opened: Opened | None) -> WhygradError:
    with pytest.raises(WhygradError) as refused:
        apply(edit, opened, LIMITS)
    return refused.value


def test_a_value_the_program_no_longer_names_comes_back_when_it_names_it_again() -> None:
    opened = _value(_open(MULTIPLY), "y", [1], 9)
    without = _program(opened, "a = x + x")
    assert list(without.document.values) == ["x"]
    without = _value(without, "x", [0], 5)
    again = _program(without, "a = x + x", "b = a * y")
    assert {name: array.tolist() for name, array in again.document.values.items()} == {
        "x": [5, 2],
        "y": [3, 9],
    }
    assert again.network.shapes.keys() == {"x", "y"}


def test_a_leaf_that_is_assigned_now_is_set_aside_too() -> None:
    opened = _program(_open(MULTIPLY), "y = x * 2", "b = y + x")
    assert list(opened.document.values) == ["x"]
    again = _program(opened, "b = y + x")
    assert again.document.values["y"].tolist() == [3, 4]


def test_a_role_goes_and_comes_with_its_leaf() -> None:
    opened = _open(NET)
    without = _program(opened, "b2 = b + t")
    assert without.document.roles == {}
    again = _program(without, *NET["program"].split("\n"))
    assert again.document.roles == {"X": "parameter"}
    assert again.network.graph.node("X").role == "parameter"


def test_a_layer_that_is_gone_is_no_longer_expanded_and_the_others_are() -> None:
    opened = _open(NET, "A", "L")
    without = _program(opened, "A = X @ W", "L = SoftmaxWithLoss(A, t)")
    assert without.expand == ("L",)
    assert without.network.graph.expand == {"L"}


def test_an_upstream_that_no_longer_fits_is_set_aside_until_it_does() -> None:
    opened = _open({**MULTIPLY, "upstream": [2, 3]})
    scalar = _program(opened, "a = x * y", "b = sum(a)")
    assert scalar.document.upstream is None
    again = _program(scalar, "a = x * y", "b = a + x")
    assert again.document.upstream is not None
    assert again.document.upstream.tolist() == [2, 3]


def test_an_upstream_of_one_number_fits_every_output() -> None:
    opened = _program(_open({**MULTIPLY, "upstream": 2}), "b = sum(x * y)")
    assert opened.document.upstream is not None
    assert opened.document.upstream.shape == ()


def test_an_upstream_typed_since_wins_over_the_one_set_aside() -> None:
    opened = _program(_open({**MULTIPLY, "upstream": [2, 3]}), "b = sum(x * y)")
    edited = _program(_value(opened, None, [], 7), "b = x * y")
    assert edited.document.upstream is not None
    assert edited.document.upstream.tolist() == 7


def test_the_upstream_of_a_document_that_gives_none_is_edited_from_ones() -> None:
    opened = _open(MULTIPLY)
    edited = _value(opened, None, [1], -2)
    assert edited.document.upstream is not None
    np.testing.assert_array_equal(edited.document.upstream, [1, -2])
    assert opened.document.upstream is None
    assert edited.network is opened.network


def test_a_place_that_the_upstream_does_not_have_is_refused_by_its_name() -> None:
    edit = ValueEdit(type="value.edit", id="", name=None, index=[2], value=0)
    error = _refused(edit, _open(MULTIPLY))
    assert (error.code, error.params["name"]) == ("index.out_of_range", "upstream")


def test_a_value_is_edited_on_the_same_network_and_the_old_document_stays() -> None:
    opened = _open(MULTIPLY)
    edited = _value(opened, "x", [0], 0.5)
    assert edited.document.values["x"].tolist() == [0.5, 2]
    assert opened.document.values["x"].tolist() == [1, 2]
    assert edited.network is opened.network
    assert edited.text is opened.text


@pytest.mark.parametrize(
    ("program", "code", "line", "column"),
    [
        ("a = x *\nb = a", "program.syntax", 1, 8),
        ("a = x * y\nb = Afine(a)", "program.unknown_op", 2, 5),
        ("a = x * y\nb = dot(a, sum(a, axis=3))", "attribute.axis", 2, 12),
        ("a = x * y\na = x + y", "program.assigned_twice", 2, 1),
    ],
)
def test_a_program_that_cannot_run_is_refused_with_its_place(
    program: str, code: str, line: int, column: int
) -> None:
    edit = ProgramEdit(type="program.edit", id="", program=program)
    error = _refused(edit, _open(MULTIPLY))
    assert (error.code, error.line, error.column) == (code, line, column)


def test_a_leaf_that_never_had_a_value_is_asked_for_by_name() -> None:
    edit = ProgramEdit(type="program.edit", id="", program="a = x * new")
    error = _refused(edit, _open(MULTIPLY))
    assert (error.code, error.params["name"]) == ("leaf.no_value", "new")


def test_a_program_brings_the_values_of_its_new_leaves_and_they_are_set_aside_with_it() -> None:
    opened = _open(MULTIPLY)
    edit = ProgramEdit(
        type="program.edit", id="", program="a = x * new", values={"new": [0.5, 1 / 3]}
    )
    edited = apply(edit, opened, LIMITS)
    assert edited.document.values["new"].tolist() == [0.5, 1 / 3]
    undo = ProgramEdit(type="program.edit", id="", program=opened.document.program)
    back = apply(undo, edited, LIMITS)
    assert "new" not in back.document.values
    redo = ProgramEdit(type="program.edit", id="", program="a = x * new")
    assert apply(redo, back, LIMITS).document.values["new"].tolist() == [0.5, 1 / 3]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"new": [[1, 2], [3]]}, "value.ragged"),
        ({"new": []}, "value.empty"),
        ({"new": "many"}, "value.not_number"),
        ({"new": 1, "other": 2}, "value.unused"),
        ({"new": [1, 2, 3]}, "shape.broadcast"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_the_program(
    values: dict[str, Any], code: str
) -> None:
    edit = ProgramEdit(type="program.edit", id="", program="a = x * new", values=values)
    assert _refused(edit, _open(MULTIPLY)).code == code


def test_a_layer_is_expanded_and_closed_again() -> None:
    opened = _open(NET)
    edit = LayerExpand(type="layer.expand", id="", layer="A", expanded=True)
    once = apply(edit, opened, LIMITS)
    assert apply(edit, once, LIMITS).expand == once.expand == ("A",)
    closed = apply(edit.model_copy(update={"expanded": False}), once, LIMITS)
    assert closed.expand == ()
    missing = LayerExpand(type="layer.expand", id="", layer="X", expanded=True)
    assert _refused(missing, opened).code == "expand.unknown_layer"


def test_all_layers_are_expanded_and_closed_at_once() -> None:
    opened = apply(DocumentOpen(type="document.open", id="", lesson="L19"), None, LIMITS)
    edit = LayerExpand(type="layer.expand", id="", layer="Z1", expanded=True)
    one = apply(edit, opened, LIMITS)
    every = edit.model_copy(update={"layer": None})
    whole = apply(every, one, LIMITS)
    assert set(whole.expand) == {"A1", "Z1", "A2", "L"}
    assert len(whole.expand) == 4
    assert apply(every, whole, LIMITS).expand == whole.expand
    closed = apply(every.model_copy(update={"expanded": False}), whole, LIMITS)
    assert closed.expand == ()
    assert closed.network.graph.nodes == opened.network.graph.nodes


def test_a_program_without_layers_has_none_to_expand() -> None:
    every = LayerExpand(type="layer.expand", id="", layer=None, expanded=True)
    assert apply(every, _open(MULTIPLY), LIMITS).expand == ()


def test_a_lesson_opens_as_it_says_unless_told_otherwise() -> None:
    edit = DocumentOpen(type="document.open", id="", lesson="L08")
    opened = apply(edit, None, LIMITS)
    assert opened.lesson == "L08-affine-nudge"
    assert opened.expand == ("y",)
    assert apply(edit.model_copy(update={"expand": []}), None, LIMITS).expand == ()
