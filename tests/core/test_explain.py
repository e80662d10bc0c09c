"""Every number explains itself: its terms add up to it, and it is what autograd says it is."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import assume, given, settings
from numpy.testing import assert_allclose

from backprop_core import Document, WhygradError
from backprop_core.explain import Explanation, Ref, explain
from backprop_core.graph import Graph
from backprop_core.index_map import unraveled
from backprop_core.lessons import find_lesson
from backprop_core.node import Node
from tests.core.programs import RandomProgram, random_programs
from tests.core.reference import reference
from tests.core.running import Ran, ran, ran_document
from tests.core.test_lessons import EXPECTING, opened

EXACT = 1e-12


def explained(found: Ran, of: str, name: str) -> Iterator[tuple[tuple[int, ...], Explanation]]:
    """Every element of an array, with why it is what it is."""
    graph = found.network.graph
    shape = graph.node(name if of != "message" else name.partition(">")[0]).shape
    for flat in range(math.prod(shape)):
        index = unraveled(flat, shape)
        yield index, explain(graph, found.run, of=of, name=name, index=index)  # type: ignore[arg-type]


def assert_terms_add_up(why: Explanation, value: float) -> None:
    products = np.concatenate([np.zeros(0), *(road.products for road in why.roads)])
    assert why.value == value
    assert abs(why.sum - value) <= EXACT * max(np.abs(products).sum(), abs(why.sum))


def assert_explains_itself(found: Ran) -> None:
    """Each value that is a sum, each gradient and each message has terms that add up to it."""
    graph, run = found.network.graph, found.run
    for node in graph.nodes:
        value = run.value(node.id)
        for index, why in explained(found, "value", node.id):
            assert why.value == value[index]
            if why.combine == "sum":
                assert_terms_add_up(why, float(value[index]))
        if node.role != "target":
            gradient = run.gradient(node.id)
            for index, why in explained(found, "gradient", node.id):
                assert_terms_add_up(why, float(gradient[index]))
    edges = {(m.source, m.target): m for m in graph.messages}
    for message in edges.values():
        sent = run.message(message)
        edge = f"{graph.nodes[message.target].id}>{graph.nodes[message.source].id}"
        for flat in range(sent.size):
            index = unraveled(flat, sent.shape)
            why = explain(graph, run, of="message", name=edge, index=index, slot=message.slot)
            assert_terms_add_up(why, float(sent[index]))


@pytest.mark.parametrize("id", EXPECTING)
def test_every_number_of_a_lesson_is_the_sum_of_its_terms_folded_and_opened(id: str) -> None:
    lesson = find_lesson(id)
    document = Document.from_json(lesson["document"])
    for expand in {(), opened(lesson)[-1]}:
        assert_explains_itself(ran_document(document, expand))


@pytest.mark.parametrize("id", EXPECTING)
def test_the_sum_of_a_gradients_terms_is_what_autograd_says(id: str) -> None:
    lesson = find_lesson(id)["document"]
    found = ran_document(Document.from_json(lesson))
    upstream = np.array(lesson.get("upstream", 1.0))
    values = {name: np.array(value, dtype=float) for name, value in lesson["values"].items()}
    _, _, gradients = reference(lesson["program"], values, upstream)
    targets = {n.id for n in found.network.graph.nodes if n.role == "target"}
    for name in set(found.names) - targets:
        sums = [why.sum for _, why in explained(found, "gradient", name)]
        assert_allclose(sums, gradients[name].ravel(), rtol=1e-9, atol=1e-12, err_msg=name)


@settings(max_examples=60)
@given(random_programs())
def test_every_number_of_a_random_program_is_the_sum_of_its_terms(program: RandomProgram) -> None:
    found = ran(program.text, program.values, program.expand, upstream=program.upstream)
    assume(
        not any(normalizes_pairs(found.network.graph, node) for node in found.network.graph.nodes)
    )
    assert_explains_itself(found)


def normalizes_pairs(graph: Graph, node: Node) -> bool:
    """Two numbers normalized are -1 and 1 whatever they were: their derivative is all rounding."""
    if node.op is None or node.op.name not in ("BatchNormalization", "LayerNormalization"):
        return False
    assert node.inputs[0].node is not None
    shape = graph.nodes[node.inputs[0].node].shape
    return shape[0 if node.op.name == "BatchNormalization" else -1] == 2


@pytest.mark.parametrize("id", ["L04", "L08", "L11", "L17", "L19", "L25", "L26"])
def test_each_factor_is_the_number_of_the_cell_that_it_names(id: str) -> None:
    found = ran_document(Document.from_json(find_lesson(id)["document"]))
    for node in found.network.graph.nodes:
        for of in ("value", "gradient"):
            if of == "gradient" and node.role == "target":
                continue
            for _, why in explained(found, of, node.id):
                for road, n in why.terms():
                    factors = road.factors(n)
                    product = math.prod(factor.value for factor in factors)
                    assert product == pytest.approx(road.products[n], rel=1e-12, abs=1e-300)
                    for factor in factors:
                        if factor.ref is not None:
                            assert factor.value == number_at(found, road.consumer, factor.ref)


def number_at(found: Ran, consumer: str, ref: Ref) -> float:
    if ref.of == "kept":
        return float(found.run.kept(consumer)[ref.name][ref.index])
    array = found.gradient(ref.name) if ref.of == "gradient" else found.value(ref.name)
    return float(array[ref.index])


def test_where_an_element_goes_says_how_far_each_cell_moves() -> None:
    found = ran_document(Document.from_json(find_lesson("L19")["document"]))
    graph, run = found.network.graph, found.run
    by = 1e-6
    for name in ("X", "W1", "A1", "Z1", "A2"):
        for flat in range(run.value(name).size):
            index = unraveled(flat, graph.node(name).shape)
            why = explain(graph, run, of="value", name=name, index=index, direction="to")
            for road in why.roads:
                moved = run.moved(name, flat, by).value(road.at) - run.value(road.at)
                expected = np.zeros(moved.size)
                np.add.at(expected, road.reaches, road.products)
                assert_allclose(moved.ravel() / by, expected, atol=1e-5)


@pytest.mark.parametrize(
    ("of", "name", "index", "code"),
    [
        ("value", "nobody", (0, 0), "explain.unknown_node"),
        ("message", "X>L", (0, 0), "explain.unknown_edge"),
        ("gradient", "t", (0, 0), "explain.target"),
        ("value", "X", (0, 2), "index.out_of_range"),
        ("value", "X", (0,), "index.out_of_range"),
        ("gradient", "W1", (-1, 0), "index.out_of_range"),
    ],
)
def test_what_is_not_there_is_named(of: str, name: str, index: tuple[int, ...], code: str) -> None:
    found = ran_document(Document.from_json(find_lesson("L19")["document"]))
    with pytest.raises(WhygradError) as caught:
        explain(found.network.graph, found.run, of=of, name=name, index=index)  # type: ignore[arg-type]
    assert caught.value.code == code
