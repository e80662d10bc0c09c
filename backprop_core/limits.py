"""How large a document may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What a document is held to; each refuses with an error that names it."""

    bytes: int = 8 << 20  # of a document's text
    characters: int = 1_000_000  # of a program
    ops: int = 20_000  # operations of a program, its layers opened
    nesting: int = 100  # levels of one expression
    dimensions: int = 8  # of one array
    elements: int = 2_000_000  # of one array
    recorded: int = 20_000_000  # elements of all values and messages of a run
