"""The computational graph of a program: nodes in the order they run, with all shapes.

A node is a leaf, an op, or a collapsed layer, with the value it makes. The graph is built from
shapes alone, before any number; what gets a gradient is known from then on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backprop_core.code import Code
from backprop_core.document import Role
from backprop_core.errors import WhygradError, error
from backprop_core.index_map import Shape
from backprop_core.layer_op import LayerOp
from backprop_core.limits import Limits
from backprop_core.messages import Message, messages_of, path_to
from backprop_core.node import Input, Lit, Node
from backprop_core.op import Form, Op
from backprop_core.program import Argument, Call, Program, free_id, id_part, parse_definition
from backprop_core.words import Word

PARAMETER_SLOTS = frozenset({"W", "b", "gamma", "beta"})
TARGET_SLOTS = frozenset({"t"})
LOSS = "L"


@dataclass(frozen=True)
class Labels:
    """A leaf that holds labels for an op of so many classes."""

    leaf: str
    op: str
    classes: int


@dataclass(frozen=True)
class Graph:
    """Nodes in the order they run, and the messages in the order they travel."""

    nodes: tuple[Node, ...]
    place: Mapping[str, int]
    leaves: tuple[str, ...]
    named: tuple[str, ...]
    output: int
    path: tuple[bool, ...]  # of each node: whether a gradient reaches it
    messages: tuple[Message, ...]
    layers: tuple[Call, ...]
    expand: frozenset[str]
    labels: tuple[Labels, ...]
    one_hot: tuple[str, ...]  # leaves whose rows should sum to 1
    loss_id: str | None

    def node(self, id: str) -> Node:
        """The node of that id."""
        return self.nodes[self.place[id]]

    @property
    def output_shape(self) -> Shape:
        """The shape of the last line's value."""
        return self.nodes[self.output].shape


def build_graph(
    program: Program,
    shapes: Mapping[str, Shape],
    roles: Mapping[str, Role],
    expand: Sequence[str],
    limits: Limits,
) -> Graph:
    """The graph of a program for leaves of these shapes, with some layers as their definitions."""
    for name in expand:
        if name not in program.layers:
            layers = ", ".join(program.layers) or Word("got.none")
            raise error("expand.unknown_layer", name=name, layers=layers)
    return _Builder(program, shapes, roles, frozenset(expand), limits).graph()


