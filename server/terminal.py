"""`whygrad run`: a document's steps as a table in the terminal, or its whole run as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from backprop_core import BackwardStep, Document, ForwardStep, Limits, Network, WhygradError
from server.arrays import Array
from server.runs import prepare, run_whole, to_text

SHOWN_WHOLE = 100
Row = Sequence[str]


def run(file: str, expand: Sequence[str], limits: Limits, *, json: bool) -> int:
    """Runs the document in a file (`-` is standard input); gives 2 where it is wrong."""
    try:
        text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        print(f"whygrad: cannot read {file}: {error.strerror}", file=sys.stderr)
        return 2
    try:
        document, network = prepare(text, limits, expand)
        if json:
            print(to_text(run_whole(network, document)).decode())
        else:
            print("\n".join(described(document, network)).lstrip("\n"))
    except WhygradError as error:
        print("\n".join(complained(error, text)), file=sys.stderr)
        return 2
    return 0


def complained(error: WhygradError, text: bytes) -> Iterator[str]:
    """What is wrong, and under the line of the program where, if that is known."""
    place = f", line {error.line}" if error.line else ""
    yield f"error {error.code}{place}: {error.message}"
    lines = _program(text).splitlines()
    if error.line and error.line <= len(lines):
        yield f"  {error.line} | {lines[error.line - 1]}"
        if error.column:
            yield " " * (len(f"  {error.line} | ") + error.column - 1) + "^"


def described(document: Document, network: Network) -> Iterator[str]:
    """The run of a document, for reading: leaves, forward steps, messages, gradients."""
    run = network.run(document)
    steps = list(run.steps())
    nodes = {node["id"]: node for node in network.graph_json["nodes"]}
    leaves = [name for name, node in nodes.items() if node["kind"] == "leaf"]
    if document.title:
        yield document.title
    yield from _section(
        "leaves",
        ("name", "role", "shape", "value"),
        ((name, nodes[name]["role"], *_array(document.values[name])) for name in leaves),
    )
    yield from _section(
        "forward pass",
        ("step", "node", "shape", "value"),
        (_forward(step, nodes[step.node]) for step in steps if isinstance(step, ForwardStep)),
    )
    yield f"  loss {shown(run.loss)}"
    yield from _section(
        "backward pass",
        ("step", "message", "shape", "value", "", "sum so far"),
        (_backward(step) for step in steps if isinstance(step, BackwardStep)),
    )
    yield from _section(
        "gradients",
        ("of", "shape", "value"),
        ((name, *_array(run.gradient(name))) for name in leaves if nodes[name]["role"] != "target"),
    )
    notices = [f"  step {step.seq}: {step.notice['message']}" for step in steps if step.notice]
    notices += [f"  {warning['message']}" for warning in network.warnings(document)]
    if notices:
        yield from ("", "notices", *notices)


def _forward(step: ForwardStep, node: dict[str, Any]) -> Row:
    entering = [str(i["node"] if "node" in i else i["literal"]) for i in node["inputs"]]
    entering += [f"{name}={value}" for name, value in node.get("attributes", {}).items()]
    return str(step.seq), f"{step.node} = {node['op']}({', '.join(entering)})", *_array(step.value)


def _backward(step: BackwardStep) -> Row:
    row = (str(step.seq), f"{step.source} -> {step.target}", *_array(step.value))
    if step.of == 1:
        return *row, "", ""
    return *row, f"{step.message} of {step.of}", grid(step.total)


def _array(array: Array) -> Row:
    shape = ", ".join(map(str, array.shape)) + ("," if array.ndim == 1 else "")
    return f"({shape})", grid(array)


def grid(array: Array) -> str:
    """An array as NumPy would print it: columns aligned, in full up to 100 elements."""
    if array.ndim == 0:
        return shown(array.item())
    if array.size > SHOWN_WHOLE or array.ndim > 2:
        return np.array2string(array, precision=4, threshold=SHOWN_WHOLE, edgeitems=2)
    rows = [[shown(value) for value in row] for row in np.atleast_2d(array).tolist()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(v.rjust(w) for v, w in zip(row, widths, strict=True)) for row in rows]
    if array.ndim == 1:
        return f"[{lines[0]}]"
    return "\n".join(f"{' [' if n else '[['}{line}]" for n, line in enumerate(lines)) + "]"


def shown(value: float) -> str:
    """A number in up to six digits; a zero has no sign."""
    return f"{value + 0.0:.6g}"


def _section(title: str, heads: Row, rows: Iterable[Row]) -> Iterator[str]:
    """A titled table; a cell may have several lines."""
    cells = [[cell.split("\n") for cell in row] for row in (heads, *rows)]
    widths = [
        max(len(line) for cell in column for line in cell) for column in zip(*cells, strict=True)
    ]
    yield from ("", title)
    for row in cells:
        for line in zip_longest(*row, fillvalue=""):
            padded = (text.ljust(width) for text, width in zip(line, widths, strict=True))
            yield f"  {'   '.join(padded)}".rstrip()


def _program(text: bytes) -> str:
    try:
        return str(orjson.loads(text)["program"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return ""
