"""What the graph shows, all of it at once, to be compared."""

from __future__ import annotations

import json

from tests.browser.page import Of, WhygradPage

# By what it belongs to: each number in full, each state, each gradient that has not come, and what
# a screen reader says of it.
READ = """graph => {
  const shown = {};
  for (const e of graph.querySelectorAll("[data-node], [data-edge], [role=gridcell]")) {
    const { node, edge, slot, of, name, index, number, state } = e.dataset;
    const key = node !== undefined ? `node ${node}`
      : edge !== undefined ? `edge ${edge} ${slot ?? ""}` : `${of} ${name}[${index}]`;
    const text = of === undefined ? e.getAttribute("aria-label") : e.innerText;
    shown[key] = JSON.stringify([number ?? null, state ?? null, text]);
  }
  return shown;
}"""

PLACES = """graph => {
  const places = {};
  for (const e of graph.querySelectorAll("[data-node], [data-edge]")) {
    const { x, y, width, height } = e.getBoundingClientRect();
    const { node, edge, slot } = e.dataset;
    places[node ?? `${edge} ${slot ?? ""}`] = [x, y, width, height].map(Math.round);
  }
  return places;
}"""

Shown = dict[str, str]
Place = list[float]


def shown(whygrad: WhygradPage) -> Shown:
    """Every number, state and name in the graph, by what it belongs to."""
    found: Shown = whygrad.region("Graph").evaluate(READ)
    return {**found, "narration": whygrad.narration.inner_text()}


def numbers(whygrad: WhygradPage, of: Of) -> dict[str, list[float]]:
    """The numbers of the graph by the name they belong to, in the order of the array."""
    found: dict[str, list[float]] = {}
    for key, said in whygrad.region("Graph").evaluate(READ).items():
        number = json.loads(said)[0]
        if key.startswith(f"{of} ") and number is not None:
            name = key.removeprefix(f"{of} ").rpartition("[")[0]
            found.setdefault(name, []).append(float(number.replace("Infinity", "inf")))
    return found


def places(whygrad: WhygradPage) -> dict[str, Place]:
    """Where each node and each wire is on the screen, to a pixel."""
    found: dict[str, Place] = whygrad.region("Graph").evaluate(PLACES)
    return found
