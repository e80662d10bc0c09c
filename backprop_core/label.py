"""What a factor is called: `dL/dS[0,0]`, `W2[1,0]`, `(1 - y[0])`, `1/4`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from backprop_core.index_map import Apply, Cell, Expr, Number, Same, Shape

INFIX = {"+": " + ", "-": " - ", "*": " · ", "/": " / ", "pow": "^", ">": " > ", ">=": " >= "}
LARGEST_DENOMINATOR = 100_000


@dataclass(frozen=True)
class Names:
    """What the arrays of an index map are called in a network, and their shapes."""

    of: Mapping[str, str]
    shapes: Mapping[str, Shape]
    loss: str
    literals: Mapping[str, float] = field(default_factory=dict)

    def gradient(self, name: str, shape: Sequence[int], flat: int) -> str:
        """The gradient at a cell: dL/dS[0,0]."""
        return f"d{self.loss}/d{name}{bracketed(flat, shape)}"


def bracketed(flat: int, shape: Sequence[int]) -> str:
    """An index as it stands behind a name: [0,1]; nothing for a scalar."""
    index = np.unravel_index(flat, shape) if shape else ()
    return f"[{','.join(str(int(n)) for n in index)}]" if len(index) else ""


def label_of(expression: Expr, setting: Mapping[str, int], names: Names) -> str:
    """An expression at one setting of its labels, in the names of a network."""
    match expression:
        case Number():
            return number_text(expression.number)
        case Cell():
            return _cell(expression, setting, names)
        case Same():
            return "1" if setting[expression.left] == setting[expression.right] else "0"
        case Apply():
            return _applied(expression, setting, names)
    raise TypeError(f"label: no text for {type(expression).__name__}")


def number_text(number: float) -> str:
    """A number of an op: 0.5 as 1/2, as it stands in a formula."""
    if number == int(number):
        return f"{number:g}"
    inverse = 1 / number
    if abs(inverse - round(inverse)) < 1e-9 and abs(inverse) <= LARGEST_DENOMINATOR:
        return f"{'-' if number < 0 else ''}1/{abs(round(inverse))}"
    return f"{number:g}"


def _cell(cell: Cell, setting: Mapping[str, int], names: Names) -> str:
    if cell.of in names.literals:
        return number_text(names.literals[cell.of])
    name = names.of.get(cell.of, cell.of.removeprefix("kept."))
    return name + bracketed(int(cell.position(setting)), names.shapes[cell.of])


def _applied(expression: Apply, setting: Mapping[str, int], names: Names) -> str:
    parts = [label_of(part, setting, names) for part in expression.parts]
    if expression.function == "neg":
        return f"-{parts[0]}"
    if expression.function in INFIX:
        text = INFIX[expression.function].join(parts)
        return f"[{text}]" if expression.function in (">", ">=") else f"({text})"
    return f"{expression.function}({', '.join(parts)})"
