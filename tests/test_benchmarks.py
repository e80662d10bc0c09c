"""That benchmarks compute what they say they measure, and tell their figures; never a time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backprop_core import Document, Network
from backprop_core.lessons import find_lesson
from benchmarks import browser, chain, memory, recording, server
from benchmarks.__main__ import PIECES, summary
from benchmarks.figure import Figure, table
from benchmarks.fused import fused_pass
from benchmarks.grown import grown
from benchmarks.measured import NOTHING, Sample, visits
from benchmarks.sampling import Effort, interleaved, ratio
from benchmarks.where import by_kind
from benchmarks.workloads import SMALLEST, document, workload
from tests.browser.serve import ROOT

WORK = workload(SMALLEST)


@pytest.mark.parametrize("way", [recording.APART, recording.TAPE, recording.WHOLE])
def test_each_way_to_record_finds_the_gradients_of_the_pass_by_hand(way: str) -> None:
    _, found = recording.ways(WORK)[way]
    recording.check(found, fused_pass(WORK))


def test_a_run_made_step_by_step_finds_the_gradients_of_the_pass_by_hand() -> None:
    step, found = recording.ways(WORK)[recording.STEPPED]
    recording.check(found, fused_pass(WORK))
    step()


@pytest.mark.parametrize("name", ["W0", "b1"])
def test_the_gradients_of_the_pass_by_hand_are_slopes_of_its_loss(name: str) -> None:
    by = 1e-6
    losses = []
    for sign in (1, -1):
        moved = {**WORK.parameters, name: WORK.parameters[name].copy()}
        moved[name].flat[0] += sign * by
        layers = tuple((moved[f"W{k}"], moved[f"b{k}"]) for k in range(len(WORK.layers)))
        losses.append(fused_pass(replace(WORK, layers=layers)).loss)
    slope = (losses[0] - losses[1]) / (2 * by)
    np.testing.assert_allclose(fused_pass(WORK).parameters[name].flat[0], slope, rtol=1e-6)


@pytest.mark.parametrize("spoiled", ["W0", "X", "loss"])
def test_a_wrong_gradient_is_never_timed(spoiled: str) -> None:
    bare = fused_pass(WORK)
    found = {
        "loss": replace(bare, loss=bare.loss * 1.001),
        "X": replace(bare, X=bare.X * 1.001),
        "W0": replace(bare, parameters={**bare.parameters, "W0": bare.parameters["W0"] * 1.001}),
    }[spoiled]
    with pytest.raises(AssertionError):
        recording.check(found, bare)


def test_the_arrays_of_a_run_are_counted_once_and_the_documents_not_at_all() -> None:
    opened = document(WORK, apart=True)
    run = Network.build(opened).run(opened).finish()
    # The gradient of S0 is that of A0 handed on, the same array; so with S1 and A1.
    values = [run.value(name) for name in ("S0", "A0", "Z0", "S1", "A1", "L")]
    gradients = [run.gradient(name) for name in ("A1", "Z0", "A0", *WORK.parameters, "X")]
    counted = sum(array.nbytes for array in memory.distinct_arrays(run, opened))
    assert counted == sum(array.nbytes for array in [*values, *gradients])


def test_a_process_that_keeps_runs_grows_by_at_least_their_arrays() -> None:
    opened = document(WORK, apart=True)
    run = Network.build(opened).run(opened).finish()
    own = sum(array.nbytes for array in memory.distinct_arrays(run, opened))
    _, traced = memory.kept_runs_in_a_process(SMALLEST, 20)
    assert own < traced < 100 * own


def test_the_gradient_of_a_chain_is_that_of_the_chain_by_hand() -> None:
    chain.check(20)


def test_an_edit_over_the_socket_leads_to_the_loss_of_the_edited_document() -> None:
    lesson = find_lesson(server.LESSON)["document"]
    opened = Document.from_json(lesson).with_value(server.LEAF, server.INDEX, 0.25)
    with server.opened_lesson() as client:
        assert client.edit(0.25) == Network.build(opened).run(opened).finish().loss


@pytest.mark.parametrize("nodes", [5, 12, 300, 1000])
def test_a_grown_document_has_as_many_nodes_as_asked(nodes: int) -> None:
    graph = Network.build(Document.from_json(grown(nodes))).graph
    assert len(graph.nodes) == nodes
    assert max(message.of for message in graph.messages) == 2


def test_a_measured_edit_ends_when_the_page_shows_the_loss_that_it_leads_to() -> None:
    lesson = Document.from_json(find_lesson(browser.LESSON)["document"])
    with visits() as opened, opened.page(browser.LESSON) as page:
        page.go(page.steps())
        for n in (3, 4):
            browser.type_a_number(page, n)
            sample = page.press_and_measure("Enter")
            edited = lesson.with_value(browser.LEAF, browser.INDEX, 1 + n / 100)
            shown = page.number("value", "L")
            assert shown == Network.build(edited).run(edited).finish().loss
            assert sample.changes > 0
        page.rest()
        assert page.press_and_measure(NOTHING).changes == 0


def test_a_measured_step_ends_when_the_page_is_there() -> None:
    with visits() as opened, opened.page(browser.LESSON) as page:
        steps = browser.open_grown(page, 12)
        assert [len(steps["forward step"]), len(steps["message"])] == [5, 8]
        for step in (steps["forward step"][0], steps["message"][-1]):
            page.stand_before(step)
            assert page.press_and_measure("ArrowRight").changes > 0
            assert page.step() == step


def test_processor_time_is_told_by_kind_from_the_key_to_the_end_of_the_frame() -> None:
    def event(name: str, ts: float, dur: float, tid: int = 1, **data: str) -> dict[str, Any]:
        timed = {"ts": ts * 1000, "dur": dur * 1000, "tdur": dur * 1000}
        return {"name": name, "ph": "X", "tid": tid, "args": {"data": data}, **timed}

    events = [
        event("Paint", 0, 5),
        event("EventDispatch", 10, 6, type="keydown"),
        event("FunctionCall", 11, 4),
        event("Layout", 12, 3),
        event("Paint", 17, 2),
        event("Layout", 17, 9, tid=2),
        event("Paint", 40, 5),
    ]
    spent = by_kind(Sample(ms=20, frames=1, changes=1), events)
    assert spent == {"script": 3, "layout": 3, "paint": 2}


def test_each_job_has_as_many_samples_as_there_are_rounds() -> None:
    calls: list[str] = []
    jobs: dict[str, Callable[[], object]] = {n: lambda n=n: calls.append(n) for n in "abc"}  # type: ignore[misc]
    taken = interleaved(jobs, Effort(rounds=4, seconds=0))
    assert {name: len(times) for name, times in taken.items()} == {"a": 4, "b": 4, "c": 4}
    assert calls[-12:] == [*"abc", *"bca", *"cab", *"abc"]


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    assert ratio([2.0, 30.0, 8.0], [1.0, 10.0, 2.0]) == 3.0


def test_a_table_tells_each_figure_with_its_aim_and_whether_it_is_met() -> None:
    told = table(
        "two", [Figure("fast", 1.2, "x", 1.4, "by hand: 20 us"), Figure("slow", 21.0, "ms", 16.7)]
    )
    rows = [line.split() for line in told.splitlines()]
    assert rows[-2] == ["fast", "1.20", "x", "1.40", "x", "yes", "by", "hand:", "20", "us"]
    assert rows[-1] == ["slow", "21.0", "ms", "16.7", "ms", "NO"]


def test_missed_aims_are_summed_up() -> None:
    figures = [Figure("a", 1.0, aim=2.0), Figure("b", 3.0, aim=2.0), Figure("c", 9.0)]
    assert summary(figures) == "1 of 2 aims met; missed: b"


def test_the_command_prints_figures_and_writes_them(tmp_path: Path) -> None:
    names = ["recording", "memory", "chain", "server"]
    file = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *names, "--quick", "--json", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(file.read_text(encoding="utf-8"))
    assert list(told) == names
    for name in names:
        assert f"{name}: {PIECES[name]}" in done.stdout
        assert all(one["measured"] > 0 and one["name"] in done.stdout for one in told[name])
