"""What every op of the registry keeps: an op that is added is under these tests at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.strategies import DataObject, data

from backprop_core import WhygradError
from backprop_core.index_map import Array, IndexMap, Number
from backprop_core.layer_op import LayerOp
from backprop_core.op import OPS, BadSample, Form, Op, Sample
from backprop_core.program import parse_definition
from tests.core import conformance
from tests.core.cases import ALL, Case, cases, inputs_of

EXAMPLES = 25
SAMPLES = [
    pytest.param(op, sample, id=f"{op.name}-{n}")
    for op in OPS.values()
    for n, sample in enumerate(op.samples)
]
BAD_SAMPLES = [
    pytest.param(op, sample, id=f"{op.name}-{n}")
    for op in OPS.values()
    for n, sample in enumerate(op.bad_samples)
]
MESSAGES = [
    pytest.param(op, slot, id=f"{op.name}-{slot}")
    for op in OPS.values()
    for slot in op.form(*op.samples[0].shapes).vjp
]
LAYERS = [op for op in OPS.values() if isinstance(op, LayerOp)]


def case_of(op: Op, sample: Sample, seed: int = 1) -> Case:
    return Case(sample.shapes, op.attributes_of(sample.attributes), seed)


def forms_of(op: Op) -> list[Form]:
    """The forms that an op's samples run by, each once."""
    return list({id(form): form for form in (op.form(*s.shapes) for s in op.samples)}.values())


# --- over drawn shapes --------------------------------------------------------------------------


@pytest.mark.parametrize("check", conformance.CHECKS)
@pytest.mark.parametrize("name", ALL)
@settings(max_examples=EXAMPLES)
@given(data=data())
def test_op_keeps(name: str, check: str, data: DataObject) -> None:
    op = OPS[name]
    conformance.CHECKS[check](op, data.draw(cases(op)))


# --- the record itself --------------------------------------------------------------------------


@pytest.mark.parametrize(("op", "sample"), SAMPLES)
def test_sample_works(op: Op, sample: Sample) -> None:
    for check in conformance.CHECKS.values():
        check(op, case_of(op, sample))


@pytest.mark.parametrize(("op", "sample"), BAD_SAMPLES)
def test_bad_sample_gives_its_error(op: Op, sample: BadSample) -> None:
    with pytest.raises(WhygradError) as caught:
        op.shape(*sample.shapes, **op.attributes_of(sample.attributes))
    assert caught.value.code == sample.code
    assert caught.value.message.startswith(f"{op.name}: ")


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_an_op_that_can_refuse_shapes_has_a_bad_sample(op: Op) -> None:
    refuses = False
    for shape in [(), (2,), (2, 3), (3, 2), (2, 3, 4)]:
        for other in [(), (2,), (3, 3), (4, 2, 2)]:
            try:
                op.shape(*[shape, other, other][: len(op.slots)], **_attributes(op))
            except WhygradError:
                refuses = True
    assert op.bad_samples or not refuses


def _attributes(op: Op) -> dict[str, Any]:
    return op.attributes_of(op.samples[0].attributes)


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_every_message_has_a_formula_a_rule_and_a_partial(op: Op) -> None:
    for sample in op.samples:
        form = op.form(*sample.shapes)
        index_map = form.partials(*sample.shapes, **op.attributes_of(sample.attributes))
        assert set(form.messages) == set(form.vjp) == set(index_map.partials)
        for slot, tex in form.messages.items():
            assert re.match(rf"\\d{{{slot}}}(_{{[a-z ]+}})? = ", tex)
        assert form.formula.startswith(r"\v{out}")


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_formulas_name_what_the_op_has(op: Op) -> None:
    for form in forms_of(op):
        for tex in (form.formula, *form.messages.values()):
            for macro, name in re.findall(r"\\([vdk])\{(\w*)\}", tex):
                literals = [attribute.name for attribute in op.attributes]
                known = {
                    "v": (*op.slots, *literals, "out"),
                    "d": (*form.vjp, "out"),
                    "k": tuple(form.kept),
                }
                assert name in known[macro], tex
            assert tex.count("{") == tex.count("}")
            assert tex.count(r"\begin") == tex.count(r"\end")
            assert not re.search(r"\\[vdk](?!\{)(?![a-z])", tex)
        assert {macro for macro, _ in re.findall(r"\\([dk])\{(\w*)\}", form.formula)} <= {"k"}


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_what_an_op_tells_of_itself_is_plain_json(op: Op) -> None:
    told = op.to_json()
    conformance.assert_plain(told)
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert told["signature"].startswith(f"{op.name}({', '.join(op.slots)}")
    assert op.doc.endswith(".")
    assert set(op.keeps) <= set().union(*(form.kept for form in forms_of(op)))
    assert set(op.domains) <= set(op.slots)


