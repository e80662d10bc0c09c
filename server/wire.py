"""Every command and event of the WebSocket, typed once.

Commands come from outside: strict Pydantic models, nothing unknown, no NaN.
Events come from us: plain dataclasses, which cost nothing to make and which orjson writes as they
are; `EVENT` validates them all the same, in the tests, and the page's types are made from both.
`python -m server.wire` writes those into static/wire.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NotRequired, Self

import orjson
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType, TypedDict

STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

MOST_POINTS = 201  # of the curve of a loss

# --- commands ---------------------------------------------------------------------------------


class _Command(BaseModel):
    model_config = STRICT

    id: Annotated[str, Field(max_length=100)]


class DocumentOpen(_Command):
    """Opens a document, or one of the lessons: exactly one of the two."""

    type: Literal["document.open"]
    document: dict[str, Any] | None = None
    lesson: str | None = None
    expand: list[str] | None = None


class ValueEdit(_Command):
    """Puts a number into one cell of a leaf; `name: null` is the upstream gradient."""

    type: Literal["value.edit"]
    name: str | None
    index: list[int]
    value: float


class ProgramEdit(_Command):
    """Replaces the program; values that it no longer names are set aside until it does again.

    `values` are those of leaves that had none.
    """

    type: Literal["program.edit"]
    program: str
    values: dict[str, Any] = {}


class LayerExpand(_Command):
    """Opens a layer to its definition in ops, or closes it again; `layer: null` is all of them."""

    type: Literal["layer.expand"]
    layer: str | None
    expanded: bool


Index = Annotated[list[int], Field(max_length=32)]


class Element(BaseModel):
    """One element to explain: of a node, by `name`, or of a message, by the `edge` it travels.

    `slot` tells two edges of the same ends apart. `direction` is "from" for what it is made of,
    "to" for where it goes.
    """

    model_config = STRICT

    of: Literal["value", "gradient", "message"]
    name: str | None = None
    edge: str | None = None
    slot: str | None = None
    index: Index
    direction: Literal["from", "to"] = "from"

    @property
    def subject(self) -> str:
        """The node, or the edge."""
        return (self.edge if self.of == "message" else self.name) or ""

    @model_validator(mode="after")
    def _one_subject(self) -> Self:
        wanted, other = ("edge", "name") if self.of == "message" else ("name", "edge")
        if getattr(self, wanted) is None or getattr(self, other) is not None:
            reason = f"a {self.of} needs its {wanted}, and no {other}"
            raise PydanticCustomError("subject", "{reason}", {"reason": reason})
        return self


class Nudging(BaseModel):
    """One element of a node's value to move, and how far."""

    model_config = STRICT

    name: str
    index: Index
    by: float


class ElementExplain(_Command, Element):
    """Asks why an element is what it is, or where it goes."""

    type: Literal["element.explain"]


class ElementNudge(_Command, Nudging):
    """Asks what becomes of the loss when an element is moved; the document stays as it is.

    With `points` it asks for the loss at so many numbers too, up to `reach` to both sides.
    """

    type: Literal["element.nudge"]
    points: Annotated[int, Field(ge=0, le=MOST_POINTS)] = 0
    reach: Annotated[float, Field(gt=0)] = 1.0


class GradientsCheck(_Command):
    """Asks for every gradient to be compared with central differences.

    A check of this page that is under way gives way to it.
    """

    type: Literal["gradients.check"]


class GradientsStop(_Command):
    """Stops the check of this page that is under way, if there is one."""

    type: Literal["gradients.stop"]


class Ping(_Command):
    """Asks for a pong, to know that the server is there."""

    type: Literal["ping"]


Command = Annotated[
    DocumentOpen
    | ValueEdit
    | ProgramEdit
    | LayerExpand
    | ElementExplain
    | ElementNudge
    | GradientsCheck
    | GradientsStop
    | Ping,
    Field(discriminator="type"),
]
COMMAND: TypeAdapter[Command] = TypeAdapter(Command)

# --- what events are made of ------------------------------------------------------------------

WireNumber = TypeAliasType("WireNumber", float | Literal["NaN", "Infinity", "-Infinity"])
Shape = tuple[int, ...]
Name = str


class WireRef(TypedDict):
    """A cell that a factor reads; what is kept is kept by the op of the term's consumer."""

    of: Literal["value", "gradient", "kept"]
    name: str
    index: list[int]


class WireFactor(TypedDict):
    """One factor of a term: what it is called, its number, and its cell if it is one."""

    label: str
    value: WireNumber
    ref: NotRequired[WireRef]


