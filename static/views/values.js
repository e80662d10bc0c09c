// @ts-check
/** @import { Grid, GridOptions } from "../grid/types.js" */
/** @import { Highlight, Problem, RunState, State, Store } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
import { h } from "../dom.js";
import { createGrid } from "../grid/index.js";
import { shapeText } from "../numbers.js";
import { changedCells, maxAbs } from "../select.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";

/**
 * One array that a person may edit: a leaf, or (name null) the gradient fed into the output.
 *
 * @typedef {object} Item
 * @property {string | null} name
 * @property {HTMLElement} element
 * @property {HTMLElement} note  what is wrong with the array as a whole
 * @property {Grid} grid
 * @property {(run: RunState) => WireArray} arrayOf
 *
 * @typedef {(name: string | null, index: number[], value: number) => void} Edit
 */

/**
 * The region Values: every number the network starts from, to be edited in place.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const list = h("div", { class: "values" });
  root.dataset.gridRoom = ""; // what is said of a cell stays inside the panel
  root.append(list);
  /** @type {Item[]} */
  let items = [];
  /** The run that was drawn at the last edit whose answer is awaited. */
  let editedAt = Infinity;
  /** @type {Edit} */
  const edit = (name, index, value) => {
    editedAt = store.state.run?.number ?? Infinity;
    store.dispatch({ type: "ask.value", name, index, value });
  };

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { run } = state;
    if (!run) return;
    if (run.graph !== before?.run?.graph || state.lessonText !== before.lessonText) {
      for (const item of items) item.grid.destroy();
      items = itemsOf(run, store, edit);
      list.replaceChildren(...items.map((item) => item.element), ...creditOf(state));
      for (const item of items) show(item, state, null);
      list.classList.toggle("values--heat", list.querySelector(".grid--heat") !== null);
    } else {
      for (const item of items) if (differs(item, state, before)) show(item, state, before);
    }
    if (before && looksDiffer(state, before)) { for (const item of items) item.grid.refresh(); }
    if (run.number > editedAt && answered(state)) {
      for (const item of items) item.grid.settle();
      editedAt = Infinity;
    }
    if (state.problem !== (before?.problem ?? null)) complain(items, state.problem);
    if (lit(state) !== (before && lit(before))) light(items, lit(state));
  }

  draw(store.state, null);
  store.subscribe(draw);
}

/** Whose the numbers of a lesson are, where they are somebody's. @param {State} state */
function creditOf({ lessonText }) {
  return lessonText?.credit ? [h("p", { class: "value-credit" }, lessonText.credit)] : [];
}

/** @param {Item} item @param {State} state @param {State} before */
function differs({ arrayOf, name }, state, before) {
  if (state.run !== before.run && state.run && before.run) {
    if (arrayOf(state.run) !== arrayOf(before.run)) return true;
  }
  return selectedIn(name, state) !== selectedIn(name, before);
}

/** @param {Item} item @param {State} state @param {State | null} before */
function show({ grid, arrayOf, name }, state, before) {
  const { run } = state;
  if (!run) return;
  const changed = before && before.run !== run
    ? changedCells(before.run, run, state.step, ...placeOf(name, run))
    : undefined;
  grid.update(arrayOf(run), { state: "value", changed, selected: selectedIn(name, state) });
}

/** @param {string | null} name @param {RunState} run @returns {["value" | "gradient", string]} */
function placeOf(name, run) {
  return name === null ? ["gradient", run.graph.graph.output] : ["value", name];
}

/** @param {string | null} name @param {State} state */
function selectedIn(name, { selection, run }) {
  if (selection?.kind !== "node" || !selection.index || !run) return null;
  const [of, id] = placeOf(name, run);
  return selection.id === id && (selection.of ?? "value") === of ? selection.index : null;
}

/** Whether the numbers are to be drawn in another way. @param {State} state @param {State} before */
function looksDiffer(state, before) {
  if (themeOf(state) !== themeOf(before) || state.digits !== before.digits) return true;
  return state.run !== before.run && Boolean(state.run?.finished) &&
    scaleOf(state) !== scaleOf(before);
}

/** @param {State} state */
function themeOf(state) {
  return state.theme === "system" ? state.systemTheme : state.theme;
}

/** @param {State} state */
function scaleOf(state) {
  return state.run ? maxAbs(state.run) : 0;
}

/** Whether what is drawn is the answer to everything that was asked. @param {State} state */
function answered(state) {
  return state.incoming === null && state.outbox.every((command) => command.type !== "value.edit");
}

