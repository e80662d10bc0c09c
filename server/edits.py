"""What a command makes of an open document: another one, ready to run, or a complaint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from backprop_core import Document, Limits, Network
from backprop_core.document import Role, replaced
from backprop_core.errors import error
from backprop_core.index_map import Shape
from backprop_core.lessons import find_lesson
from backprop_core.program import Program, parse
from backprop_core.values import to_array
from backprop_core.words import Word
from server.arrays import Array
from server.errors import complaint
from server.wire import DocumentOpen, LayerExpand, ProgramEdit, ValueEdit

Edit = DocumentOpen | ValueEdit | ProgramEdit | LayerExpand
T = TypeVar("T")


@dataclass(frozen=True)
class Aside:
    """What the program has no use for at the moment, and gets back when it has."""

    values: Mapping[str, Array] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    upstream: Array | None = None


@dataclass(frozen=True)
class Opened:
    """An open document with the network it runs on.

    `text` is another object whenever a page must be told the whole document anew.
    """

    document: Document
    network: Network
    expand: tuple[str, ...] = ()
    lesson: str | None = None
    step: int = 0  # with which it opens
    aside: Aside = field(default_factory=Aside)
    text: object = field(default_factory=object)


def apply(edit: Edit, opened: Opened | None, limits: Limits) -> Opened:
    """The open document after an edit; WhygradError, and nothing changed, where it cannot be."""
    if isinstance(edit, DocumentOpen):
        return _open(edit, limits)
    if opened is None:
        raise complaint("session.empty")
    if isinstance(edit, ValueEdit):
        return _edit_value(edit, opened)
    if isinstance(edit, ProgramEdit):
        return _edit_program(edit, opened, limits)
    return _expand(edit, opened, limits)


def _open(edit: DocumentOpen, limits: Limits) -> Opened:
    if (edit.document is None) == (edit.lesson is None):
        got = Word("got.neither" if edit.lesson is None else "got.both")
        raise complaint("document.and_lesson", got=got)
    content, lesson, expand, step = edit.document, None, edit.expand, 0
    if edit.lesson is not None:
        found = find_lesson(edit.lesson)
        content, lesson, opens = found["document"], found["id"], found["open"]
        step = opens["step"] if expand in (None, opens["expand"]) else 0
        expand = opens["expand"] if expand is None else expand
    document = Document.from_json(content, limits)
    layers = tuple(dict.fromkeys(expand or ()))
    return Opened(document, Network.build(document, layers, limits), layers, lesson, step)


def _edit_value(edit: ValueEdit, opened: Opened) -> Opened:
    # One number changes no shape: the network stays.
    document = opened.document
    if edit.name is not None:
        return replace(opened, document=document.with_value(edit.name, edit.index, edit.value))
    upstream = opened.network.upstream_of(document)
    changed = replaced("upstream", upstream, edit.index, edit.value)
    return replace(opened, document=document.with_upstream(changed))


def _expand(edit: LayerExpand, opened: Opened, limits: Limits) -> Opened:
    layers = opened.network.graph.layers
    named = tuple(call.id for call in layers) if edit.layer is None else (edit.layer,)
    others = tuple(layer for layer in opened.expand if layer not in named)
    expand = (*others, *named) if edit.expanded else others
    network = Network.build(opened.document, expand, limits)
    return replace(opened, network=network, expand=expand)


def _edit_program(edit: ProgramEdit, opened: Opened, limits: Limits) -> Opened:
    program = parse(edit.program, limits)
    document, aside = opened.document, opened.aside
    given = {name: _given(name, value, program, limits) for name, value in edit.values.items()}
    values, unnamed = _parted({**aside.values, **document.values, **given}, program.leaves)
    roles, idle = _parted({**aside.roles, **document.roles}, program.leaves)
    # What the output's shape is, and so which upstream fits, the network says.
    bare = replace(document, program=edit.program, values=values, roles=roles, upstream=None)
    expand = tuple(layer for layer in opened.expand if layer in program.layers)
    network = Network.build(bare, expand, limits)
    upstream, misfit = _fitting(document.upstream, aside.upstream, network.graph.output_shape)
    return replace(
        opened,
        document=replace(bare, upstream=upstream),
        network=network,
        expand=expand,
        aside=Aside(unnamed, idle, misfit),
        text=object(),
    )


def _given(name: str, value: Any, program: Program, limits: Limits) -> Array:
    if name not in program.leaves:
        raise error("value.unused", name=name)
    return to_array(name, value, limits)


def _parted(known: Mapping[str, T], names: tuple[str, ...]) -> tuple[dict[str, T], dict[str, T]]:
    """What belongs to one of the names, and the rest."""
    named = {name: known[name] for name in names if name in known}
    return named, {name: one for name, one in known.items() if name not in named}


def _fitting(
    given: Array | None, aside: Array | None, shape: Shape
) -> tuple[Array | None, Array | None]:
    """The gradient fed into an output of that shape, and one to set aside."""
    known = [upstream for upstream in (given, aside) if upstream is not None]
    fits = next((upstream for upstream in known if upstream.shape in ((), shape)), None)
    return fits, next((upstream for upstream in known if upstream is not fits), None)
