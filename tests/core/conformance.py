"""What holds for every op: each check takes an op and a case of it, and fails by an assertion."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from backprop_core.index_map import Array, Arrays, Cell, Expr, IndexMap, Partial, Shape
from backprop_core.op import Op, undone_axes
from tests.core.cases import Case, form_of, inputs_of

STEP = 1e-5


def value_of(op: Op, case: Case, inputs: list[Array]) -> Array:
    """The value of an op, as an array."""
    out, _ = op.evaluate(form_of(op, case), inputs, case.attributes)
    return np.asarray(out)


def messages_of(op: Op, case: Case, inputs: list[Array], dout: Array) -> dict[str, Array]:
    """The message to each slot as it arrives, with a broadcast undone."""
    form = form_of(op, case)
    out, state = op.evaluate(form, inputs, case.attributes)
    sent = op.messages(form, dout, out, state, inputs, case.attributes)
    shapes = dict(zip(op.slots, case.shapes, strict=True))
    return {
        slot: unbroadcast(np.asarray(message), shapes[slot])
        if form.broadcasts
        else np.asarray(message)
        for slot, message in sent.items()
    }


def unbroadcast(message: Array, to: Shape) -> Array:
    """A message as it arrives at an input of shape `to`: copying forward is adding back."""
    axes = undone_axes(message.shape, to)
    added: Array = message.sum(axis=axes) if axes else message
    return added if added.shape == to else added.reshape(to)


def map_arrays(op: Op, case: Case, inputs: list[Array]) -> dict[str, Array]:
    """The arrays that an index map names."""
    form = form_of(op, case)
    out, state = op.evaluate(form, inputs, case.attributes)
    kept = op.kept(form, out, state, inputs, case.attributes)
    arrays = dict(zip(op.slots, inputs, strict=True)) | {"out": out}
    arrays |= {f"kept.{name}": array for name, array in kept.items()}
    return {name: np.asarray(array, dtype=np.float64) for name, array in arrays.items()}


def upstream_of(shape: tuple[int, ...], seed: int) -> Array:
    """A gradient to feed in."""
    return np.asarray(np.random.default_rng(seed + 1).uniform(-2.0, 2.0, shape))


# --- shapes, inputs -----------------------------------------------------------------------------


def check_shape(op: Op, case: Case) -> None:
    """The shape rule says the shape of the value, and each message has its input's shape."""
    inputs = inputs_of(op, case)
    out = value_of(op, case, inputs)
    assert op.shape(*case.shapes, **case.attributes) == out.shape
    for slot, message in messages_of(op, case, inputs, upstream_of(out.shape, case.seed)).items():
        assert message.shape == case.shapes[op.slots.index(slot)], slot


def check_inputs_are_left_alone(op: Op, case: Case) -> None:
    """Nothing writes to an input, nor to the upstream gradient: read-only ones will do."""
    inputs = inputs_of(op, case)
    dout = upstream_of(value_of(op, case, inputs).shape, case.seed)
    copies = [array.copy() for array in (*inputs, dout)]
    open_ = messages_of(op, case, inputs, dout)
    for array, copy in zip((*inputs, dout), copies, strict=True):
        np.testing.assert_array_equal(array, copy)
        array.flags.writeable = False
    for slot, message in messages_of(op, case, inputs, dout).items():
        np.testing.assert_array_equal(message, open_[slot])


# --- vjp ----------------------------------------------------------------------------------------


def jacobian(op: Op, case: Case, slot: str) -> Array:
    """Each cell of the value by each of an input, (outputs, inputs), by central differences."""
    inputs = inputs_of(op, case)
    place = op.slots.index(slot)
    columns = []
    for n in range(inputs[place].size):
        ends = []
        for by in (STEP, -STEP):
            moved = [array.copy() for array in inputs]
            moved[place].ravel()[n : n + 1] += by
            ends.append(value_of(op, case, moved).ravel())
        columns.append((ends[0] - ends[1]) / (2 * STEP))
    return np.array(columns).T


def directions(op: Op, shape: Shape) -> Array:
    """Upstream gradients for which a message must be right, as rows: 1 at one cell, at each.

    A shift stands only where a softmax comes next, which sends gradients whose rows add up to 0.
    """
    units = np.eye(math.prod(shape))
    if op.name != "shift":
        return units
    rows = units.reshape(-1, *shape)
    return np.asarray(rows - rows.mean(axis=-1, keepdims=True)).reshape(units.shape)