# --- the code that is shown ---------------------------------------------------------------------


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_the_code_has_a_lit_line_for_the_value_and_for_every_message(op: Op) -> None:
    for form in forms_of(op):
        code = op.code(form)
        assert all("out =" in code.forward[line] for line in code.lit_forward)
        assert code.lit_forward
        assert set(code.lit_backward) == set(form.vjp)
        for slot, lines in code.lit_backward.items():
            text = [code.backward[line].strip() for line in lines]
            assert text
            assert all(line.startswith((f"d{slot} = ", f"self.d{slot} = ")) for line in text)
        conformance.assert_plain(code.to_json())


# Names of a definition that no line of the class's forward assigns, with the reason.
INTERNAL = {
    ("Affine", "flat"): "forward is handed rows already, whatever the shape of the input",
}


@pytest.mark.parametrize("op", LAYERS, ids=lambda op: op.name)
def test_every_line_of_a_definition_is_a_line_of_the_class(op: LayerOp) -> None:
    for sample in op.samples:
        attributes = op.attributes_of(sample.attributes)
        definition = parse_definition(op.definition(*sample.shapes, **attributes))
        steps = op.code(op.form(*sample.shapes)).steps
        names = {call.statement for call in definition.calls}
        assert {name for name in names if (op.name, name) not in INTERNAL} <= set(steps)
        assert definition.output == "out"


def test_internal_names_are_none_that_a_class_assigns() -> None:
    for layer, name in INTERNAL:
        op = OPS[layer]
        assert all(name not in op.code(form).steps for form in forms_of(op))


# --- a test of the tests ------------------------------------------------------------------------


def changed(op: Op, **methods: Callable[..., Any]) -> Op:
    """The op with some of its methods replaced."""
    cls: type[Op] = type("Changed", (type(op),), methods)
    return cls(**{field.name: getattr(op, field.name) for field in fields(op)})


def fails(check: Callable[[Op, Case], None], op: Op, like: Op) -> bool:
    """Whether a check fails for one of the samples of the op that this one is like."""
    for sample in like.samples:
        try:
            check(op, case_of(like, sample))
        except AssertionError:
            return True
    return False


@pytest.mark.parametrize(("op", "slot"), MESSAGES)
def test_a_vjp_that_is_wrong_by_one_percent_is_found(op: Op, slot: str) -> None:
    def messages(self: Op, *args: Any) -> dict[str, Any]:
        sent = op.messages(*args)
        return {**sent, slot: 1.01 * sent[slot]}

    spoiled = changed(op, messages=messages)
    assert fails(conformance.check_vjp, spoiled, op)
    assert fails(conformance.check_partials, spoiled, op)


@pytest.mark.parametrize(("op", "slot"), MESSAGES)
def test_a_partial_that_is_wrong_by_one_percent_is_found(op: Op, slot: str) -> None:
    def spoil(index_map: IndexMap) -> IndexMap:
        partial = index_map.partials[slot]
        wrong = replace(partial, factors=(Number(1.01), *partial.factors))
        return replace(index_map, partials={**index_map.partials, slot: wrong})

    assert fails(conformance.check_partials, with_map(op, spoil), op)


@pytest.mark.parametrize("op", OPS.values(), ids=OPS)
def test_terms_that_are_wrong_by_one_percent_are_found(op: Op) -> None:
    def spoil(index_map: IndexMap) -> IndexMap:
        terms = [replace(t, factors=(Number(1.01), *t.factors)) for t in index_map.terms]
        return replace(index_map, terms=tuple(terms))

    found = with_map(op, spoil)
    if op.name == "div":  # a quotient stays what it is where both change alike
        found = with_map(op, lambda m: replace(m, terms=(spoil(m).terms[0], m.terms[1])))
    assert fails(conformance.check_terms, found, op)


def with_map(op: Op, spoil: Callable[[IndexMap], IndexMap]) -> Op:
    """The op with each of its index maps changed."""

    def form(*shapes: Any) -> Form:
        own = op.form(*shapes)
        return replace(own, partials=lambda *args, **kw: spoil(own.partials(*args, **kw)))

    return replace(op, form=form)


@pytest.mark.parametrize("name", ALL)
def test_an_input_that_is_written_to_is_found(name: str) -> None:
    op = OPS[name]

    def evaluate(self: Op, form: Form, inputs: list[Array], attributes: Any) -> tuple[Any, Any]:
        inputs[0][...] = np.where(inputs[0] == 0.0, 1.0, inputs[0] / 2)
        return op.evaluate(form, inputs, attributes)

    case = case_of(op, op.samples[0])
    with pytest.raises(AssertionError):
        conformance.check_inputs_are_left_alone(changed(op, evaluate=evaluate), case)


@settings(max_examples=EXAMPLES)
@given(data=data())
@pytest.mark.parametrize("name", ALL)
def test_drawn_numbers_are_apart_from_each_other_and_from_zero(name: str, data: DataObject) -> None:
    op = OPS[name]
    case = data.draw(cases(op))
    arrays = zip(op.slots, inputs_of(op, case), strict=True)
    domains = ("real", "nonzero", "positive")
    numbers = [a.ravel() for slot, a in arrays if op.domains.get(slot, "real") in domains]
    flat = np.sort(np.concatenate([np.zeros(1), *numbers]))
    assert np.diff(flat).min(initial=1.0) > 100 * conformance.STEP
