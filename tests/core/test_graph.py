"""Graphs: ids, roles, shapes before numbers, which way messages go and in what order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from backprop_core import Document, Limits, Network, WhygradError
from backprop_core.graph import Graph
from backprop_core.lessons import find_lesson
from backprop_core.node import Node
from tests.core.conformance import assert_plain
from tests.core.running import document, ran

NET = "A1 = Affine(X, W1, b1)\nZ1 = Relu(A1)\nA2 = Affine(Z1, W2, b2)\nL = SoftmaxWithLoss(A2, t)"
VALUES: dict[str, Any] = {
    "X": [[1.0, -1.0], [0.5, 2.0]],
    "W1": [[1.0, 0.0, -1.0], [0.5, 1.0, 1.0]],
    "b1": [0.0, 0.1, 0.2],
    "W2": [[1.0, -1.0], [0.0, 1.0], [2.0, 0.5]],
    "b2": [0.0, 0.0],
    "t": [0, 1],
}


def graph_of(program: str, values: dict[str, Any], expand: tuple[str, ...] = ()) -> Graph:
    return Network.build(document(program, values), expand).graph


def ids(graph: Graph) -> list[str]:
    return [node.id for node in graph.nodes]


def messages(graph: Graph) -> list[str]:
    """Each message as SOURCE>TARGET i/n."""
    return [
        f"{graph.nodes[m.source].id}>{graph.nodes[m.target].id} {m.number}/{m.of}"
        for m in graph.messages
    ]


# --- nodes --------------------------------------------------------------------------------------


def test_nodes_are_the_leaves_and_then_each_op_as_it_runs() -> None:
    graph = graph_of(NET, VALUES)
    assert ids(graph) == ["X", "W1", "b1", "W2", "b2", "t", "A1", "Z1", "A2", "L"]
    assert [node.kind for node in graph.nodes] == ["leaf"] * 6 + ["layer"] * 4
    assert [node.shape for node in graph.nodes[6:]] == [(2, 3), (2, 3), (2, 2), ()]
    assert [node.line for node in graph.nodes[6:]] == [1, 2, 3, 4]
    assert graph.output_shape == ()
    assert graph.node("A2").id == "A2"


def test_an_opened_layer_is_its_ops_under_its_name() -> None:
    graph = graph_of(NET, VALUES, ("A2", "L"))
    assert ids(graph)[6:] == [
        "A1", "Z1", "A2.dot", "A2",
        "L.one_hot", "L.shift", "L.exp", "L.sum", "L.log", "L.sub", "L.mul", "L.sum2", "L.neg", "L",
    ]  # fmt: skip
    groups = {node.id: node.group for node in graph.nodes if node.group}
    assert groups == {"A2.dot": "A2", "A2": "A2"} | dict.fromkeys(ids(graph)[10:], "L")
    assert all(node.kind == "op" for node in graph.nodes if node.group)
    assert {node.line for node in graph.nodes if node.group == "L"} == {4}


def test_ids_stay_when_another_layer_is_opened() -> None:
    program = "y = Sigmoid(x) * -Sigmoid(-x) + exp(x)\nz = Sigmoid(Sigmoid(y)) * 2"
    layers = ("y.sigmoid", "y.sigmoid2", "z.sigmoid", "z.sigmoid2")
    alone = {layer: set(ids(graph_of(program, {"x": 1}, (layer,)))) for layer in layers}
    folded = ids(graph_of(program, {"x": 1}))
    assert [id for id in folded if "sigmoid" in id] == list(layers)
    together = ids(graph_of(program, {"x": 1}, layers))
    assert set(together) == set().union(*alone.values())
    assert [id for id in together if id in folded] == folded
    assert ids(graph_of(program, {"x": 1}, layers[::-1])) == together


def test_ids_inside_a_layer_keep_clear_of_the_programs() -> None:
    graph = graph_of("y = Affine(dot(x, V), W, b)", {"x": [1], "V": [[1]], "W": [[1]], "b": [1]})
    assert ids(graph)[-2:] == ["y.dot", "y"]
    opened = graph_of(
        "y = Affine(dot(x, V), W, b)", {"x": [1], "V": [[1]], "W": [[1]], "b": [1]}, ("y",)
    )
    assert ids(opened)[-3:] == ["y.dot", "y.dot2", "y"]


def test_only_layers_are_opened() -> None:
    for name in ("A1.dot", "X", "q", ""):
        with pytest.raises(WhygradError) as caught:
            graph_of(NET, VALUES, (name,))
        assert caught.value.code == "expand.unknown_layer"
        assert "A1, Z1, A2, L" in caught.value.message
    with pytest.raises(WhygradError) as caught:
        graph_of("y = exp(x)", {"x": 1}, ("y",))
    assert caught.value.message.endswith("its layers are none")


def test_a_loss_of_its_own_is_named_where_the_output_is_no_scalar() -> None:
    assert graph_of("y = x * 2", {"x": [1]}).loss_id == "L"
    assert graph_of("y = x * 2", {"x": 1}).loss_id is None
    assert graph_of("L = x * 2", {"x": [1]}).loss_id == "L2"
    assert graph_of("y = L * 2", {"L": [1]}).loss_id == "L2"
    assert graph_of("L = x * 2\nL2 = L * 2", {"x": [1]}).loss_id == "L3"


# --- roles --------------------------------------------------------------------------------------


def test_roles_are_worked_out_from_the_slot_of_a_layer() -> None:
    roles = {node.id: node.role for node in graph_of(NET, VALUES).nodes if node.kind == "leaf"}
    assert roles == {
        "X": "input", "W1": "parameter", "b1": "parameter", "W2": "parameter", "b2": "parameter",
        "t": "target",
    }  # fmt: skip
    (W, *_) = graph_of("y = x @ W", {"x": [1], "W": [[1]]}).nodes[1:]
    assert W.role == "input"


def test_a_role_that_is_given_counts() -> None:
    program, values = "y = x @ W\nL = SumSquaredError(y, t)", {"x": [1], "W": [[1]], "t": [0]}
    given = document(program, values, roles={"W": "parameter", "x": "target"})
    graph = Network.build(given).graph
    assert [node.role for node in graph.nodes[:3]] == ["target", "parameter", "target"]
    assert messages(graph) == ["L>y 1/1", "y>W 1/1"]
    assert graph.path == (False, True, False, True, True)


# --- messages -----------------------------------------------------------------------------------


def test_messages_go_in_reverse_to_parameters_first_and_to_data_last() -> None:
    assert messages(graph_of(NET, VALUES)) == [
        "L>A2 1/1",
        "A2>b2 1/1", "A2>W2 1/1", "A2>Z1 1/1",
        "Z1>A1 1/1",
        "A1>b1 1/1", "A1>W1 1/1", "A1>X 1/1",
    ]  # fmt: skip


def test_an_op_sends_to_parameters_then_to_other_leaves_then_to_what_was_computed() -> None:
    program = "h = exp(x)\ny = h * k\nz = y @ W"
    values = {"x": [1.0], "k": [1.0], "W": [[1.0]]}
    given = document(program, values, roles={"W": "parameter"})
    assert messages(Network.build(given).graph) == [
        "z>W 1/1", "z>y 1/1", "y>k 1/1", "y>h 1/1", "h>x 1/1",
    ]  # fmt: skip


def test_messages_to_one_value_are_counted_in_the_order_in_which_they_come() -> None:
    graph = graph_of("p = x * y\ns = x + y\nf = p * s", {"x": 2, "y": 3})
    assert messages(graph) == [
        "f>s 1/1", "f>p 1/1", "s>y 1/2", "s>x 1/2", "p>y 2/2", "p>x 2/2",
    ]  # fmt: skip
    assert messages(graph_of("y = x * x", {"x": 2})) == ["y>x 1/2", "y>x 2/2"]
    assert [m.slot for m in graph_of("y = x * x", {"x": 2}).messages] == ["b", "a"]


def test_no_message_goes_to_a_literal_a_target_or_where_no_path_leads() -> None:
    program = "dead = exp(x) * q\ny = 2 * x - 1\nL = SumSquaredError(y, t)"
    graph = graph_of(program, {"x": [1.0], "q": [1.0], "t": [0.0]})
    assert messages(graph) == ["L>y 1/1", "y>y.mul 1/1", "y.mul>x 1/1"]
    path = {node.id: on for node, on in zip(graph.nodes, graph.path, strict=True)}
    assert path == {
        "x": True, "q": False, "t": False, "dead.exp": False, "dead": False, "y.mul": True,
        "y": True, "L": True,
    }  # fmt: skip


@pytest.mark.parametrize("t", [[0, 1], [[1.0, 0.0], [0.0, 1.0]]])
def test_no_message_goes_to_a_target_inside_an_opened_layer(t: Any) -> None:
    for layer in ("SoftmaxWithLoss(X, t)", "CrossEntropyError(Softmax(X), t)"):
        values = {"X": VALUES["X"], "t": t}
        graph = graph_of(f"L = {layer}", values, ("L",))
        reached = {graph.nodes[m.target].id for m in graph.messages}
        assert not reached & {"t", "L.one_hot"}


def test_a_target_that_was_computed_takes_no_gradient_folded_or_opened() -> None:
    program = "h = 2 * t\nL = SumSquaredError(y, h) + sum(h)"
    for expand in ((), ("L.sumsquarederror",)):
        found = ran(program, {"y": [1.0, 2.0], "t": [1.0, 5.0]}, expand)
        assert found.gradient("t").tolist() == [2.0, 2.0]  # from the sum alone
        assert found.gradient("h").tolist() == [1.0, 1.0]
        assert found.gradient("y").tolist() == [-1.0, -8.0]


def test_a_number_can_be_a_target() -> None:
    for expand in ((), ("L",)):
        assert ran("L = SumSquaredError(y, 3)", {"y": 1.0}, expand).gradient("y") == -2.0
        assert ran("L = SumSquaredError(3, y)", {"y": 1.0}, expand).run.loss == 2.0


# --- shapes before numbers, limits --------------------------------------------------------------


def test_shapes_are_refused_before_anything_runs() -> None:
    program = "A = Affine(X, W1, b1)\nB = A @ W2\nC = B + b1"
    values = {name: VALUES[name] for name in ("X", "W1", "b1", "W2")}
    with pytest.raises(WhygradError) as caught:
        graph_of(program, values)
    assert (caught.value.code, caught.value.line) == ("shape.broadcast", 3)
    assert "(2, 2)" in caught.value.message
    assert "(3,)" in caught.value.message


def test_a_layer_that_is_opened_is_held_to_its_own_shapes() -> None:
    for expand in ((), ("y",)):
        with pytest.raises(WhygradError) as caught:
            graph_of("y = Affine(x, W, b)", {"x": [1, 2], "W": [[1], [2]], "b": 1}, expand)
        assert caught.value.code == "shape.bias"


def test_operations_of_opened_layers_count() -> None:
    program, values = "y = Softmax(x) * 2", {"x": [1.0, 2.0]}
    limits = Limits(ops=4)
    assert len(Network.build(document(program, values), (), limits).graph.nodes) == 3
    with pytest.raises(WhygradError) as caught:
        Network.build(document(program, values), ("y.softmax",), limits)
    assert (caught.value.code, caught.value.line) == ("limit.ops", 1)
    opened = Network.build(document(program, values), ("y.softmax",), Limits(ops=5))
    assert len(opened.graph.nodes) == 6


def test_recorded_elements_are_counted_before_anything_is_made() -> None:
    # x, y, z of 2; a message to y, one to x
    program, values = "y = x * 2\nz = y * 3", {"x": [1.0, 2.0]}
    Network.build(document(program, values), (), Limits(recorded=10))
    with pytest.raises(WhygradError) as caught:
        Network.build(document(program, values), (), Limits(recorded=9))
    assert caught.value.params == {"limit": 9, "got": 10}


def test_labels_are_checked_before_a_run() -> None:
    given = document(NET, {**VALUES, "t": [0, 2]})
    network = Network.build(given)
    with pytest.raises(WhygradError) as caught:
        network.run(given)
    assert caught.value.code == "labels.out_of_range"
    assert caught.value.message == "SoftmaxWithLoss: labels must be 0 to 1: t[1] is 2"
    network.run(given.with_value("t", [1], 1.0)).finish()


def test_a_target_whose_rows_do_not_sum_to_one_is_warned_of() -> None:
    rows = [[0.5, 0.5], [0.5, 0.6]]
    given = document(NET, {**VALUES, "t": rows})
    (warning,) = Network.build(given).warnings(given)
    assert warning["code"] == "target.row_sum"
    assert warning["params"] == {"name": "t", "row": 1, "sum": "1.1"}
    labels = document(NET, VALUES)
    assert Network.build(labels).warnings(labels) == []


def test_a_network_fits_documents_of_its_program_shapes_and_roles() -> None:
    given = document(NET, VALUES)
    network = Network.build(given)
    assert network.fits(given.with_value("X", [0, 0], 9.0))
    assert not network.fits(replace(given, program="y = x * 2"))
    assert not network.fits(document(NET, {**VALUES, "t": [[1, 0], [0, 1]]}))
    assert not network.fits(document(NET, VALUES, roles={"X": "parameter"}))


# --- as it travels ------------------------------------------------------------------------------


@pytest.mark.parametrize("id", ["L01", "L04", "L06", "L08", "L14", "L15", "L17", "L19", "L20"])
def test_a_graph_travels_as_plain_json(id: str) -> None:
    given = Document.from_json(find_lesson(id)["document"])
    layers = [call.id for call in Network.build(given).graph.layers]
    for expand in ((), tuple(layers)):
        network = Network.build(given, expand)
        graph, told = network.graph, network.graph_json
        assert_plain(_lists(told))
        assert [node["id"] for node in told["nodes"]] == [
            *ids(graph), *([graph.loss_id] if graph.loss_id else []),
        ]  # fmt: skip
        for node, said in zip(graph.nodes, told["nodes"], strict=False):
            if node.op is not None:
                assert_code_is_lit(node, said, told)
        edges = {(edge["from"], edge["to"], edge["slot"]): edge for edge in told["edges"]}
        assert len(edges) == len(told["edges"])
        sent = {
            (graph.nodes[m.target].id, graph.nodes[m.source].id, m.slot) for m in graph.messages
        }
        lossless = {key for key in edges if key[1] != graph.loss_id}
        assert {key for key in lossless if edges[key]["gradient"]} == sent
        assert {layer["id"] for layer in told["layers"] if layer["expanded"]} == set(expand)


def _lists(value: Any) -> Any:
    """With lists for tuples: JSON does not tell them apart."""
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, list | tuple) else value


def assert_code_is_lit(node: Node, said: dict[str, Any], told: dict[str, Any]) -> None:
    """The lines that are lit are there; one of them makes the value, one each message."""
    code = told["codes"][said["code"]]
    assert said["lit"]["forward"]
    for line in said["lit"]["forward"]:
        assert re.search(r"=|return", code["forward"][line])
    for input in said["inputs"]:
        if "node" in input and node.form and input["slot"] in node.form.vjp:
            lines = said["lit"]["backward"][input["slot"]]
            assert all(0 <= line < len(code["backward"]) for line in lines)
            assert lines or node.group