/** @param {Item[]} items @param {Problem | null} problem */
function complain(items, problem) {
  for (const item of items) {
    const own = problem?.about === "value" && (problem.name ?? null) === item.name ? problem : null;
    if (own?.index) item.grid.refuse(own.index, errorText(own.error));
    item.note.textContent = own && !own.index ? errorText(own.error) : "";
    item.note.hidden = !item.note.textContent;
  }
}

/** The leaf that the formula or the graph points at. @param {State} state */
function lit({ hover, pinned }) {
  const highlight = hover ?? pinned;
  return highlight?.kind === "value" ? highlight.node : null;
}

/** @param {Item[]} items @param {string | null} name */
function light(items, name) {
  for (const item of items) {
    item.element.classList.toggle("lit", name !== null && item.name === name);
  }
}

/** @param {RunState} run @param {Store} store @param {Edit} edit @returns {Item[]} */
function itemsOf(run, store, edit) {
  const { nodes, output, loss } = run.graph.graph;
  const items = nodes.filter((node) => node.kind === "leaf").map((node) =>
    leafItem(node, store, edit)
  );
  const end = run.graph.nodes.get(output);
  // A loss that is a node of its own adds up what is fed into each number of the output.
  if (end && loss !== null) items.push(upstreamItem(end, store, edit));
  return items;
}

/** @param {GraphNode} node @param {Store} store @param {Edit} edit @returns {Item} */
function leafItem(node, store, edit) {
  const name = node.id;
  const role = node.role ?? "input";
  const shape = shapeText(node.shape);
  const roleText = t(`values.role.${role}`);
  const grid = gridOf(store, {
    of: "value",
    name,
    label: t("values.label", { name, role: roleText, shape }),
    image: store.state.lessonText?.image?.[name],
  }, { id: name, name, edit });
  const item = itemOf(name, grid, role, [h("b", {}, name), shape], roleText);
  pointsAt(item.element, store, { kind: "value", node: name });
  return { ...item, arrayOf: (now) => now.leaves[name] };
}

/** @param {GraphNode} output @param {Store} store @param {Edit} edit @returns {Item} */
function upstreamItem(output, store, edit) {
  const shape = shapeText(output.shape);
  const label = t("values.upstream_label", { name: output.id, shape });
  const grid = gridOf(store, { of: "gradient", name: "", label }, {
    id: output.id,
    name: null,
    edit,
  });
  const item = itemOf(
    null,
    grid,
    "upstream",
    [h("b", {}, `∂L/∂${output.id}`), shape],
    t("values.upstream"),
  );
  return { ...item, arrayOf: (now) => now.upstream };
}

/**
 * @param {Store} store
 * @param {Pick<GridOptions, "of" | "name" | "label" | "image">} what
 * @param {{ id: string, name: string | null, edit: Edit }} leaf
 */
function gridOf(store, what, { id, name, edit }) {
  return createGrid({
    ...what,
    editable: true,
    digits: () => store.state.digits,
    maxAbs: () => scaleOf(store.state),
    theme: () => themeOf(store.state),
    onEdit: (index, value) => edit(name, index, value),
    onEditProblem(code) {
      if (code === null && store.state.problem?.about === "value") {
        store.dispatch({ type: "ui.problem", problem: null });
      }
    },
    onClick: (index) =>
      store.dispatch({
        type: "ui.select",
        selection: { kind: "node", id, index, of: what.of },
        plain: true, // a click may be the first of two, which edit
      }),
    onExplain: (index) =>
      store.dispatch({
        type: "ui.select",
        selection: { kind: "node", id, index, of: what.of },
      }),
  });
}

/**
 * @param {string | null} name
 * @param {Grid} grid
 * @param {string} role
 * @param {(Node | string)[]} title
 * @param {string} roleText
 * @returns {Omit<Item, "arrayOf">}
 */
function itemOf(name, grid, role, [bold, shape], roleText) {
  const note = h("p", { class: "value-note", role: "alert", hidden: true });
  const head = h(
    "h3",
    { class: "value-head" },
    h("span", { class: `role-mark role-mark--${role}`, "aria-hidden": "true" }),
    bold,
    h("span", { class: "value-shape" }, shape),
    h("span", { class: "value-role" }, roleText),
  );
  return { name, grid, note, element: h("div", { class: "value" }, head, grid.element, note) };
}

/** Lights what belongs to an array while the mouse is on it. @param {HTMLElement} element @param {Store} store @param {Highlight} highlight */
function pointsAt(element, store, highlight) {
  element.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") store.dispatch({ type: "ui.hover", highlight });
  });
  element.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") store.dispatch({ type: "ui.hover", highlight: null });
  });
}
