"""`python -m benchmarks [NAME...]`: measures, prints a table, and writes the figures if asked."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import numpy as np

import benchmarks
from benchmarks.figure import Figure, table

PIECES = {
    "recording": "recording everything, over the same pass by hand",
    "memory": "a kept run, over the bytes of its own arrays",
    "chain": "a chain of ops, forward and back",
    "server": "an edit over the WebSocket",
    "check": "every gradient against central differences",
    "explain": "one cell of a gradient explained",
    "browser": "the page in headless Chromium, 1280x720",
    "where": "what the page's processor time goes to",
}
ONLY_IF_NAMED = {"where"}


def main() -> int:
    """Measures what is asked for, or all. A missed aim is told, and is no failure."""
    asked = _parser().parse_args()
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}")
    measured: dict[str, list[Figure]] = {}
    for name in asked.names or [name for name in PIECES if name not in ONLY_IF_NAMED]:
        measured[name] = list(import_module(f"benchmarks.{name}").figures(asked.quick))
        print(f"\n{table(f'{name}: {PIECES[name]}', measured[name])}", flush=True)
    if asked.json:
        told = {name: [one.to_json() for one in found] for name, found in measured.items()}
        Path(asked.json).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(f"\n{summary(one for found in measured.values() for one in found)}")
    return 0


def summary(figures: Iterable[Figure]) -> str:
    """How many aims are met, and which are not."""
    aimed = [one for one in figures if one.met is not None]
    if not aimed:
        return "no aims here"
    missed = [one.name for one in aimed if not one.met]
    said = f"{len(aimed) - len(missed)} of {len(aimed)} aims met"
    return said + (f"; missed: {'; '.join(missed)}" if missed else "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=benchmarks.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*PIECES, []], help="which")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    parser.add_argument("--quick", action="store_true", help="smallest workload, few samples")
    return parser


if __name__ == "__main__":
    sys.exit(main())