def check_vjp(op: Op, case: Case) -> None:
    """A message is the upstream gradient times the Jacobian, which has a row for each output."""
    inputs = inputs_of(op, case)
    out = value_of(op, case, inputs)
    assert set(messages_of(op, case, inputs, np.ones(out.shape))) == set(form_of(op, case).vjp)
    for slot in form_of(op, case).vjp:
        found = [
            messages_of(op, case, inputs, upstream.reshape(out.shape))[slot].ravel()
            for upstream in directions(op, out.shape)
        ]
        expected = directions(op, out.shape) @ jacobian(op, case, slot)
        np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-8, err_msg=slot)


# --- the index map ------------------------------------------------------------------------------


def product(factors: tuple[Expr, ...], arrays: Arrays, labels: Mapping[str, Any]) -> Any:
    """Of the factors; 1 of none."""
    return math.prod(factor.value(arrays, labels) for factor in factors)


def check_partials(op: Op, case: Case) -> None:
    """Upstream times each local derivative, added up over all settings of the labels, is vjp."""
    inputs = inputs_of(op, case)
    arrays = map_arrays(op, case, inputs)
    dout = upstream_of(arrays["out"].shape, case.seed)
    index_map = form_of(op, case).partials(*case.shapes, **case.attributes)
    messages = messages_of(op, case, inputs, dout)
    assert set(index_map.partials) == set(messages)
    for slot, partial in index_map.partials.items():
        message = messages[slot].ravel()
        for position in range(message.size):
            terms = partial_terms(index_map, partial, position, arrays, dout)
            assert abs(terms.sum() - message[position]) <= 1e-12 * np.abs(terms).sum(), slot


def partial_terms(
    index_map: IndexMap, partial: Partial, position: int, arrays: Arrays, dout: Array
) -> Array:
    """Upstream times local derivative, for each way from a cell of the input to the value."""
    names = index_map.used(partial.cell, index_map.out, *partial.factors)
    labels = index_map.settings(partial.cell, position, names)
    arriving = dout.ravel()[index_map.out.position(labels)]
    count = len(next(iter(labels.values()))) if labels else 1
    return np.broadcast_to(arriving * product(partial.factors, arrays, labels), (count,))


def check_terms(op: Op, case: Case) -> None:
    """The terms of each cell of the value combine to it."""
    arrays = map_arrays(op, case, inputs_of(op, case))
    index_map = form_of(op, case).partials(*case.shapes, **case.attributes)
    for position, value in enumerate(arrays["out"].ravel()):
        terms = value_terms(index_map, position, arrays)
        found, scale = combined(index_map, terms, position, arrays)
        assert abs(found - value) <= 1e-12 * scale


def value_terms(index_map: IndexMap, position: int, arrays: Arrays) -> list[Array]:
    """The products of each term, for all settings of the labels that lead to a cell."""
    found = []
    for term in index_map.terms:
        names = index_map.used(index_map.out, *term.factors)
        long = {name for name in names if index_map.labels[name] > 1}
        free = {name for name in long if not index_map.out.strides.get(name)}
        assert free == {name for name in term.over if index_map.labels[name] > 1}
        labels = index_map.settings(index_map.out, position, names)
        count = len(next(iter(labels.values()))) if labels else 1
        found.append(np.broadcast_to(product(term.factors, arrays, labels), (count,)))
    return found


def combined(
    index_map: IndexMap, terms: list[Array], position: int, arrays: Arrays
) -> tuple[float, float]:
    """What the terms combine to, and how large the numbers are that went into it."""
    flat = np.concatenate(terms)
    match index_map.combine:
        case "sum":
            return flat.sum(), np.abs(flat).sum()
        case "maximum":
            return flat.max(), abs(flat.max())
        case "softmax":
            # The term of the class that the cell is of: both have one shape.
            assert len(index_map.terms) == len(index_map.terms[0].factors) == 1
            cell = index_map.terms[0].factors[0]
            assert isinstance(cell, Cell)
            own = arrays[cell.of].ravel()[position]
            assert own in flat
            return float(np.exp(own) / np.exp(flat).sum()), 1.0
        case "quotient":
            return flat[0] / flat[1], abs(flat[0] / flat[1])
        case "power":
            return flat[0] ** flat[1], flat[0] ** flat[1]
        case "gelu":
            x = float(flat[0])
            inside = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
            return x * (1 + math.tanh(inside)) / 2, 1.0
        case "softplus":
            return math.log1p(math.exp(flat[0])), 1.0
        case "sigmoid":
            return float(1 / (1 + np.exp(-flat[0]))), 1.0
        case name:
            assert flat.size == 1
            result = float(getattr(np, name)(flat[0]))
            return result, max(1.0, abs(result))


