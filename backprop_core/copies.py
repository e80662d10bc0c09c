"""Many copies of a run at once, each with one number moved: only what that reaches is redone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from backprop_core.cells import Cells, cells_at, on_cells
from backprop_core.graph import Graph
from backprop_core.index_map import Array
from backprop_core.node import Node
from backprop_core.run import Run
from backprop_core.whole import whole_rule


class Move(NamedTuple):
    """Elements of node `at` from the flat position `first` on.

    `values` (2, elements) is what each of them is in two copies of its own, up and down.
    """

    at: int
    first: int
    values: Array


class Copies:
    """Copies of a finished run, two for each element that is moved.

    `changes` (2, elements) is how far the loss of each moves, up and down; `turned` (elements) is
    where a switch stands otherwise up than down. `largest` is the most numbers of one value that a
    copy had to have.
    """

    def __init__(self, graph: Graph, run: Run, moves: Sequence[Move]) -> None:
        self._graph = graph
        self._run = run
        self._half = sum(move.values.shape[1] for move in moves)
        self.turned = np.zeros(self._half, dtype=bool)
        self.largest = 1
        moved: dict[int, Cells | Array] = (
            {moves[0].at: self._cells(moves[0])} if len(moves) == 1 else self._whole(moves)
        )
        with np.errstate(all="ignore"):
            for at in range(min(moved) + 1, len(graph.nodes)):
                node = graph.nodes[at]
                if any(entering.node in moved for entering in node.inputs):
                    moved[at] = made = self._made(node, moved)
                    numbers = made.values if isinstance(made, Cells) else made
                    self.largest = max(self.largest, numbers.size // (2 * self._half))
            self.changes = self._changes(moved.get(graph.output)).reshape(2, self._half)

    def _cells(self, move: Move) -> Cells:
        node = self._graph.nodes[move.at]
        flat = np.arange(move.first, move.first + self._half)
        return cells_at(node.shape, np.concatenate([flat, flat]), move.values.ravel())

    def _whole(self, moves: Sequence[Move]) -> dict[int, Cells | Array]:
        """Elements of several nodes, each in copies of its own."""
        found: dict[int, Cells | Array] = {}
        start = 0
        for at, first, values in moves:
            node = self._graph.nodes[at]
            before = self._run.at(at).ravel()
            copies = np.empty((2, self._half, before.size))
            copies[:] = before
            last = start + values.shape[1]
            # Each copy has its element one further on than the copy before.
            own = copies.reshape(2, -1)[:, start * before.size + first : last * before.size]
            own[:, :: before.size + 1] = values
            found[at] = copies.reshape(2 * self._half, *node.shape)
            start = last
        return found

    def _made(self, node: Node, moved: Mapping[int, Cells | Array]) -> Cells | Array:
        entering = [None if i.node is None else moved.get(i.node) for i in node.inputs]
        switches: list[Any] = []
        made = self._of_cells(node, entering, switches)
        if made is None:
            made = self._of_whole(node, entering, switches)
        for switch in switches:
            self._note(switch)
        return made

    def _of_cells(
        self, node: Node, entering: Sequence[Any], switches: list[Any]
    ) -> Cells | Array | None:
        slots = [k for k, moved in enumerate(entering) if moved is not None]
        if len(slots) != 1 or not isinstance(entering[slots[0]], Cells):
            return None
        made = on_cells(self._graph, self._run, node, slots[0], entering[slots[0]], switches)
        before = np.asarray(self._run.at(self._graph.place[node.id]))
        covers = made is not None and made.values.size >= before.size * 2 * self._half
        return made.whole(before) if made is not None and covers else made

    def _of_whole(self, node: Node, entering: Sequence[Any], switches: list[Any]) -> Array:
        assert node.op is not None
        still = self._run.inputs(node)
        given = [
            x if m is None else m.whole(x) if isinstance(m, Cells) else m
            for m, x in zip(entering, still, strict=True)
        ]
        shapes = tuple(map(np.shape, still))
        wide = tuple(m is not None for m in entering)
        rule = whole_rule(node.op, shapes, wide, tuple(node.attributes.items()))
        return np.asarray(rule(given, switches))

    def _changes(self, output: Cells | Array | None) -> Array:
        if output is None:
            return np.zeros(2 * self._half)
        upstream = self._run.upstream.ravel()
        before = self._run.at(self._graph.output).ravel()
        if isinstance(output, Cells):
            at = output.position
            found = upstream[at] * (output.values - before[at])
            return np.asarray(found.reshape(2 * self._half, -1).sum(axis=1))
        return np.asarray((output.reshape(2 * self._half, -1) - before) @ upstream)

    def _note(self, switch: Any) -> None:
        """Notes where a switch stands otherwise up than down."""
        up, down = np.asarray(switch).reshape(2, self._half, -1)
        self.turned |= (up != down).any(axis=1)
