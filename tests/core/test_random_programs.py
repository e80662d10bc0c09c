"""Random programs against HIPS autograd: all values and gradients, layers folded or opened."""

from __future__ import annotations

import ast
from collections import Counter

import numpy as np
import pytest
from hypothesis import Phase, find, given, settings
from numpy.testing import assert_allclose

from backprop_core import OPS
from backprop_core.program import parse
from tests.core.programs import RandomProgram, random_programs
from tests.core.reference import lines_of, reference
from tests.core.running import Ran, ran

EXAMPLES = 400


def run_of(program: RandomProgram) -> Ran:
    return ran(program.text, program.values, program.expand, upstream=program.upstream)


@settings(max_examples=EXAMPLES)
@given(random_programs())
def test_gradients_are_those_of_autograd(program: RandomProgram) -> None:
    upstream = 1.0 if program.upstream is None else np.array(program.upstream)
    loss, values, gradients = reference(program.text, program.values, upstream)
    found = run_of(program)
    scale = max(1.0, *(float(np.abs(gradient).max()) for gradient in gradients.values()))
    for name in found.names:
        assert_allclose(found.value(name), values[name], rtol=1e-9, atol=1e-12, err_msg=name)
        if name in program.targets:
            assert not found.gradient(name).any()
            continue
        expected = gradients[name]
        assert found.gradient(name).shape == expected.shape
        assert_allclose(found.gradient(name), expected, rtol=1e-9, atol=1e-12 * scale, err_msg=name)
    assert_allclose(found.run.loss, loss, rtol=1e-9, atol=1e-12)


@settings(max_examples=EXAMPLES)
@given(random_programs())
def test_what_has_no_path_to_the_output_has_zeros_and_no_message(program: RandomProgram) -> None:
    found = run_of(program)
    live = reaching(program)
    messages = Counter(step.target for step in found.backward)
    for name in found.names:
        if name not in live or name in program.targets:
            assert not found.gradient(name).any()
            assert not messages[name]
            assert found.network.graph.path[found.network.graph.place[name]] is False
        elif name != found.network.graph.named[-1]:
            assert messages[name]


def reaching(program: RandomProgram) -> set[str]:
    """The names from which a gradient's path leads to the output, by the text alone."""
    lines = dict(lines_of(program.text))
    live = {list(lines)[-1]}
    for name in reversed(lines):
        if name in live:
            live |= differentiated(ast.parse(lines[name]).body[0])
    return live


def differentiated(node: ast.AST) -> set[str]:
    """The names in an expression, but for those in a target."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Call):
        assert isinstance(node.func, ast.Name)
        takes_target = node.func.id in {op.name for op in OPS.values() if "t" in op.slots}
        arguments = node.args[:1] if takes_target else node.args
        return set().union(*(differentiated(argument) for argument in arguments))
    return set().union(*(differentiated(child) for child in ast.iter_child_nodes(node)))


@settings(max_examples=EXAMPLES)
@given(random_programs())
def test_opening_layers_changes_no_id_outside_of_them(program: RandomProgram) -> None:
    folded = ran(program.text, program.values)
    opened = run_of(program)
    assert [id for id in opened.ids if id in set(folded.ids)] == folded.ids
    inside = {n.id: n.group for n in opened.network.graph.nodes if n.group}
    assert set(opened.ids) - set(folded.ids) <= set(inside)
    for id, group in inside.items():
        assert group in program.expand
        assert id == group or id.startswith(f"{group}.")
    assert len(set(opened.ids)) == len(opened.ids)


# Which numbers a Dropout drops is its own choice; its tests and the conformance suite hold it.
UNDRAWN = {"Dropout"}
DRAWN = sorted(name for name, op in OPS.items() if not op.internal and name not in UNDRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_programs_are_drawn_with_every_op(name: str) -> None:
    def holds(program: RandomProgram) -> bool:
        return any(call.op.name == name for call in parse(program.text).calls)

    first = settings(max_examples=5000, database=None, phases=[Phase.generate])
    find(random_programs(), holds, settings=first)