class WireTerm(TypedDict):
    """One product; `reaches` is the cell, of what its road leads to, that it goes through."""

    factors: list[WireFactor]
    product: WireNumber
    reaches: list[int]


class WireRest(TypedDict):
    """The terms of a road that are not sent: how many, and what they add up to."""

    count: int
    sum: WireNumber


class WireRoad(TypedDict):
    """All terms that came by one op: the largest of them, and the rest folded.

    `at` is the node whose cells the terms reach. `sum` is that of all terms, rounded once.
    """

    consumer: str
    slot: str | None
    at: str
    count: int
    sum: WireNumber
    formula: str | None
    terms: list[WireTerm]
    rest: WireRest | None


class WireChecked(TypedDict):
    """How one gradient stands the check; `worst` is its largest relative error, at `index`."""

    name: Name
    count: int
    kinks: int
    worst: WireNumber
    index: list[int]
    verdict: Literal["agrees", "differs", "kink", "not_finite"]


class InlineArray(TypedDict):
    """An array of up to 256 elements: flat, row after row."""

    shape: Shape
    data: list[WireNumber]


class WireMovedCell(TypedDict):
    """A number before and after a nudge."""

    index: list[int]
    before: WireNumber
    after: WireNumber


class MovedCells(TypedDict):
    """Of a larger array after a nudge: how many of its numbers moved, and those that did most."""

    shape: Shape
    count: int
    cells: list[WireMovedCell]


class WireCurve(TypedDict):
    """The loss along one element: the numbers it was given, and the loss at each."""

    at: list[WireNumber]
    losses: list[WireNumber]


class FarArray(TypedDict):
    """A larger array: a thumbnail of block means, and the address of its little-endian float64."""

    shape: Shape
    range: tuple[WireNumber, WireNumber]
    finite: bool
    thumbnail: InlineArray
    href: str


WireArray = TypeAliasType("WireArray", InlineArray | FarArray)


class Notice(TypedDict):
    """Something worth saying that is no error: a code and what its sentence needs."""

    code: str
    message: str
    params: dict[str, Any]


class ErrorBody(TypedDict):
    """What a person did wrong, and where if that is known (line and column count from 1)."""

    code: str
    message: str
    params: dict[str, Any]
    line: NotRequired[int]
    column: NotRequired[int]


class GraphInput(TypedDict):
    """What enters a slot of an op: another node's value, or a literal of the program."""

    slot: str
    node: NotRequired[str]
    literal: NotRequired[Any]


class LitLines(TypedDict):
    """Which lines of its code an op runs: going forward, and for the message to each slot."""

    forward: list[int]
    backward: dict[str, list[int]]


class Code(TypedDict):
    """The code of an op or a layer as it runs: what it is called, and the lines of each pass."""

    title: str
    forward: list[str]
    backward: list[str]


class Form(TypedDict):
    """An op for given shapes: its formulas in TeX, and which cells make a cell, as data."""

    op: str
    formula: str
    messages: dict[str, str]
    map: dict[str, Any]


class GraphNode(TypedDict):
    """A value and what makes it; `path` is false where no gradient can come."""

    id: str
    kind: Literal["leaf", "op", "layer", "loss"]
    shape: Shape
    path: bool
    role: NotRequired[Literal["input", "parameter", "target"]]
    op: NotRequired[str]
    symbol: NotRequired[str]
    line: NotRequired[int]
    group: NotRequired[str | None]
    form: NotRequired[int]
    code: NotRequired[int]
    lit: NotRequired[LitLines]
    inputs: NotRequired[list[GraphInput]]
    attributes: NotRequired[dict[str, Any]]
    keeps: NotRequired[list[str]]


# A forward wire; `gradient` is whether a message comes back along it ("from" is Python's word).
GraphEdge = TypedDict(
    "GraphEdge", {"id": str, "from": str, "to": str, "slot": str, "gradient": bool}
)


class GraphLayer(TypedDict):
    """A layer of the program, and the nodes that it is made of now."""

    id: str
    op: str
    expanded: bool
    nodes: list[str]


