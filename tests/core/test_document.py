"""Documents: what is read comes back the same, what is wrong is named, and nothing ever changes."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop_core import Document, Limits, Network, WhygradError
from backprop_core.values import owned, to_array
from tests.core.running import document, ran_document

FULL: dict[str, Any] = {
    "format": 1,
    "title": "Zwei Gewichte, 重み",
    "program": "y = W @ x",
    "values": {"W": [[1.0, 2.0], [3.0, -4.5]], "x": [0.1, 1e-300]},
    "roles": {"W": "parameter"},
    "training": {"seeds": [1, 2], "rate": 0.1},
    "upstream": [1.0, -1.0],
}


def code_of(fields: Any, limits: Limits | None = None) -> str:
    with pytest.raises(WhygradError) as caught:
        Document.from_json(fields, limits)
    assert caught.value.message
    return caught.value.code


def value_code(value: Any, limits: Limits | None = None) -> str:
    """The code of the complaint about a value of a leaf."""
    fields = {"format": 1, "program": "y = x * 2", "values": {"x": value}}
    return code_of(fields, limits)


# --- there and back -----------------------------------------------------------------------------


def test_a_document_comes_back_as_it_was() -> None:
    read = Document.from_json(FULL)
    assert read.to_json() == FULL
    assert Document.loads(read.dumps()).to_json() == FULL
    assert Document.loads(read.dumps().encode()).to_json() == FULL
    assert list(read.to_json()) == list(FULL)


def test_keys_that_say_nothing_are_left_out() -> None:
    fields = {"format": 1, "program": "y = x * 2", "values": {"x": 3.0}}
    assert document("y = x * 2", {"x": 3}).to_json() == fields
    assert document("y = x * 2", {"x": 3}, upstream=None, title="", roles={}).to_json() == fields


numbers = st.floats(allow_nan=False, allow_infinity=False)
nested = st.recursive(
    numbers, lambda inner: st.tuples(st.integers(1, 3), inner).map(lambda p: [p[1]] * p[0])
)


@given(values=st.dictionaries(st.sampled_from(["a", "bias", "W1", "é", "重み"]), nested))
def test_every_number_comes_back_to_the_last_bit(values: dict[str, Any]) -> None:
    read = document("y = a * 2", values)
    again = Document.loads(read.dumps())
    assert again.to_json()["values"] == values
    for name, array in again.values.items():
        assert array.tobytes() == np.array(values[name], dtype=float).tobytes()


def test_whole_numbers_tuples_and_arrays_are_taken() -> None:
    read = document(
        "y = a * b * c * d",
        {"a": [1, 2], "b": (1.0, 2.0), "c": np.arange(2), "d": np.float32(0.5)},
    )
    assert {name: array.dtype for name, array in read.values.items()} == dict.fromkeys(
        "abcd", np.dtype(np.float64)
    )


# --- what is wrong with it ----------------------------------------------------------------------


@pytest.mark.parametrize("fields", [[], "text", 1, None, True])
def test_a_document_is_an_object(fields: Any) -> None:
    assert code_of(fields) == "document.not_object"


@pytest.mark.parametrize("key", ["format", "program", "values"])
def test_a_document_has_a_format_a_program_and_values(key: str) -> None:
    assert code_of({k: v for k, v in FULL.items() if k != key}) == "document.missing"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(WhygradError) as caught:
        Document.from_json({**FULL, "vaules": {}})
    assert caught.value.code == "document.unknown_key"
    assert "'vaules'" in caught.value.message
    assert "values" in caught.value.message


@pytest.mark.parametrize(
    ("format", "code"),
    [
        (2, "document.format"),
        (10**30, "document.format"),
        (0, "document.format_kind"),
        (-1, "document.format_kind"),
        (1.0, "document.format_kind"),
        ("1", "document.format_kind"),
        (True, "document.format_kind"),
        (None, "document.format_kind"),
    ],
)
def test_a_format_we_do_not_know_is_an_error(format: Any, code: str) -> None:
    assert code_of({**FULL, "format": format}) == code


@pytest.mark.parametrize("key", ["title", "program", "values", "roles"])
@pytest.mark.parametrize("value", [None, 1, True, ["x"]])
def test_a_key_of_another_kind_is_an_error(key: str, value: Any) -> None:
    assert code_of({**FULL, key: value}) == "document.kind"


@pytest.mark.parametrize("role", ["weight", "", None, 1, ["input"], {}])
def test_a_role_is_one_of_three(role: Any) -> None:
    assert code_of({**FULL, "roles": {"W": role}}) == "roles.kind"


def test_a_role_is_of_a_leaf() -> None:
    with pytest.raises(WhygradError) as caught:
        Network.build(Document.from_json({**FULL, "roles": {"y": "input"}}))
    assert caught.value.code == "roles.unknown"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([[1, 2], [3]], "value.ragged"),
        ([[[1], [2]], [[3], []]], "value.ragged"),
        ([[1, 2], 3], "value.not_number"),
        ([1, [2]], "value.not_number"),
        ([], "value.empty"),
        ([[], []], "value.empty"),
        (np.zeros((2, 0)), "value.empty"),
        (True, "value.not_number"),
        ([1, False], "value.not_number"),
        ("1", "value.not_number"),
        (["1"], "value.not_number"),
        (None, "value.not_number"),
        ([None], "value.not_number"),
        ({}, "value.not_number"),
        ([{}], "value.not_number"),
        (1j, "value.not_number"),
        (np.array([True]), "value.not_number"),
        (np.array(["1"]), "value.not_number"),
        (np.array([1j]), "value.not_number"),
        (np.array([None]), "value.not_number"),
        ([np.bool_(True)], "value.not_number"),
        ([np.complex128(1)], "value.not_number"),
        (10**400, "value.too_large"),
        ([1, -(10**400)], "value.too_large"),
        (float("nan"), "value.not_finite"),
        ([1.0, float("inf")], "value.not_finite"),
        (np.array([[1.0, np.nan]]), "value.not_finite"),
        (np.float32("inf"), "value.not_finite"),
    ],
)
def test_a_value_that_is_no_array_of_numbers_is_an_error(value: Any, code: str) -> None:
    assert value_code(value) == code


def test_a_number_that_is_not_finite_is_named_by_its_index() -> None:
    with pytest.raises(WhygradError) as caught:
        document("y = x * 2", {"x": [[1.0, 2.0], [float("nan"), 4.0]]})
    assert caught.value.params == {"name": "x", "index": [1, 0], "got": "nan"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        b"\xff\xfe",
        "{'format': 1}",
        '{"format": 1} {}',
        '{"format": 1, "program": "y = x * 2", "values": {"x": NaN}}',
        '{"format": 1, "program": "y = x * 2", "values": {"x": -Infinity}}',
        "[" * 100_000,
        '{"format": ' + "9" * 5000 + "}",
    ],
)
def test_text_that_is_no_json_is_an_error(text: str | bytes) -> None:
    with pytest.raises(WhygradError) as caught:
        Document.loads(text)
    assert caught.value.code == "document.not_json"
    assert len(caught.value.message) < 300


def test_a_number_too_large_for_a_float_is_an_error_in_text_too() -> None:
    for number, code in (("1e999", "value.not_finite"), ("1" * 400, "value.too_large")):
        with pytest.raises(WhygradError) as caught:
            Document.loads(f'{{"format": 1, "program": "y = x * 2", "values": {{"x": {number}}}}}')
        assert caught.value.code == code


@given(
    st.recursive(
        st.none() | st.booleans() | numbers | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
    st.sampled_from(["format", "title", "program", "values", "roles", "training", "upstream"]),
)
def test_whatever_stands_in_a_document_it_is_read_or_refused(value: Any, key: str) -> None:
    found = _read_or_refused(json.dumps({**FULL, key: value}))
    if isinstance(found, Document):
        assert Document.loads(found.dumps()).to_json() == found.to_json()
    else:
        assert json.dumps(found.to_json())
        assert len(found.message) < 1000


def _read_or_refused(text: str) -> Document | WhygradError:
    try:
        return Document.loads(text)
    except WhygradError as wrong:
        return wrong


# --- limits -------------------------------------------------------------------------------------


def test_limits_are_each_refused_by_name() -> None:
    assert value_code(np.zeros((2, 3)), Limits(elements=5)) == "limit.elements"
    assert value_code([[1, 2, 3]] * 2, Limits(elements=5)) == "limit.elements"
    assert value_code([[[1]]], Limits(dimensions=2)) == "limit.dimensions"
    assert value_code(np.zeros((1, 1, 1)), Limits(dimensions=2)) == "limit.dimensions"
    assert code_of({**FULL, "title": "a" * 301}) == "limit.characters"
    assert code_of({**FULL, "upstream": [1, 2, 3]}, Limits(elements=2)) == "limit.elements"
    assert value_code(_deep(1, 100_000)) == "limit.dimensions"


def test_the_bytes_of_a_text_are_counted_not_its_characters() -> None:
    text = Document.from_json(FULL).dumps()
    size = len(text.encode())
    assert size > len(text)
    Document.loads(text, Limits(bytes=size))
    for sent in (text, text.encode()):
        with pytest.raises(WhygradError) as caught:
            Document.loads(sent, Limits(bytes=size - 1))
        assert caught.value.code == "limit.bytes"
        assert caught.value.params == {"limit": size - 1, "got": size}


def test_training_is_nested_no_deeper_than_can_be_written() -> None:
    kept = Document.from_json({**FULL, "training": _deep(1, 100)})
    assert Document.loads(kept.dumps()).training == kept.training
    for training in (_deep(1, 101), _deep(1, 20_000), {"a": _deep({}, 100)}):
        assert code_of({**FULL, "training": training}) == "document.nesting"


def _deep(value: Any, levels: int) -> Any:
    for _ in range(levels):
        value = [value]
    return value


# --- names --------------------------------------------------------------------------------------


def test_names_are_read_as_python_reads_them() -> None:
    # The key for it on many keyboards makes the micro sign; Python reads a Greek mu.
    read = document("y = \u00b5 * 2", {"\u00b5": 3.0}, roles={"\u00b5": "parameter"})
    assert list(read.values) == list(read.roles) == ["\u03bc"]
    assert ran_document(read).value("y") == 6.0
    fields = {"format": 1, "program": "y = \u00b5 * 2", "values": {"\u00b5": 1, "\u03bc": 2}}
    assert code_of(fields) == "value.unused"


# --- upstream -----------------------------------------------------------------------------------


def test_upstream_is_a_number_for_all_or_an_array_of_the_outputs_shape() -> None:
    for upstream, expected in ((None, [2.0, 2.0]), (1.5, [3.0, 3.0]), ([1, -1], [2.0, -2.0])):
        found = ran_document(document("y = x * 2", {"x": [1, 2]}, upstream=upstream))
        assert found.gradient("x").tolist() == expected
        assert found.gradient("y").shape == (2,)


@pytest.mark.parametrize("upstream", [[1], [1, 2, 3], [[1, 2]]])
def test_upstream_of_another_shape_is_an_error(upstream: Any) -> None:
    with pytest.raises(WhygradError) as caught:
        Network.build(document("y = x * 2", {"x": [1, 2]}, upstream=upstream))
    assert caught.value.code == "upstream.shape"
    assert "(2,)" in caught.value.message


@pytest.mark.parametrize(("upstream", "code"), [("1", "value.not_number"), ([], "value.empty")])
def test_upstream_is_of_numbers(upstream: Any, code: str) -> None:
    assert code_of({**FULL, "upstream": upstream}) == code


# --- nothing changes ----------------------------------------------------------------------------


def test_one_number_replaced_makes_another_document() -> None:
    first = Document.from_json(FULL)
    second = first.with_value("W", [1, 0], 7.0)
    assert first.to_json() == FULL
    assert second.values["W"].tolist() == [[1.0, 2.0], [7.0, -4.5]]
    assert second.values["x"] is first.values["x"]
    assert document("y = x * 2", {"x": 1}).with_value("x", (), 2).values["x"] == 2.0


@pytest.mark.parametrize("index", [[], [0], [0, 0, 0], [2, 0], [0, 2], [-1, 0]])
def test_an_index_that_is_none_is_an_error(index: list[int]) -> None:
    with pytest.raises(WhygradError) as caught:
        Document.from_json(FULL).with_value("W", index, 1.0)
    assert caught.value.code == "index.out_of_range"
    assert caught.value.params == {"name": "W", "index": index, "shape": (2, 2)}


def test_a_number_put_in_is_finite_and_its_leaf_known() -> None:
    for name, value, code in (
        ("W", float("nan"), "value.not_finite"),
        ("W", float("-inf"), "value.not_finite"),
        ("V", 1.0, "value.unknown_leaf"),
        ("y", 1.0, "value.unknown_leaf"),
    ):
        with pytest.raises(WhygradError) as caught:
            Document.from_json(FULL).with_value(name, [0, 0], value)
        assert caught.value.code == code


def test_nothing_in_a_document_can_be_changed() -> None:
    read: Any = Document.from_json(FULL)
    for array in (*read.values.values(), read.upstream, read.with_value("x", [0], 1).values["x"]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0
    for mapping in (read.values, read.roles):
        with pytest.raises(TypeError):
            mapping["W"] = 1
    with pytest.raises(FrozenInstanceError):
        read.title = "x"


def test_what_a_caller_changes_later_changes_nothing() -> None:
    W, upstream, flat = np.eye(2), np.ones(2), np.zeros(4)
    frozen_view = flat.reshape(2, 2)
    frozen_view.flags.writeable = False
    training = {"seeds": [1]}
    fields = {**FULL, "values": {"W": W, "x": [1, 2]}, "upstream": upstream, "training": training}
    read = Document.from_json(fields)
    made = Document("y = W @ x", {"W": frozen_view, "x": np.ones(2)})
    before, made_before = read.to_json(), made.to_json()
    second = replace(read, values={"W": W, "x": upstream}).with_upstream(upstream)
    second_before = second.to_json()
    W[0, 0] = upstream[0] = flat[0] = 9.0  # none of them was made read-only either
    training["seeds"].append(2)
    read.to_json()["training"]["seeds"].append(3)
    assert read.to_json() == before
    assert made.to_json() == made_before
    assert second.to_json() == second_before


def test_an_array_that_nobody_can_write_to_is_shared() -> None:
    array = to_array("x", [1.0, 2.0])
    assert owned(array) is array
    ints = np.arange(3)
    ints.flags.writeable = False
    assert owned(ints).dtype == np.float64  # type: ignore[arg-type]
