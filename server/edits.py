"""What a command makes of an open document: another one, ready to run, or a complaint."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from backprop_core import Document, Network
from backprop_core.document import Limits
from backprop_core.lessons import find_lesson

from server.arrays import Array
from server.errors import complaint
from server.wire import DocumentOpen, LayerExpand, ProgramEdit, ValueEdit

Edit = DocumentOpen | ValueEdit | ProgramEdit | LayerExpand


@dataclass(frozen=True)
class Opened:
    """An open document with the network it runs on.

    `aside` holds the values that the program does not name at the moment. `text` is another object
    whenever a page must be told the whole document anew.
    """

    document: Document
    network: Network
    expand: tuple[str, ...] = ()
    lesson: str | None = None
    aside: dict[str, Array] = field(default_factory=dict)
    text: object = field(default_factory=object)


def apply(edit: Edit, opened: Opened | None, limits: Limits) -> Opened:
    """The open document after an edit; WhygradError, and nothing changed, where it cannot be."""
    if isinstance(edit, DocumentOpen):
        return _open(edit, limits)
    if opened is None:
        raise complaint("session.empty")
    if isinstance(edit, ValueEdit):
        return _edit_value(edit, opened, limits)
    if isinstance(edit, ProgramEdit):
        return _edit_program(edit, opened, limits)
    return _expand(edit, opened, limits)


def _open(edit: DocumentOpen, limits: Limits) -> Opened:
    if (edit.document is None) == (edit.lesson is None):
        got = "neither" if edit.lesson is None else "both"
        raise complaint("document.and_lesson", got=got)
    content, lesson, expand = edit.document, None, edit.expand
    if edit.lesson is not None:
        found = find_lesson(edit.lesson)
        content, lesson = found["document"], found["id"]
        expand = found["open"]["expand"] if expand is None else expand
    document = Document.from_json(content, limits)
    layers = tuple(dict.fromkeys(expand or ()))
    return Opened(document, Network.build(document, layers, limits), layers, lesson)


def _edit_value(edit: ValueEdit, opened: Opened, limits: Limits) -> Opened:
    document = opened.document.with_value(edit.name, tuple(edit.index), edit.value)
    if opened.network.fits(document):
        return replace(opened, document=document)
    network = Network.build(document, opened.expand, limits)
    return replace(opened, document=document, network=network)


def _expand(edit: LayerExpand, opened: Opened, limits: Limits) -> Opened:
    others = tuple(layer for layer in opened.expand if layer != edit.layer)
    expand = (*others, edit.layer) if edit.expanded else others
    network = Network.build(opened.document, expand, limits)
    return replace(opened, network=network, expand=expand)


def _edit_program(edit: ProgramEdit, opened: Opened, limits: Limits) -> Opened:
    known = {**opened.aside, **opened.document.values}
    bare = replace(opened.document.with_program(edit.program), values=known)
    named = _leaves(edit.program, known)
    document = replace(bare, values={name: known[name] for name in named})
    expand = tuple(layer for layer in opened.expand if layer)
    return replace(
        opened,
        document=document,
        network=Network.build(document, expand, limits),
        expand=expand,
        aside={name: array for name, array in known.items() if name not in named},
        text=object(),
    )


def _leaves(program, known):
    import ast

    try:
        tree = ast.parse(program)
    except SyntaxError:
        return list(known)
    names = {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
    }
    return [n for n in known if n in names]
