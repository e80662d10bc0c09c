"""Makes the lesson with handwritten digits: `python -m tools.make_digits` writes it anew.

A network 64-12-10 is trained for a short while, with a fixed seed, on images that the lesson does
not show; its weights are rounded, so that they can be read.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from backprop_core import Affine, Relu, SoftmaxWithLoss

SHOWN = (2, 5, 7, 0)  # rows of the data: a 2, a 5 that it does not read right, a 7, a 0
EPOCHS, BATCH, RATE, SEED, DECIMALS = 20, 32, 0.1, 1, 4
WHITE_TO_INK = 16.0
TARGET = Path(__file__).resolve().parents[1] / "backprop_core" / "lessons" / "digits.json"

PROGRAM = """A1 = Affine(X, W1, b1)
Z1 = Relu(A1)
A2 = Affine(Z1, W2, b2)
L = SoftmaxWithLoss(A2, t)"""

TEACHING = {
    "question": "Four images of 8 by 8 pixels go in at once. One of them is read wrongly: "
    "which, and where does its gradient push?",
    "misconception": "The gradient only says how wrong the network is, not which way to go.",
    "ask": [
        {"kind": "choose", "options": ["image 0", "image 1", "image 2", "image 3"], "answer": 1}
    ],
    "exact": None,
    "wrong_answers": [],
    "answer": "Image 1: its label is 5, but its largest score is that of 9. In its row of dL/dA2 "
    "the 5 has about -0.25 and the 9 about +0.23: a step against the gradient raises the score of "
    "5 and lowers that of 9. The other rows are smaller by far: those images are read rightly.",
    "notes": "",
    "look": "Find the largest score in each row of A2, and compare its column with the label in t. "
    "Then look at the gradient of A2, row by row: where is it large, and with which sign?",
    "open": {
        "expand": [],
        "step": 4,
        "cell": {"of": "value", "name": "A2", "index": [1, 9]},
    },
}


def load() -> tuple[Any, Any]:
    """The images (rows, 64) from 0 to 16, and their digits (rows,)."""
    packed = files("backprop_core").joinpath("data/digits.csv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("ascii").splitlines()
    table = np.array([[int(cell) for cell in line.split(",")] for line in lines], dtype=np.float64)
    return table[:, :64], table[:, 64]


def train(X: Any, t: Any) -> list[Any]:
    """W1, b1, W2, b2 after a few epochs of stochastic gradient descent."""
    rng = np.random.default_rng(SEED)
    parameters = [
        rng.normal(0.0, np.sqrt(2 / 64), (64, 12)),
        np.zeros(12),
        rng.normal(0.0, np.sqrt(2 / 12), (12, 10)),
        np.zeros(10),
    ]
    for _ in range(EPOCHS):
        for batch in np.split(rng.permutation(len(X)), range(BATCH, len(X), BATCH)):
            first, switch, second = Affine(*parameters[:2]), Relu(), Affine(*parameters[2:])
            loss = SoftmaxWithLoss()
            hidden = switch.forward(first.forward(X[batch]))
            loss.forward(second.forward(hidden), t[batch])
            first.backward(switch.backward(second.backward(loss.backward())))
            gradients = (first.dW, first.db, second.dW, second.db)
            parameters = [p - RATE * g for p, g in zip(parameters, gradients, strict=True)]
    return parameters


def right(X: Any, t: Any, W1: Any, b1: Any, W2: Any, b2: Any) -> Any:
    """Which images the network reads right."""
    return (np.maximum(X @ W1 + b1, 0) @ W2 + b2).argmax(axis=1) == t


def lesson() -> dict[str, Any]:
    """The lesson, with what it must give."""
    X, t = load()
    seen = np.setdiff1d(np.arange(len(X)), SHOWN)
    W1, b1, W2, b2 = train(X[seen] / WHITE_TO_INK, t[seen])
    # The network of the lesson reads the pixels as they are.
    parameters = [np.round(p, DECIMALS) for p in (W1 / WHITE_TO_INK, b1, W2, b2)]
    known = right(X, t, *parameters)
    shown = known[list(SHOWN)]
    print(f"reads {known.mean():.1%} right; the four shown: {shown}")
    if shown.sum() != len(SHOWN) - 1:
        raise ValueError(f"digits: the question needs one that is read wrongly: got {shown}")
    W1, b1, W2, b2 = (p + 0.0 for p in parameters)  # no negative zeros
    return {
        "id": "digits",
        "track": "E networks",
        "title": "Four handwritten digits",
        "document": {
            "format": 1,
            "title": "Four handwritten digits",
            "program": PROGRAM,
            "values": {
                "X": X[list(SHOWN)].astype(int).tolist(),
                "W1": W1.tolist(),
                "b1": b1.tolist(),
                "W2": W2.tolist(),
                "b2": b2.tolist(),
                "t": t[list(SHOWN)].astype(int).tolist(),
            },
        },
        **TEACHING,
        "image": {"X": {"height": 8, "width": 8}},
        "credit": "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, "
        "UCI Machine Learning Repository, CC BY 4.0",
    }


def main() -> None:
    """Writes the lesson."""
    text = json.dumps(lesson(), ensure_ascii=False)
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
