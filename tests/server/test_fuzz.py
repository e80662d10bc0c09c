"""Documents of all kinds, from nearly right to none at all: each is run or refused, and told so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop_core import OPS, Limits, WhygradError
from server.app import create_app
from server.arrays import Shelf
from server.edits import Opened, apply
from server.errors import told
from server.log import Log
from server.settings import Settings
from server.wire import EVENT, DocumentOpen, LayerExpand, ProgramEdit, ValueEdit
from tests.server.live import MULTIPLY
from tests.server.test_stream import JSON

LEAVES = ("x", "W", "b", "t")
NAMES = st.sampled_from([*LEAVES, "a0", "L"])
SHAPES = st.sampled_from([(), (1,), (2,), (3,), (2, 3), (3, 2), (3, 3), (1, 3), (2, 1), (2, 2, 3)])
NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 0.5, 2.0, 3.0, -0.25, 1e308, 1e-308])
SIZES = st.sampled_from(["0", "1", "2", "3", "6", "-1", "-9", "10**3", str(2**53), "9" * 30])
LITERALS = st.one_of(
    SIZES,
    st.sampled_from(["True", "None", "1.5", "'a'", "[1]", "{}", "1e999", "2j", "x", "-True"]),
    st.lists(SIZES, max_size=3).map(lambda sizes: f"({', '.join([*sizes, ''])})"),
    st.integers(9, 99).map(lambda count: f"({'1,' * count})"),
)
ATTRIBUTES = st.tuples(
    st.sampled_from(["axis", "keepdims", "shape", "axes", "eps", "classes", "nope"]), LITERALS
).map("=".join)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "@", "**"])
MARKS = st.sampled_from(
    ["", "(", ")", ",", "=", "\n", ".T", "é", "\0", "#", "'", "\\", ";", ":", "[", "lambda ",
     "if ", "0" * 40, "-" * 150, "(" * 150, ".", "**", " = ", "\u2028", "\ufeff", "\r"]
)  # fmt: skip


# Attributes that an op takes, as it may be written; any op may get one of ATTRIBUTES instead.
FITTING = {
    "sum": ["", "axis=0", "axis=-1, keepdims=True", "0"],
    "mean": ["", "axis=0", "axis=(0, 1)"],
    "max": ["", "axis=-1", "keepdims=True"],
    "reshape": ["(-1,)", "(3, 2)", "(1, -1)", "shape=(6,)"],
    "broadcast_to": ["(2, 3)", "(2, 2, 3)", "(3,)"],
    "transpose": ["", "(1, 0)"],
    "CrossEntropyError": ["", "eps=1e-7"],
}
CALLED = sorted(name for name, op in OPS.items() if not op.internal)


@st.composite
def expressions(draw: st.DrawFn, names: list[str], depth: int) -> str:
    """An expression over these names, with an operation in it where its depth is more than 0."""
    kind = draw(st.sampled_from(["call", "call", "binary", "unary"])) if depth > 0 else "name"
    inner = expressions(names, depth - draw(st.integers(1, 3)))
    if kind == "name":
        return draw(st.sampled_from(names))
    if kind == "binary":
        right = draw(inner | inner | st.sampled_from(["2", "0.5", "1e308"]))
        return f"({draw(inner)} {draw(OPERATORS)} {right})"
    if kind == "unary":
        return draw(st.sampled_from(["-{}", "{}.T"])).format(draw(inner))
    op = draw(st.sampled_from(CALLED))
    inputs = [draw(inner) for _ in OPS[op].slots]
    fitting = st.sampled_from(FITTING.get(op, [""]))
    attribute = draw(ATTRIBUTES if draw(st.integers(0, 9)) == 9 else fitting)
    return f"{op}({', '.join(filter(None, [*inputs, attribute]))})"


@st.composite
def programs(draw: st.DrawFn) -> str:
    """Some lines, each over the leaves and what the lines above it made."""
    names = list(LEAVES[: draw(st.integers(1, len(LEAVES)))])
    lines = []
    for n in range(draw(st.integers(1, 4))):
        lines.append(f"a{n} = {draw(expressions(names, 3))}")
        names.append(f"a{n}")
    return "\n".join(lines)


PROGRAMS = programs()


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A program with something put into it, or some of it taken out."""
    program = draw(PROGRAMS)
    at = draw(st.integers(0, len(program)))
    return program[:at] + draw(MARKS) + program[at + draw(st.integers(0, 3)) :]


@st.composite
def arrays(draw: st.DrawFn) -> Any:
    """A nested list of some shape."""
    return _nested(draw, draw(SHAPES))


