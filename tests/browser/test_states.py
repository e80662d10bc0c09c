"""How far everything is, at each step: states, branches, and the three looks of a gradient."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from backprop_core import BackwardStep, Document, Network
from backprop_core.lessons import find_lesson
from tests.browser.page import WhygradPage

SQUARE = {"format": 1, "title": "Square", "program": "y = x * x", "values": {"x": 3}}
UNUSED = {
    "format": 1,
    "title": "Unused",
    "program": "u = a * b\ny = a + c",
    "values": {"a": [1, 2], "b": [3, 4], "c": 5},
}
STATES = """graph => Object.fromEntries([...graph.querySelectorAll("[data-node], [data-edge]")].map(
  ({ dataset: { node, edge, slot, state } }) => [node ?? (slot ? `${edge} ${slot}` : edge), state]
))"""


def states(whygrad: WhygradPage) -> dict[str, str]:
    found: dict[str, str] = whygrad.region("Graph").evaluate(STATES)
    return found


def expected_states(document: dict[str, Any], expand: list[str]) -> list[dict[str, str]]:
    """The states at each step, from the steps of the core."""
    read = Document.from_json(document)
    network = Network.build(read, expand)
    steps = list(network.run(read).steps())
    return [_states_at(network, steps, step) for step in range(len(steps) + 1)]


def _states_at(network: Network, steps: list[Any], step: int) -> dict[str, str]:
    graph = network.graph_json
    ends = {graph["output"], graph["loss"]} - {None} if step >= network.forward else set()
    made = {node["id"] for node in graph["nodes"] if node["kind"] == "leaf"} | ends
    reached, active = set(ends), set[str]()
    twice = [edge["id"] for edge in graph["edges"]]
    for now in steps[:step]:
        if isinstance(now, BackwardStep):
            wire = now.edge if twice.count(now.edge) == 1 else f"{now.edge} {now.slot}"
            reached |= {now.target, wire}
            active = {now.source, now.target, wire}
        else:
            made.add(now.node)
            active = {now.node}
    found = {
        node["id"]: _state(node["id"], node["id"], made, reached, active) for node in graph["nodes"]
    }
    for edge in graph["edges"]:
        key = edge["id"] if twice.count(edge["id"]) == 1 else f"{edge['id']} {edge['slot']}"
        arrived = reached | {key} if edge["to"] in ends and edge["to"] == graph["loss"] else reached
        found[key] = _state(key, edge["from"], made, arrived, active)
    return found


def _state(key: str, value: str, made: set[str], reached: set[str], active: set[str]) -> str:
    if key in active:
        return "active"
    if key in reached:
        return "reached"
    return "forward" if value in made else "idle"


@pytest.mark.parametrize("lesson", ["L04", "L08", "L19"])
def test_nodes_and_wires_say_how_far_they_are_at_each_step(
    whygrad: WhygradPage, lesson: str
) -> None:
    found = find_lesson(lesson)
    whygrad.open(lesson)
    for step, expected in enumerate(expected_states(found["document"], found["open"]["expand"])):
        whygrad.go(step)
        assert states(whygrad) == expected, step


def test_at_a_branch_the_sum_grows_message_by_message(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    said = []
    for step in range(1, whygrad.steps() + 1):
        whygrad.go(step)
        text = whygrad.narration.inner_text()
        if "x" in text and "of 2" in text and "to x" in text:
            said.append((whygrad.number("gradient", "x", region="Graph"), text))
            expect(whygrad.node("x")).to_have_accessible_name(
                re.compile(f"reached by {len(said)} of 2")
            )
    assert [total for total, _ in said] == [6.0, 21.0]
    assert "sends 6 to x (1 of 2). The sum so far is 6." in said[0][1]
    assert "sends 15 to x (2 of 2)" in said[1][1]
    assert "6 + 15 = 21" in said[1][1]


def test_a_value_that_an_op_takes_twice_has_two_wires_and_two_messages(
    whygrad: WhygradPage,
) -> None:
    whygrad.open()
    whygrad.paste(SQUARE)
    whygrad.expect_nodes(["x", "y"])
    expect(whygrad.edge("x>y")).to_have_count(2)
    one, other = (whygrad.edge("x>y", slot) for slot in ("a", "b"))
    whygrad.go(2)
    assert whygrad.number("gradient", "x", region="Graph") == 3.0
    first, second = (one, other) if one.get_attribute("data-state") == "active" else (other, one)
    whygrad.expect_state(first, "active")
    whygrad.expect_state(second, "forward")
    whygrad.go(3)
    assert whygrad.number("gradient", "x", region="Graph") == 6.0
    whygrad.expect_state(first, "reached")
    whygrad.expect_state(second, "active")
    expect(whygrad.narration).to_contain_text("3 + 3 = 6")


def test_a_gradient_not_reached_yet_is_no_zero_and_a_zero_is_one(whygrad: WhygradPage) -> None:
    whygrad.open("L06")
    inspector = whygrad.inspect("x")
    for step in (0, 1):
        whygrad.go(step)
        for region in (whygrad.region("Graph"), inspector):
            cells = region.locator('[role="gridcell"][data-of="gradient"][data-name="x"]')
            expect(cells.first).to_be_attached()
            expect(
                region.locator('[data-of="gradient"][data-name="x"][data-number]')
            ).to_have_count(0)
        cell = inspector.locator('[role="gridcell"][data-of="gradient"][data-name="x"]').first
        expect(cell).to_have_accessible_name("not reached yet")
    expect(whygrad.node("x")).to_have_accessible_name(re.compile("not reached yet"))
    whygrad.go(2)
    numbers = {
        whygrad.number("gradient", "x", index, region="Inspector")
        for index in ((0, 0), (0, 1), (1, 0), (1, 1))
    }
    assert 0.0 in numbers
    assert len(numbers) > 1


def test_a_value_without_a_path_to_the_output_says_so(whygrad: WhygradPage) -> None:
    whygrad.open()
    whygrad.paste(UNUSED)
    whygrad.expect_nodes(["a", "b", "c", "u", "y", "L"])
    whygrad.go_last()
    expect(whygrad.node("b")).to_have_accessible_name(re.compile("no path"))
    expect(whygrad.page.locator('[data-of="gradient"][data-name="b"][data-number]')).to_have_count(
        0
    )
    inspector = whygrad.inspect("b")
    expect(inspector).to_contain_text("No path leads from here to the loss")
    expect(whygrad.node("a")).to_have_accessible_name(re.compile("gradient reached"))


def test_a_target_takes_no_gradient(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.expect_state(whygrad.node("t"), "forward")
    expect(whygrad.page.locator('[data-of="gradient"][data-name="t"]')).to_have_count(0)
    expect(whygrad.inspect("t")).to_contain_text("A target takes no gradient.")