def check_settings(op: Op, case: Case) -> None:
    """`settings` finds exactly the labels that lead a cell to a position, each once."""
    index_map = form_of(op, case).partials(*case.shapes, **case.attributes)
    everywhere = every_setting(index_map)
    cells = [index_map.out, *(partial.cell for partial in index_map.partials.values())]
    shapes = dict(zip(op.slots, case.shapes, strict=True))
    shapes["out"] = op.shape(*case.shapes, **case.attributes)
    for cell in cells:
        for position in range(math.prod(shapes[cell.of])):
            columns = index_map.settings(cell, position, index_map.labels)
            found = list(zip(*(columns[name] for name in index_map.labels), strict=True))
            expected = [
                tuple(setting[name] for name in index_map.labels)
                for setting in everywhere
                if cell.position(setting) == position
            ]
            assert sorted(found) == expected if index_map.labels else found == []


def every_setting(index_map: IndexMap) -> list[dict[str, int]]:
    """All settings of all labels that are not ruled out."""
    sizes = list(index_map.labels.values())
    found = [dict(zip(index_map.labels, place, strict=True)) for place in np.ndindex(*sizes)]
    return [setting for setting in found if allowed(index_map.to_json()["within"], setting)]


def allowed(within: list[Any], setting: Mapping[str, int]) -> bool:
    """Whether a setting keeps to all bounds, read from the map as data."""
    return all(
        0
        <= bound["offset"] + sum(step * setting[label] for label, step in bound["strides"].items())
        < bound["size"]
        for bound in within
    )


# --- the map as the page follows it -------------------------------------------------------------


def check_json(op: Op, case: Case) -> None:
    """The map as data says the same numbers, read with nothing but lists and objects."""
    arrays = map_arrays(op, case, inputs_of(op, case))
    index_map = form_of(op, case).partials(*case.shapes, **case.attributes)
    data = index_map.to_json()
    assert_plain(data)
    flat = {name: array.ravel().tolist() for name, array in arrays.items()}
    pairs = [
        *zip([term.factors for term in index_map.terms], data["terms"], strict=True),
        *((part.factors, data["partials"][slot]) for slot, part in index_map.partials.items()),
    ]
    for setting in every_setting(index_map):
        columns = {name: np.array(n) for name, n in setting.items()}
        for factors, said in pairs:
            for factor, tree in zip(factors, said["factors"], strict=True):
                expected = float(factor.value(arrays, columns))
                assert math.isclose(read(tree, flat, setting), expected, rel_tol=1e-14)


def assert_plain(data: Any) -> None:
    """What JSON has, and no subclass of it: no NumPy, no tuples."""
    if type(data) is dict:
        for key, value in data.items():
            assert type(key) is str
            assert_plain(value)
    elif type(data) is list:
        for value in data:
            assert_plain(value)
    else:
        assert type(data) in (str, int, float, bool, type(None)), repr(data)
        assert type(data) is not float or math.isfinite(data)


FUNCTIONS: dict[str, Any] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "neg": lambda a: -a,
    "pow": lambda a, b: a**b,
    "log": math.log,
    "cos": math.cos,
    "sin": math.sin,
    "sign": lambda a: math.copysign(1.0, a) if a else 0.0,
    ">": lambda a, b: float(a > b),
    ">=": lambda a, b: float(a >= b),
}


def read(tree: Any, flat: Mapping[str, list[float]], setting: Mapping[str, int]) -> float:
    """The number of an expression that came as data."""
    match tree:
        case {"of": of, "offset": offset, "strides": strides}:
            at: int = offset + sum(step * setting[label] for label, step in strides.items())
            return flat[of][at]
        case ["same", left, right]:
            return float(setting[left] == setting[right])
        case [name, *parts]:
            found = FUNCTIONS[name](*(read(part, flat, setting) for part in parts))
            return float(found)
    return float(tree)


CHECKS = {
    check.__name__.removeprefix("check_"): check
    for check in (
        check_shape,
        check_inputs_are_left_alone,
        check_vjp,
        check_partials,
        check_terms,
        check_settings,
        check_json,
    )
}
