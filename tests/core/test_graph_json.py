"""What a graph tells of itself: its formulas are those of the shapes at hand."""

from __future__ import annotations

from typing import Any

from backprop_core import Document, Network


def messages(program: str, values: dict[str, Any]) -> dict[str, str]:
    """The formulas of the messages of a program of one op."""
    document = Document.from_json({"format": 1, "program": program, "values": values})
    (form,) = Network.build(document).graph_json["forms"]
    found: dict[str, str] = form["messages"]
    return found


def test_the_message_to_a_bias_that_was_copied_adds_up_over_the_copies() -> None:
    found = messages("Y = XW + B", {"XW": [[0, 0], [1, 1]], "B": [1, 2]})
    assert found["a"] == r"\d{a} = \d{out}"
    assert found["b"] == r"\d{b} = \sum_{\text{copies}} \d{out}"


def test_a_sum_over_copies_stands_behind_the_sign() -> None:
    assert messages("y = a - b", {"a": [1, 2], "b": 3})["b"] == (
        r"\d{b} = -\sum_{\text{copies}} \d{out}"
    )


def test_an_input_of_the_values_own_shape_is_not_summed() -> None:
    found = messages("y = a * b", {"a": [1, 2], "b": [3, 4]})
    assert found == {"a": r"\d{a} = \d{out} \odot \v{b}", "b": r"\d{b} = \d{out} \odot \v{a}"}


def test_broadcast_to_is_summed_once() -> None:
    found = messages("R = broadcast_to(x, (3, 2))", {"x": [1, 2]})
    assert found["a"].count(r"\sum") == 1