class _Builder:
    def __init__(
        self,
        program: Program,
        shapes: Mapping[str, Shape],
        roles: Mapping[str, Role],
        expand: frozenset[str],
        limits: Limits,
    ) -> None:
        self._program = program
        self._expand = expand
        self._limits = limits
        self._nodes: list[Node] = []
        self._place: dict[str, int] = {}
        self._taken = set(program.ids) | set(program.leaves)
        self._labels: list[Labels] = []
        self._one_hot: list[str] = []
        known = _roles(program, roles)
        for leaf in program.leaves:
            self._add(Node(leaf, "leaf", shapes[leaf], role=known[leaf]))

    def graph(self) -> Graph:
        for call in self._program.calls:
            try:
                self._note_target(call)
                if call.id in self._expand:
                    self._add_definition(call)
                else:
                    self._add_call(call)
            except WhygradError as wrong:
                raise wrong.at(call.line, call.column) from None
        output = self._place[self._program.output]
        path = path_to(self._nodes, output)
        scalar = self._nodes[output].shape == ()
        return Graph(
            nodes=tuple(self._nodes),
            place=self._place,
            leaves=self._program.leaves,
            named=self._program.named,
            output=output,
            path=path,
            messages=messages_of(self._nodes, path),
            layers=tuple(call for call in self._program.calls if call.op.is_layer),
            expand=self._expand,
            labels=tuple(self._labels),
            one_hot=tuple(dict.fromkeys(self._one_hot)),
            loss_id=None if scalar else free_id(LOSS, self._taken),
        )

    def _add(self, node: Node) -> None:
        if len(self._nodes) - len(self._program.leaves) >= self._limits.ops:
            raise error("limit.ops", limit=self._limits.ops)
        self._place[node.id] = len(self._nodes)
        self._nodes.append(node)

    def _shape_of(self, argument: Argument) -> Shape:
        return self._nodes[self._place[argument]].shape if isinstance(argument, str) else ()

    def _add_call(self, call: Call) -> None:
        shapes = [self._shape_of(argument) for argument in call.arguments]
        shape = self._checked_shape(call.id, call.op, shapes, call.attributes)
        form = call.op.form(*shapes)
        code = call.op.code(form, shape, shapes)
        self._add(
            Node(
                id=call.id,
                kind="layer" if call.op.is_layer else "op",
                shape=shape,
                op=call.op,
                form=form,
                inputs=self._inputs(call.op, call.arguments, form),
                attributes=call.attributes,
                line=call.line,
                code=code,
                lit=Lit(code.lit_forward, code.lit_backward),
            )
        )

    def _inputs(
        self, op: Op, arguments: Sequence[Argument], form: Form, still: Sequence[bool] = ()
    ) -> tuple[Input, ...]:
        """What enters an op; no message goes back by slots without a rule, or that are `still`."""
        still = still or [False] * len(arguments)
        return tuple(
            Input(slot, self._place[argument], gradient=slot in form.vjp and not stays)
            if isinstance(argument, str)
            else Input(slot, None, argument, gradient=False)
            for slot, argument, stays in zip(op.slots, arguments, still, strict=True)
        )

    def _checked_shape(
        self, id: str, op: Op, shapes: Sequence[Shape], attributes: Mapping[str, Any]
    ) -> Shape:
        shape = op.shape(*shapes, **attributes)
        if len(shape) > self._limits.dimensions:
            limit = self._limits.dimensions
            raise error("limit.dimensions", name=id, limit=limit, got=len(shape))
        size = math.prod(shape)
        if size > self._limits.elements:
            limit = self._limits.elements
            raise error("limit.elements", name=id, limit=limit, shape=shape, got=size)
        return shape

    def _add_definition(self, call: Call) -> None:
        """The ops of a layer's definition, the last of them under the layer's own id."""
        op = call.op
        assert isinstance(op, LayerOp)
        shapes = [self._shape_of(argument) for argument in call.arguments]
        op.shape(*shapes, **call.attributes)
        definition = parse_definition(op.definition(*shapes, **call.attributes))
        form = op.form(*shapes)
        code = op.code(form)
        names: dict[str, Argument] = dict(zip(op.slots, call.arguments, strict=True))
        still = {slot for slot in op.slots if slot not in form.vjp}
        for part in definition.calls:
            stays = [not isinstance(a, str) or a in still for a in part.arguments]
            inside = [self._shape_of(names[a] if isinstance(a, str) else a) for a in part.arguments]
            part_form = part.op.form(*inside)
            if all(stays) or not part_form.vjp:  # made of the target alone, or of no number
                still.add(part.id)
            last = part.id == definition.output
            id = call.id if last else free_id(f"{call.id}.{id_part(part.op)}", self._taken)
            self._taken.add(id)
            arguments = [names[a] if isinstance(a, str) else a for a in part.arguments]
            names[part.id] = id
            self._add(
                Node(
                    id=id,
                    kind="op",
                    shape=self._checked_shape(id, part.op, inside, part.attributes),
                    op=part.op,
                    form=part_form,
                    inputs=self._inputs(part.op, arguments, part_form, stays),
                    attributes=part.attributes,
                    line=call.line,
                    group=call.id,
                    code=code,
                    lit=_lit_inside(op, part, code),
                )
            )

    def _note_target(self, call: Call) -> None:
        """Notes the labels and the one-hot rows of a layer that takes a target of classes."""
        if call.op.name not in ("SoftmaxWithLoss", "CrossEntropyError"):
            return
        (x, t) = (self._shape_of(argument) for argument in call.arguments[:2])
        name = call.arguments[1]
        leaf = isinstance(name, str) and name in self._program.leaves
        if t == x:
            if leaf:
                self._one_hot.append(str(name))
            return
        if not leaf and t == x[:-1]:
            raise error("labels.not_leaf", op=call.op.name, name=str(name))
        self._labels.append(Labels(str(name), call.op.name, x[-1] if x else 0))


def _roles(program: Program, given: Mapping[str, Role]) -> dict[str, Role]:
    for name in given:
        if name not in program.leaves:
            raise error("roles.unknown", name=name)
    found: dict[str, Role] = dict(given)
    for call in program.calls:
        if not call.op.is_layer:
            continue
        for slot, argument in zip(call.op.slots, call.arguments, strict=True):
            if slot in PARAMETER_SLOTS:
                found.setdefault(str(argument), "parameter")
            elif slot in TARGET_SLOTS:
                found.setdefault(str(argument), "target")
    return {leaf: found.get(leaf, "input") for leaf in program.leaves}


def _lit_inside(layer: LayerOp, part: Call, code: Code) -> Lit:
    """The lines of a layer's code that an op of its definition stands for.

    A message that leaves the layer is that of the layer; one that stays inside is part of the
    line for the layer's first input, or is what `backward` was handed.
    """
    inner = (0,) if layer.passes_on else code.lit_backward.get(layer.called[0], ())
    return Lit(
        code.steps.get(part.statement, code.lit_forward),
        {
            slot: code.lit_backward.get(argument, inner) if isinstance(argument, str) else ()
            for slot, argument in zip(part.op.slots, part.arguments, strict=True)
        },
    )