class Graph(TypedDict):
    """The computational graph with all its shapes, before any number."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    layers: list[GraphLayer]
    forms: list[Form]
    codes: list[Code]
    output: str
    loss: str | None


# --- events -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class SessionOpened:
    """The first frame of a connection; `known` is whether the session asked for was found."""

    type: Literal["session.opened"] = "session.opened"
    session: str
    known: bool


@dataclass(frozen=True, kw_only=True)
class DocumentOpened:
    """The whole document, for a page that opens it or joins, and the step that it opens with."""

    type: Literal["document.opened"] = "document.opened"
    document: dict[str, Any]
    expand: list[str]
    lesson: str | None
    step: int = 0


@dataclass(frozen=True, kw_only=True)
class RunStarted:
    """A new run, with its leaves; `graph: null` means the same graph as the run before."""

    type: Literal["run.started"] = "run.started"
    run: int
    seq: int
    graph: Graph | None
    leaves: dict[Name, WireArray]
    upstream: WireArray
    forward: int
    backward: int
    warnings: list[Notice]
    expand: list[str]


@dataclass(frozen=True, kw_only=True)
class NodeForward:
    """One forward step: a node has its value; `kept` is what a layer keeps for the way back."""

    type: Literal["node.forward"] = "node.forward"
    run: int
    seq: int
    node: str
    value: WireArray
    kept: dict[Name, WireArray]
    notice: Notice | None


@dataclass(frozen=True, kw_only=True)
class EdgeBackward:
    """One message: `source` sends to `target`; `total` is the sum there, null if only this one."""

    type: Literal["edge.backward"] = "edge.backward"
    run: int
    seq: int
    source: str
    target: str
    slot: str
    edge: str
    value: WireArray
    total: WireArray | None
    message: int
    of: int
    notice: Notice | None


@dataclass(frozen=True, kw_only=True)
class RunFinished:
    """All steps of the run were sent."""

    type: Literal["run.finished"] = "run.finished"
    run: int
    seq: int
    loss: WireNumber


@dataclass(frozen=True, kw_only=True)
class CommandDone:
    """A command was accepted; `run` is the run it started."""

    type: Literal["command.done"] = "command.done"
    id: str
    run: int | None


@dataclass(frozen=True, kw_only=True)
class CommandRefused:
    """A command changed nothing, and why; `id` is null where the frame had none to be read."""

    type: Literal["command.refused"] = "command.refused"
    id: str | None
    error: ErrorBody


@dataclass(frozen=True, kw_only=True)
class ElementExplained:
    """The answer to `element.explain`: the terms behind an element, road by road."""

    type: Literal["element.explained"] = "element.explained"
    id: str
    run: int
    value: WireNumber
    sum: WireNumber
    combine: str
    formula: str | None
    roads: list[WireRoad]


@dataclass(frozen=True, kw_only=True)
class ElementNudged:
    """The answer to `element.nudge`: the loss before and after, and the values that moved.

    Of a long way the values in its middle are left out, so many.
    `doubt` is how far rounding and curvature may put the central difference off. `kink` names the
    node whose switch turns, if one does: at the number itself where the verdict is "kink", else
    somewhere on the step.
    """

    type: Literal["element.nudged"] = "element.nudged"
    id: str
    run: int
    before: WireNumber
    after: WireNumber
    slope: WireNumber
    gradient: WireNumber
    central: WireNumber
    doubt: WireNumber
    relative_error: WireNumber
    verdict: Literal[
        "agrees",
        "kink",
        "crosses_kink",
        "step_too_large",
        "step_too_small",
        "differs",
        "not_finite",
    ]
    kink: str | None
    moved: dict[Name, InlineArray | MovedCells]
    left_out: int
    curve: WireCurve | None


@dataclass(frozen=True, kw_only=True)
class GradientsProgress:
    """How far a check of all gradients is: elements checked, and the worst error so far."""

    type: Literal["gradients.progress"] = "gradients.progress"
    id: str
    run: int
    checked: int
    total: int
    worst: WireNumber


@dataclass(frozen=True, kw_only=True)
class GradientsChecked:
    """The end of a check; `stopped` is whether it was told to stop before all was checked."""

    type: Literal["gradients.checked"] = "gradients.checked"
    id: str
    run: int
    checked: int
    total: int
    stopped: bool
    nodes: list[WireChecked]


@dataclass(frozen=True, kw_only=True)
class Pong:
    """The answer to a ping."""

    type: Literal["pong"] = "pong"
    id: str


Event = Annotated[
    SessionOpened
    | DocumentOpened
    | RunStarted
    | NodeForward
    | EdgeBackward
    | RunFinished
    | CommandDone
    | CommandRefused
    | ElementExplained
    | ElementNudged
    | GradientsProgress
    | GradientsChecked
    | Pong,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event, config=STRICT)


def encode(event: Event) -> bytes:
    """An event as JSON text; its numbers are finite or spelled, so no `null` stands for one."""
    return orjson.dumps(event)


if __name__ == "__main__":
    from server.jsdoc import write

    write()