def _nested(draw: st.DrawFn, shape: tuple[int, ...]) -> Any:
    if not shape:
        return draw(NUMBERS)
    return [_nested(draw, shape[1:]) for _ in range(shape[0])]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A document whose leaves all have values, and now and then more than that is right."""
    wild = draw(st.integers(0, 4)) == 4
    program = draw(mutated() if wild else PROGRAMS)
    # A value that nothing uses is refused before anything else is looked at.
    named = [leaf for leaf in LEAVES if re.search(rf"\b{leaf}\b", program)]
    alike = draw(st.none() | SHAPES)
    values = {name: _nested(draw, alike or draw(SHAPES)) for name in named}
    document: dict[str, Any] = {"format": 1, "program": program, "values": values}
    for key, strategy in OPTIONAL.items():
        if draw(st.integers(0, 9)) > (6 if wild else 8):
            document[key] = draw(strategy)
    return document


OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "upstream": arrays(),
    "roles": st.dictionaries(NAMES, st.sampled_from(["target", "parameter", "x"]), max_size=2),
    "expand": st.lists(st.sampled_from(["a0", "a1", "a2.relu", "L"]), max_size=2),
    "title": st.text(max_size=5) | JSON,
}
ANYTHING = st.fixed_dictionaries(
    {"format": st.just(1) | JSON, "program": st.text() | JSON, "values": JSON},
    optional={"roles": JSON, "upstream": JSON, "training": JSON, "expand": JSON, "more": JSON},
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(Settings(body_bytes=100_000))) as client:
        yield client


@settings(max_examples=400, deadline=None)
@given(documents() | ANYTHING | JSON)
def test_any_document_is_run_or_refused(client: TestClient, document: Any) -> None:
    answer = client.post("/api/runs", content=json.dumps(document))
    body = json.loads(answer.text, parse_constant=pytest.fail)
    if answer.status_code == 200:
        assert set(body["values"]) >= set(document["values"])
    else:
        assert 400 <= answer.status_code < 500
        _check_complaint(body["error"], str(document))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(client: TestClient, body: bytes) -> None:
    assert 400 <= client.post("/api/runs", content=body).status_code < 500


LINES = st.builds(lambda program: ProgramEdit(type="program.edit", id="", program=program),
                  PROGRAMS | mutated())  # fmt: skip
CELLS = st.builds(
    lambda name, index, value: ValueEdit(
        type="value.edit", id="", name=name, index=index, value=value
    ),
    NAMES | st.none(),
    st.lists(st.integers(-1, 3), max_size=3),
    NUMBERS,
)
OPENED = st.builds(
    lambda layer, expanded: LayerExpand(type="layer.expand", id="", layer=layer, expanded=expanded),
    st.sampled_from(["a0", "a1", "a2", "L", None]),
    st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(documents(), st.lists(LINES | CELLS | OPENED, max_size=5))
def test_any_edits_of_an_open_document_are_obeyed_or_refused(
    document: dict[str, Any], edits: list[Any]
) -> None:
    start = DocumentOpen(type="document.open", id="", document=MULTIPLY)
    opened = apply(start, None, Limits())
    expand = document.pop("expand", None)
    opening = DocumentOpen(type="document.open", id="", document=document, expand=expand)
    for edit in (opening, *edits):
        try:
            opened = apply(edit, opened, Limits())
            _check_run(opened)
        except WhygradError as refusal:
            _check_complaint(json.loads(json.dumps(told(refusal))), "")


def _check_run(opened: Opened) -> None:
    """It runs to its end, and every event is one that the wire knows."""
    log = Log(1, opened, opened.network.run(opened.document), Shelf(1 << 30).start())
    log.advance(60.0)
    for frame in (log.draw(), log.started(), *log.frames):
        EVENT.validate_json(frame)
    assert json.loads(log.frames[-1])["type"] == "run.finished"


def _check_complaint(error: dict[str, Any], document: str) -> None:
    assert error["code"]
    assert 0 < len(error["message"]) < 2000
    assert error.get("line", 1) >= 1
    assert error.get("column", 1) >= 1
    assert "Traceback" not in error["message"] or "Traceback" in document


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"broadcast_to(x, ({'1,' * 70}))", "limit.dimensions"),
        (f"reshape(x, ({'1,' * 100_000}))", "limit.dimensions"),
        ("broadcast_to(x, (2000, 2000))", "limit.elements"),
        (f"broadcast_to(x, ({2**53}, {2**53}))", "limit.elements"),
        (f"sum(x, axis={10**30})", "attribute.kind"),
        (f"transpose(x, ({'0,' * 100_000}))", "shape.transpose"),
        ("x" + " + x" * 200, "limit.nesting"),
        ("-" * 200 + "x", "limit.nesting"),
        ("(" * 300 + "x" + ")" * 300, "program.syntax"),
        ("exp(" * 150 + "x" + ")" * 150, "limit.nesting"),
        ("x" + ".T" * 100_000, "limit.nesting"),
        ("-" * 500_000 + "x", "limit.nesting"),
        ("x ** " * 100_000 + "x", "limit.nesting"),
        ("x + " + "9" * 400, "literal.not_finite"),
        ("x + " + "9" * 100_000, "program.syntax"),
        ("x + 9 ** 9 ** 9", "literal.not_finite"),
        ("x + 0x" + "f" * 100_000, "literal.not_finite"),
        ("f" * 100_000 + "(x)", "program.unknown_op"),
        ("x" * 100_000 + " * 2", "leaf.no_value"),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_too_large_is_refused_by_name_and_in_few_words(line: str, code: str) -> None:
    document = {"format": 1, "program": f"a = {line}", "values": {"x": 1}}
    edit = DocumentOpen(type="document.open", id="", document=document)
    with pytest.raises(WhygradError) as refused:
        apply(edit, None, Limits())
    assert refused.value.code == code
    _check_complaint(json.loads(json.dumps(told(refused.value))), "")
    assert len(refused.value.message) < 700
