"""A figure: what was measured, what it should be at most, and how both are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

HEADINGS = ("figure", "measured", "aim", "met", "beside")


@dataclass(frozen=True)
class Figure:
    """One number of a benchmark; `unit` is "ms", "us", "bytes", or "x" for a ratio."""

    name: str
    measured: float
    unit: str = "x"
    aim: float | None = None  # at most
    beside: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        return None if self.aim is None else self.measured <= self.aim

    def to_json(self) -> dict[str, Any]:
        """The figure for a program to read."""
        told = {"name": self.name, "measured": self.measured, "unit": self.unit}
        return {**told, "aim": self.aim, "met": self.met, "beside": self.beside}

    def row(self) -> tuple[str, ...]:
        """The figure for a person to read."""
        met = {None: "", True: "yes", False: "NO"}[self.met]
        aim = "" if self.aim is None else spelled(self.aim, self.unit)
        return (self.name, spelled(self.measured, self.unit), aim, met, self.beside)


def spelled(number: float, unit: str) -> str:
    """A number with its unit, to three figures: `1.37 x`, `12.4 ms`, `1,063,280 bytes`."""
    if unit == "bytes":
        return f"{number:,.0f} bytes"
    places = 2 if number < 10 else 1 if number < 100 else 0
    return f"{number:,.{places}f} {unit}"


def table(title: str, figures: Iterable[Figure]) -> str:
    """Figures in columns under a title."""
    rows = [HEADINGS, *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([title, lines[0], "-" * len(lines[0]), *lines[1:]])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    name, measured, aim, met, beside = row
    numbers = f"{measured:>{widths[1]}}  {aim:>{widths[2]}}  {met:<{widths[3]}}"
    return f"{name:<{widths[0]}}  {numbers}  {beside}".rstrip()
