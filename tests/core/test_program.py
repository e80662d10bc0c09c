"""The program language: what it reads, what it refuses and where, and that nothing is evaluated."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop_core import Limits, WhygradError
from backprop_core.program import Program, parse
from tests.core.running import ran


def wrong(program: str, limits: Limits | None = None) -> WhygradError:
    """The complaint about a program, with its sentence made."""
    with pytest.raises(WhygradError) as caught:
        parse(program, limits)
    assert caught.value.message
    return caught.value


def calls(program: Program) -> list[tuple[str, str, tuple[Any, ...]]]:
    return [(call.id, call.op.name, call.arguments) for call in program.calls]


# --- what is read -------------------------------------------------------------------------------


def test_a_program_is_read_into_calls_in_the_order_in_which_they_run() -> None:
    program = parse("A = X @ W + b\nL = -sum(A * 2, axis=0)")
    assert calls(program) == [
        ("A.dot", "dot", ("X", "W")),
        ("A", "add", ("A.dot", "b")),
        ("L.mul", "mul", ("A", 2.0)),
        ("L.sum", "sum", ("L.mul",)),
        ("L", "neg", ("L.sum",)),
    ]
    assert program.leaves == ("X", "W", "b")
    assert program.named == ("A", "L")
    assert program.output == "L"
    assert program.uses == {"X": (1, 5), "W": (1, 9), "b": (1, 13)}
    assert [(call.line, call.column) for call in program.calls] == [
        (1, 5), (1, 5), (2, 10), (2, 6), (2, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("a + b", "add"), ("a - b", "sub"), ("a * b", "mul"), ("a / b", "div"),
        ("a ** b", "pow"), ("a @ b", "dot"), ("dot(a, b)", "dot"), ("-a", "neg"),
        ("a.T", "transpose"), ("maximum(a, b)", "maximum"), ("Relu(a)", "Relu"),
    ],
)  # fmt: skip
def test_an_operator_is_a_call_of_its_op(text: str, op: str) -> None:
    (call,) = parse(f"y = {text}").calls
    assert (call.id, call.op.name, call.statement) == ("y", op, "y")


def test_operators_bind_as_in_python() -> None:
    assert ran("y = -x ** 2", {"x": 3}).value("y") == -9
    assert ran("y = 2 ** -x", {"x": 1}).value("y") == 0.5
    assert ran("y = x - 1 - 2", {"x": 0}).value("y") == -3
    assert ran("y = x / 2 / 2", {"x": 8}).value("y") == 2
    assert ran("y = 2 ** 3 ** 2 + x * 0", {"x": 1}).value("y") == 512
    assert ran("y = (x + 1) * 2", {"x": 1}).value("y") == 4


def test_comments_blank_lines_and_broken_lines_are_python_s() -> None:
    program = parse("# a net\n\ny = (x +\n     1)  # one more\n\nz = y * \\\n  2\n")
    assert calls(program) == [("y", "add", ("x", 1.0)), ("z", "mul", ("y", 2.0))]
    assert [call.line for call in program.calls] == [3, 6]
    assert parse("y = x * 2\r\nz = y * 3\r\n").calls[1].line == 2


def test_attributes_are_given_by_name_or_by_place() -> None:
    for text in ("sum(x, 0, True)", "sum(x, 0, keepdims=True)", "sum(x, keepdims=True, axis=0)"):
        (call,) = parse(f"y = {text}").calls
        assert call.attributes == {"axis": 0, "keepdims": True}
    assert parse("y = sum(x, axis=(0, -1))").calls[0].attributes["axis"] == (0, -1)
    assert parse("y = reshape(x, 4)").calls[0].attributes["shape"] == (4,)
    assert parse("y = transpose(x)").calls[0].attributes["axes"] is None
    with pytest.raises(TypeError):
        parse("y = sum(x)").calls[0].attributes["axis"] = 1  # type: ignore[index]


# --- literals -----------------------------------------------------------------------------------


def test_literals_belong_to_an_op_and_are_no_nodes() -> None:
    found = ran("y = 1 / (1 + exp(-x))", {"x": [0.0, 1.0]})
    assert found.ids == ["x", "y.neg", "y.exp", "y.add", "y"]
    assert [(step.source, step.target) for step in found.backward] == [
        ("y", "y.add"), ("y.add", "y.exp"), ("y.exp", "y.neg"), ("y.neg", "x"),
    ]  # fmt: skip
    inputs = found.network.graph.node("y").inputs
    assert [(i.slot, i.node is None, i.literal) for i in inputs] == [
        ("a", True, 1.0), ("b", False, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1.0), ("-1", -1.0), ("+1", 1.0), ("--2.5", 2.5), ("1e-3", 1e-3), ("0x10", 16.0),
        ("1_000", 1000.0), ("1/4", 0.25), ("2 ** -1", 0.5), ("(3 - 1) * 2", 4.0), (".5", 0.5),
        ("1e300 * 1e-300", 1.0), (str(2**70), float(2**70)),
    ],
)  # fmt: skip
def test_numbers_that_stand_there_are_worked_out(text: str, number: float) -> None:
    (call,) = parse(f"y = x * ({text})").calls
    assert call.arguments == ("x", number)
    assert type(call.arguments[1]) is float


@pytest.mark.parametrize(
    "text",
    [
        "1/0", "0 ** -1", "(-8) ** 0.5", "1e400", "9**9**9**9", "1e308 * 10", "-(1e308 * 10)",
        "9" * 400, "0x" + "f" * 5000, "(0.1 - 1) ** 0.1",
    ],
)  # fmt: skip
def test_a_number_that_is_not_finite_is_refused_at_once(text: str) -> None:
    found = wrong(f"y = x * ({text})")
    assert found.code == "literal.not_finite"
    assert (found.line or 0, len(found.message) < 100) == (1, True)


# --- ids ----------------------------------------------------------------------------------------


def test_what_has_no_name_gets_a_readable_one_under_its_line() -> None:
    ids = [call.id for call in parse("L = 0.5 * sum((y - t) ** 2) + sum(y - q) * Relu(y)").calls]
    assert ids == ["L.sub", "L.pow", "L.sum", "L.mul", "L.sub2", "L.sum2", "L.relu", "L.mul2", "L"]


def test_ids_of_two_lines_do_not_meet() -> None:
    program = parse("a = x * y * z\nb = x * y * z * a")
    ids = [call.id for call in program.calls]
    assert ids == ["a.mul", "a", "b.mul", "b.mul2", "b"]
    assert program.ids == set(ids)


# --- names --------------------------------------------------------------------------------------


def test_a_name_is_assigned_once() -> None:
    found = wrong("y = x * 2\nz = y * 2\ny = z * 2")
    assert (found.code, found.line, found.params["first"]) == ("program.assigned_twice", 3, 1)


@pytest.mark.parametrize(
    ("program", "line", "column"),
    [
        ("y = y * 2", 1, 5),
        ("z = x + y\ny = x * 2", 1, 9),
        ("z = exp(x - (1 + y))\n\ny = z * 2", 1, 18),
    ],
)
def test_a_name_is_never_also_a_leaf_s(program: str, line: int, column: int) -> None:
    found = wrong(program)
    assert (found.code, found.line, found.column) == ("program.own_name", line, column)


def test_names_of_any_script_are_names_and_columns_count_characters() -> None:
    program = parse("出力 = 重み * größe + µ")
    assert program.leaves == ("重み", "größe", "μ")
    assert program.named == ("出力",)
    assert program.uses["größe"] == (1, 11)
    assert [call.column for call in program.calls] == [6, 6]
    found = wrong("好 = 1 * x\n出力 = 重み * 好 + foo(好)")
    assert (found.code, found.line, found.column) == ("program.unknown_op", 2, 15)
    for line in ("é = ü * x\r\né2 = é * foo(x)", "é = ü * x\ré2 = é * foo(x)"):
        assert (wrong(line).line, wrong(line).column) == (2, 10)


def test_an_op_may_lend_its_name_to_a_leaf() -> None:
    assert ran("y = exp(exp) * sum", {"exp": 0, "sum": 2}).value("y") == 2


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "x.real", "x.T.dtype", "x.__class__", "(x).T.y",
        "lambda: x", "[i for i in x]", "{i for i in x}", "{i: i for i in x}", "(i for i in x)",
        "[x]", "{'a': x}", "{x}", "(x, x)", "x[0]", "x[0:1]",
        "f'{x}'", "'x'", "b'x'", "'x' * 2", "None", "True", "...", "1j",
        "(y := x)", "x if x else x", "x and x", "not x", "~x", "+x",
        "x < 1", "x == x", "x is x", "x in x",
        "x % 2", "x // 2", "x | x", "x & x", "x ^ x", "x << 1", "x >> 1",
        "await x", "yield x", "*x", "x @ (lambda: 0)", "Relu(*x)",
    ],
)  # fmt: skip
def test_what_is_not_of_the_language_is_refused_with_its_place(text: str) -> None:
    found = wrong(f"one = x * 1\nz = {text}")
    assert found.code in ("program.kind", "program.syntax"), found.message
    assert found.line == 2
    assert found.column is not None
    assert len(found.message) < 120


@pytest.mark.parametrize(
    "statement",
    [
        "import os", "from os import path", "def f(): pass", "class A: pass", "x", "x * 2",
        "if x: y = x * 2", "for i in x: y = x * 2", "while x: y = x * 2", "with x: y = x * 2",
        "y += x", "y: float = x * 2", "del x", "assert x", "raise x", "pass", "global x",
        "try:\n y = x * 2\nfinally:\n z = x * 2", "return x", "match x:\n case _: y = x * 2",
        "async def f(): pass",  "print('hello')", "'text'",
    ],
)  # fmt: skip
def test_statements_other_than_assignments_are_refused(statement: str) -> None:
    found = wrong(f"one = x * 1\n{statement}")
    assert (found.code, found.line, found.column) == ("program.kind", 2, 1)


@pytest.mark.parametrize("target", ["a, b", "a.b", "a[0]", "[a]", "(a, *b)", "a = b"])
def test_one_name_stands_on_the_left(target: str) -> None:
    found = wrong(f"{target} = x * 2")
    assert (found.code, found.line) == ("program.target", 1)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')", "eval('1')", "exec('1')", "open('x')", "print(x)",
        "x.sum()", "x.T()", "np.exp(x)", "(lambda: x)()", "exp(x)(x)", "globals()", "one_hot(x, 3)",
        "shift(x)", "relu(x)", "'a'.join(x)", "getattr(x, 'T')", "Relu.forward(x)", "x(x)",
    ],
)  # fmt: skip
def test_only_registered_ops_are_called(text: str) -> None:
    found = wrong(f"one = x * 1\nz = {text}")
    assert (found.code, found.line, found.column) == ("program.unknown_op", 2, 5)


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    for given_name, meant in (("relu", "Relu"), ("softmaxwithloss", "SoftmaxWithLoss"),
                              ("Sum", "sum"), ("affin", "Affine")):  # fmt: skip
        assert wrong(f"y = {given_name}(x)").message.endswith(f"did you mean {meant}?")
    assert wrong("y = qqqq(x)").message.endswith("no such operation or layer")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sum(x, axis=1.5)", "attribute.kind"),
        ("sum(x, axis=True)", "attribute.kind"),
        ("sum(x, axis='0')", "attribute.kind"),
        ("sum(x, axis=[0])", "attribute.kind"),
        ("sum(x, axis=(0, 0.5))", "attribute.kind"),
        ("sum(x, axis=y)", "attribute.kind"),
        ("sum(x, axis=1 + 1)", "attribute.kind"),
        ("sum(x, axis=-(-(0)))", "attribute.kind"),
        ("sum(x, axis=2**60)", "attribute.kind"),
        ("sum(x, axis=9007199254740993)", "attribute.kind"),
        ("sum(x, axis=0x" + "f" * 5000 + ")", "attribute.kind"),
        ("sum(x, axis=(0, 0x" + "f" * 5000 + "))", "attribute.kind"),
        ("sum(x, keepdims=1)", "attribute.kind"),
        ("sum(x, keepdims=None)", "attribute.kind"),
        ("reshape(x, None)", "attribute.kind"),
        ("reshape(x, (2, None))", "attribute.kind"),
        ("transpose(x, (0.0, 1))", "attribute.kind"),
        ("CrossEntropyError(x, t, eps=1e400)", "attribute.kind"),
        ("CrossEntropyError(x, t, eps='1')", "attribute.kind"),
        ("CrossEntropyError(x, t, eps=1j)", "attribute.kind"),
        ("sum(x, **y)", "attribute.kind"),
        ("sum(x, out=0)", "attribute.unknown"),
        ("sum(x, a=0)", "attribute.unknown"),
        ("reshape(x)", "attribute.missing"),
        ("sum(x, 0, axis=1)", "program.syntax"),
        ("sum(x, axis=0, axis=1)", "program.syntax"),
        ("sum()", "program.wrong_arguments"),
        ("sum(x, 0, True, 1)", "program.wrong_arguments"),
        ("maximum(x)", "program.wrong_arguments"),
        ("Affine(x, W=W, b=b)", "program.wrong_arguments"),
        ("Affine(x, W, b, 1)", "program.wrong_arguments"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(text: str, code: str) -> None:
    found = wrong(f"one = x * 1\nz = {text}")
    assert (found.code, found.line) == (code, 2)
    assert found.column == 5 or code == "program.syntax"
    assert len(found.message) < 200


@pytest.mark.parametrize("text", ["exp(1)", "maximum(1, 2)", "1 @ 2", "(1).T", "Relu(-3)"])
def test_an_operation_of_numbers_alone_is_refused(text: str) -> None:
    assert wrong(f"y = x * ({text})").code == "program.no_input"


@pytest.mark.parametrize(("text", "got"), [("x", "name"), ("((x))", "name"), ("3", "number")])
def test_an_assignment_needs_an_operation(text: str, got: str) -> None:
    found = wrong(f"y = {text}")
    assert (found.code, found.params["got"]) == ("program.no_operation", got)


@pytest.mark.parametrize(
    ("program", "line", "column"),
    [
        ("y = x *", 1, 8),
        ("y = (x", 1, 5),
        ("y = x\n  z = x * 2", 2, None),
        ("y = x $ 2", 1, 7),
        ("é = 'ab", 1, 5),
        ("y = x * 01", 1, 9),
        ("y = x * 2 3", 1, None),
        ("y = " + "9" * 5000, 1, None),
        ("y = x * 2\0", None, None),
        ("y = x * '\ud800'", None, None),
        ("\ufeffy = x * 2", 1, 1),
        ("y = " + "(" * 300 + "x" + ")" * 300, 1, 205),
    ],
)
def test_what_python_cannot_read_is_a_syntax_error_at_its_place(
    program: str, line: int | None, column: int | None
) -> None:
    found = wrong(program)
    assert found.code == "program.syntax"
    assert found.line == line
    assert column is None or found.column == column
    assert found.column != 0
    assert "set_int_max" not in found.message


@pytest.mark.parametrize("program", ["", "\n\n", "# a comment", "   "])
def test_an_empty_program_is_refused(program: str) -> None:
    assert wrong(program).code == "program.empty"


# --- depth, length, and whatever comes ----------------------------------------------------------

DEEP = [99, 101, 1_000, 3_000, 30_000]


@pytest.mark.parametrize("depth", DEEP)
@pytest.mark.parametrize(
    "text",
    [
        "{signs}x", "{chain}", "~({chain})", "x{dots}", "sum(x, axis={chain})", "({chain})(x)",
        "x * ({chain})", "Relu({signs}x)", "[{chain}]", "f'{{{chain}}}'", "x[{chain}]",
        "sum(x, axis={signs}1)", "{names}(x)", "lambda: {chain}",
    ],
)  # fmt: skip
def test_deep_expressions_are_read_or_refused_and_never_too_deep(text: str, depth: int) -> None:
    whole = text.format(
        signs="-" * depth, chain="+".join("x" * depth), dots=".T" * depth, names=".x" * depth
    )
    for program in (f"y = {whole}", f"{whole} = x * 2", f"y = x * 2\n{whole}"):
        try:
            parse(program)
        except WhygradError as found:
            assert len(found.message) < 200  # noqa: PT017  (it may be read as well)


def test_nesting_is_counted_in_levels_of_one_expression() -> None:
    for text in ("-" * 101 + "x", "+".join("x" * 102), "x" + ".T" * 101, "Relu(" * 101 + "x"):
        text += ")" * text.count("(")
        assert wrong(f"y = {text}").code == "limit.nesting"
    assert len(parse(f"y = {'+'.join('x' * 101)}").calls) == 100
    assert wrong("y = --x", Limits(nesting=1)).code == "limit.nesting"


def test_a_long_program_is_read_and_one_that_is_too_long_refused() -> None:
    lines = ["a0 = x + 1", *(f"a{n} = a{n - 1} + 1" for n in range(1, 10_000))]
    assert len(parse("\n".join(lines)).calls) == 10_000
    assert wrong("\n".join(lines), Limits(ops=9_999)).code == "limit.ops"
    assert wrong("\n".join(lines), Limits(ops=9_999)).line == 10_000
    assert wrong("y = x * 2" + " " * 100, Limits(characters=50)).code == "limit.characters"


ALPHABET = ["x", "y", "é", "Relu", "sum", "(", ")", ",", "=", "\n", " ", "*", "+", "-", "@", ".T",
            "1", "0.5", "axis", "**", "[", "]", "'", "\\", "#", ":", "lambda", "\t", "\r", "\f",
            "t", "SoftmaxWithLoss", "None", "9e9", "\0", "µ"]  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        program = parse(text)
    except WhygradError as found:
        lines = text.count("\n") + text.count("\r") + text.count("\f") + 1
        assert found.line is None or 1 <= found.line <= lines + 1  # noqa: PT017
        assert found.column is None or found.column >= 1  # noqa: PT017
        assert found.message  # noqa: PT017
    else:
        assert program.named
        assert len({*program.ids, *program.leaves}) == len(program.calls) + len(program.leaves)
        assert set(program.named) == {t.id for t in _targets(text)}


def _targets(text: str) -> list[ast.Name]:
    statements = ast.parse(text).body
    return [s.targets[0] for s in statements if isinstance(s, ast.Assign)]  # type: ignore[misc]


# Python reports what it runs, imports and opens to such a hook, which cannot be taken away again.
WATCHED = """
import sys, ast
from backprop_core import WhygradError
from backprop_core.program import parse

def watch(event, args):
    if watching and event not in ("compile", "object.__getattr__"):
        raise SystemExit(f"{event} {args}")

watching = False
sys.addaudithook(watch)
for text in PROGRAMS:
    watching = True
    try:
        parse(text)
    except WhygradError:
        pass
    watching = False
print("done")
"""


def test_nothing_is_evaluated() -> None:
    hostile = [
        "y = __import__('os').system('true')", "y = open('/etc/hostname')", "import os",
        "y = (lambda: 1)()", "y = sum(x, axis=open('/etc/hostname'))", "y = [open(i) for i in x]",
        "y = f'{open(1)}'", "y = eval('1')", "y = sum(x, axis=__import__('os').getpid())",
        "y = x.__class__.__bases__", "y = (z := open('x'))", "y = sum(x, axis=(0, 1))",
        "y = Relu(x @ W) + 2 ** 8",
    ]  # fmt: skip
    script = WATCHED.replace("PROGRAMS", repr(hostile))
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ended.stdout, ended.returncode) == ("done\n", 0), ended.stderr
