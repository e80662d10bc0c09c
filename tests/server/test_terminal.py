from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from backprop_core.lessons import find_lesson
from server import __version__
from server.cli import main
from tests.server.live import MULTIPLY

BRANCH = {"format": 1, "program": "p = x * y\ns = x + y\nf = p * s", "values": {"x": 2, "y": 3}}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "branch.whygrad.json"
    path.write_text(json.dumps({"title": "A branch", **BRANCH}), encoding="utf-8")
    return path


def _piped(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    piped = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", piped)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_a_run_is_a_table_of_steps_with_shapes_values_and_sums(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(file)]) == 0
    lines = _lines(capsys.readouterr().out)
    assert lines[0] == "A branch"
    assert "x input () 2" in lines
    assert "1 p = mul(x, y) () 6" in lines
    assert "loss 30" in lines
    assert "7 s -> x () 6 1 of 2 6" in lines
    assert "9 p -> x () 15 2 of 2 21" in lines
    assert lines[-2:] == ["x () 21", "y () 16"]


def test_the_columns_of_a_table_are_aligned(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    main(["run", str(file)])
    table = capsys.readouterr().out.split("backward pass\n")[1].split("\n\n")[0].splitlines()
    assert {line.index("()") for line in table[1:]} == {table[0].index("shape")}


def test_a_matrix_stands_in_rows_under_its_own_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = {"format": 1, "program": "y = W * 2", "values": {"W": [[1, -20], [0.5, 4]]}}
    _piped(monkeypatch, json.dumps(document))
    assert main(["run", "-"]) == 0
    out = capsys.readouterr().out
    first = next(line for line in out.splitlines() if "y = mul(W, 2.0)" in line)
    assert first.endswith("[[2  -40]")
    below = out.splitlines()[out.splitlines().index(first) + 1]
    assert below == " " * first.index("[[") + " [1    8]]"


def test_json_is_what_post_runs_answers(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--json", str(file)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["gradients"]["x"] == 21
    assert len(answer["steps"]) == 9


def test_a_layer_is_expanded_by_the_option_as_by_the_document(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = find_lesson("L08")["document"]
    _piped(monkeypatch, json.dumps(document))
    main(["run", "-", "--expand", "y"])
    by_option = capsys.readouterr().out
    _piped(monkeypatch, json.dumps({**document, "expand": ["y"]}))
    main(["run", "-"])
    assert capsys.readouterr().out == by_option
    assert "y.dot = dot(x, W)" in by_option


def test_what_is_not_finite_is_said_under_notices(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _piped(monkeypatch, json.dumps({"format": 1, "program": "y = log(x)", "values": {"x": 0}}))
    main(["run", "-"])
    out = capsys.readouterr().out
    assert "loss -inf" in out
    assert "step 1: y is -Infinity: log of x = 0 has no finite result" in out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"program": "a = x *"}, "error program.syntax, line 1: program: this cannot be read"),
        ({"program": "a = x\nb = 1"}, "error program.no_operation, line 1: "),
        ({"values": {"x": [1, 2]}}, "error leaf.no_value"),
        ({"format": 2}, "error document.format: document: format must be 1 or older: got 2"),
        ({"expand": ["q"]}, "error expand.unknown_layer: expand: 'q' is no layer"),
    ],
    ids=str,
)
def test_a_mistake_is_said_on_the_error_stream_with_its_code_and_line(
    change: dict[str, Any],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _piped(monkeypatch, json.dumps({**MULTIPLY, **change}))
    assert main(["run", "-"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)


def test_the_place_of_a_mistake_is_pointed_at(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _piped(monkeypatch, json.dumps({**MULTIPLY, "program": "a = x * y\nb = a + foo(x)"}))
    main(["run", "-"])
    _, line, mark = capsys.readouterr().err.splitlines()
    assert line == "  2 | b = a + foo(x)"
    assert mark.index("^") == line.index("foo")


@pytest.mark.parametrize("text", ["", "{", "[]", "\0", "null"])
def test_what_is_no_document_is_refused(
    text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _piped(monkeypatch, text)
    assert main(["run", "-"]) == 2
    assert capsys.readouterr().err.startswith("error request.")


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(tmp_path / "no.json")]) == 2
    assert "no.json: No such file or directory" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"whygrad {__version__}\n"
