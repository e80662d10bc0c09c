// @ts-check
/** @import { EdgeBackward, NodeForward, RunFinished, RunStarted } from "../wire.js" */
/** @import { Highlight, RunState, Selection, State } from "../types.js" */
import { totalSteps } from "../select.js";
import { indexGraph } from "./graph.js";
import { stillThere } from "./explained.js";
import { placeOf } from "./place.js";
import { puzzleFollows } from "./puzzle.js";
import { returned } from "./returning.js";
import { namedValues } from "./values.js";

/**
 * A run begins: it is drawn once it has come as far as what is drawn now.
 *
 * @param {State} state
 * @param {RunStarted} event
 * @returns {State}
 */
export function runStarted(state, event) {
  const graph = event.graph ? indexGraph(event.graph) : (state.incoming ?? state.run)?.graph;
  if (!graph) return state;
  /** @type {RunState} */
  const incoming = {
    number: event.run,
    graph,
    leaves: event.leaves,
    upstream: event.upstream,
    forward: event.forward,
    backward: event.backward,
    steps: [],
    finished: false,
    loss: null,
    warnings: event.warnings,
    expand: event.expand,
  };
  const values = event.graph ? namedValues(state, Object.keys(event.leaves)) : {};
  return drawn({ ...state, ...values, expand: event.expand, opening: null, incoming });
}

/** @param {State} state @param {NodeForward | EdgeBackward} event @returns {State} */
export function stepCame(state, event) {
  return grown(state, event.run, (run) => ({ ...run, steps: [...run.steps, event] }));
}

/** @param {State} state @param {RunFinished} event @returns {State} */
export function runFinished(state, event) {
  return grown(state, event.run, (run) => ({ ...run, finished: true, loss: event.loss }));
}

/**
 * The newest run, grown, if the event is one of its own.
 *
 * @param {State} state
 * @param {number} number
 * @param {(run: RunState) => RunState} grow
 * @returns {State}
 */
function grown(state, number, grow) {
  const newest = state.incoming ?? state.run;
  if (!newest || newest.number !== number || newest.finished) return state;
  return state.incoming
    ? drawn({ ...state, incoming: grow(newest) })
    : { ...state, run: grow(newest) };
}

/**
 * Draws the incoming run, if it has come as far as the step that is shown, the first one of a
 * document as far as the step it opens with. Where its graph is another one, what that step is there
 * is only known at its end.
 *
 * @param {State} state
 * @returns {State}
 */
function drawn(state) {
  const { run, incoming, begun } = state;
  if (!incoming) return state;
  const step = begun ? state.step : state.returning?.step ?? state.start;
  const same = run !== null && run.graph === incoming.graph;
  const asItIs = same || !begun || step === 0;
  const needed = asItIs ? Math.min(step, totalSteps(incoming)) : Infinity;
  if (incoming.steps.length < needed && !incoming.finished) return state;
  const back = puzzleFollows(returned(state), incoming);
  return {
    ...back,
    run: incoming,
    incoming: null,
    begun: true,
    before: same ? run : null,
    step: asItIs || !run ? Math.min(step, totalSteps(incoming)) : placeOf(run, step, incoming),
    selection: kept(back.selection, incoming),
    explained: stillThere(back.explained, incoming),
    hover: lit(back.hover, incoming),
    pinned: lit(back.pinned, incoming),
  };
}

/** @param {Selection | null} selection @param {RunState} run */
function kept(selection, { graph }) {
  if (!selection) return null;
  const there = selection.kind === "node"
    ? graph.nodes.has(selection.id)
    : graph.edges.has(selection.key);
  return there ? selection : null;
}

/** @param {Highlight | null} highlight @param {RunState} run */
function lit(highlight, { graph }) {
  return highlight && graph.nodes.has(highlight.node) ? highlight : null;
}
