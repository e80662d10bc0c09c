"""A graph as it travels: nodes, edges, layers, and the forms and codes that nodes share."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from backprop_core.graph import Graph
from backprop_core.node import Node
from backprop_core.op import Form, Op, message_formulas


def graph_to_json(graph: Graph) -> dict[str, Any]:
    """The graph as data; a node names its form and its code by their place in a list."""
    return _Writer(graph).graph()


class _Writer:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._forms: list[dict[str, Any]] = []
        self._codes: list[dict[str, Any]] = []
        self._form_at: dict[Hashable, int] = {}
        self._code_at: dict[int, int] = {}

    def graph(self) -> dict[str, Any]:
        nodes = [self._node(at, node) for at, node in enumerate(self._graph.nodes)]
        edges = self._edges()
        output = self._graph.nodes[self._graph.output].id
        if self._graph.loss_id:
            nodes.append(self._loss(self._graph.loss_id, output))
            edges.append(
                {
                    "id": f"{output}>{self._graph.loss_id}",
                    "from": output,
                    "to": self._graph.loss_id,
                    "slot": "a",
                    "gradient": True,
                }
            )
        return {
            "nodes": nodes,
            "edges": edges,
            "layers": self._layers(),
            "forms": self._forms,
            "codes": self._codes,
            "output": output,
            "loss": self._graph.loss_id,
        }

    def _node(self, at: int, node: Node) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "id": node.id,
            "kind": node.kind,
            "shape": node.shape,
            "path": self._graph.path[at],
        }
        if node.op is None or node.form is None:
            return {**fields, "role": node.role}
        return {
            **fields,
            "op": node.op.name,
            "symbol": node.op.symbol,
            "line": node.line,
            "group": node.group,
            "form": self._form(node, node.op, node.form),
            "code": self._code(node),
            "lit": self._lit(node),
            "inputs": [
                {"slot": i.slot, "literal": i.literal}
                if i.node is None
                else {"slot": i.slot, "node": self._graph.nodes[i.node].id}
                for i in node.inputs
            ],
            "attributes": dict(node.attributes),
            "keeps": list(node.op.keeps) if node.kind == "layer" else [],
        }

    def _loss(self, id: str, output: str) -> dict[str, Any]:
        return {
            "id": id,
            "kind": "loss",
            "shape": (),
            "path": True,
            "symbol": "Σ",
            "inputs": [{"slot": "a", "node": output}],
        }

    def _form(self, node: Node, op: Op, form: Form) -> int:
        shapes = tuple(
            () if i.node is None else self._graph.nodes[i.node].shape for i in node.inputs
        )
        key = (op.name, shapes, tuple(node.attributes.items()))
        if key not in self._form_at:
            self._form_at[key] = len(self._forms)
            self._forms.append(
                {
                    "op": op.name,
                    "formula": form.formula,
                    "messages": message_formulas(
                        form, node.shape, dict(zip(op.slots, shapes, strict=True))
                    ),
                    "map": form.partials(*shapes, **node.attributes).to_json(),
                }
            )
        return self._form_at[key]

    def _code(self, node: Node) -> int:
        code = node.code
        assert code is not None
        if id(code) not in self._code_at:
            text = code.to_json()
            if text not in self._codes:
                self._codes.append(text)
            self._code_at[id(code)] = self._codes.index(text)
        return self._code_at[id(code)]

    def _lit(self, node: Node) -> dict[str, Any]:
        lit = node.lit
        assert lit is not None
        return {
            "forward": list(lit.forward),
            "backward": {slot: list(lines) for slot, lines in lit.backward.items()},
        }

    def _edges(self) -> list[dict[str, Any]]:
        sent = {(m.source, m.target, m.slot) for m in self._graph.messages}
        nodes = self._graph.nodes
        return [
            {
                "id": f"{nodes[i.node].id}>{node.id}",
                "from": nodes[i.node].id,
                "to": node.id,
                "slot": i.slot,
                "gradient": (at, i.node, i.slot) in sent,
            }
            for at, node in enumerate(nodes)
            for i in node.inputs
            if i.node is not None
        ]

    def _layers(self) -> list[dict[str, Any]]:
        inside: dict[str, list[str]] = {}
        for node in self._graph.nodes:
            if node.group:
                inside.setdefault(node.group, []).append(node.id)
        return [
            {
                "id": call.id,
                "op": call.op.name,
                "expanded": call.id in self._graph.expand,
                "nodes": inside.get(call.id, [call.id]),
            }
            for call in self._graph.layers
        ]
