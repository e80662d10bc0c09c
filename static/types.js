// @ts-check
/** @import { Command, EdgeBackward, ElementNudged, ErrorBody, GradientsChecked, GradientsProgress, Graph, GraphEdge, GraphLayer, GraphNode, NodeForward, Notice, WireArray, WireCurve, WireEvent, WireNumber } from "./wire.js" */
/** @import { Predict, PredictAct } from "./predict/types.js" */
/** @import { Puzzle, PuzzleAct } from "./puzzle/types.js" */
/**
 * The state of the page, and what may happen to it.
 *
 * Connection.
 *
 * @typedef {object} Connection
 * @property {"connecting" | "open" | "lost"} status
 * @property {string | null} session  the id to come back with
 * @property {number | null} retryAt  when it tries again, in milliseconds of Date.now()
 *
 * The document.
 *
 * @typedef {object} DocumentJson  a whygrad document, as the server has confirmed it
 * @property {number} format
 * @property {string} [title]
 * @property {string} program
 * @property {Record<string, NestedNumbers>} values
 * @property {Record<string, string>} [roles]
 * @property {NestedNumbers} [upstream]
 *
 * @typedef {number | NestedArray} NestedNumbers
 * @typedef {{ readonly length: number, readonly [i: number]: NestedNumbers }} NestedArray
 *
 * A run. `steps[k]` is step k + 1; step 0 has the leaves alone.
 *
 * @typedef {NodeForward | EdgeBackward} Step
 *
 * @typedef {object} RunState
 * @property {number} number
 * @property {GraphIndex} graph
 * @property {Readonly<Record<string, WireArray>>} leaves
 * @property {WireArray} upstream
 * @property {number} forward   how many forward steps the run has
 * @property {number} backward  how many messages
 * @property {Step[]} steps     what has come so far
 * @property {boolean} finished
 * @property {WireNumber | null} loss  null until finished
 * @property {Notice[]} warnings
 * @property {string[]} expand
 *
 * The graph with lookups, made once for each graph. An edge's key is its id, and for the second use
 * of a value by the same op `id#slot`.
 *
 * @typedef {object} GraphIndex
 * @property {Graph} graph
 * @property {Map<string, GraphNode>} nodes
 * @property {Map<string, GraphEdge & { key: string, twice: boolean }>} edges  by key, in order
 * @property {Map<string, GraphLayer>} layers
 * @property {Map<string, string[]>} into   keys of the edges into a node, in slot order
 * @property {Map<string, string[]>} outOf  keys of the edges out of a node
 *
 * What a person points at. With an index it is one cell.
 *
 * @typedef {{ kind: "node", id: string, index?: number[], of?: "value" | "gradient" }
 *   | { kind: "edge", key: string, index?: number[] }} Selection
 *
 * An operand that lights up, in the formula and in the graph: the value of a node, its gradient, or
 * what the node keeps.
 *
 * @typedef {{ kind: "value" | "gradient" | "kept", node: string, slot?: string }} Highlight
 *
 * What is wrong, and with what: the program, a cell (a leaf and an index), or something else.
 *
 * @typedef {object} Problem
 * @property {"program" | "value" | "document" | "other"} about
 * @property {ErrorBody} error
 * @property {string} [name]
 * @property {number[]} [index]
 *
 * @typedef {{ name: string | null, index: number[], from: number, to: number }} ValueChange
 * @typedef {{ kind: "value" } & ValueChange | { kind: "program", from: string, to: string }} Change
 *
 * A cell whose explanation stands on the stage, the way by which a person came to it, and what of it
 * is shown: a tab of the stage, and of the beats that tell where it goes, which.
 *
 * With the key of a wire, what came by that wire alone, one message of several to a gradient.
 *
 * @typedef {{ of: "value" | "gradient", name: string, index: number[], wire?: string }} CellRef
 * @typedef {"goes" | "from" | "nudge" | "element"} ExplainedTab
 * @typedef {CellRef & { tab: ExplainedTab, beat: number, trail: CellRef[] }} Explained
 *
 * @typedef {"system" | "light" | "dark"} ThemeChoice
 *
 * @typedef {object} State
 * @property {Connection} connection
 * @property {DocumentJson | null} document
 * @property {string | null} lesson          id of the lesson that is open
 * @property {string[]} expand
 * @property {RunState | null} run           the run that is drawn
 * @property {RunState | null} incoming      a newer run, not yet as far as the step that is shown
 * @property {RunState | null} before        the run before, to tell which numbers changed
 * @property {number} step                   0 to forward + backward
 * @property {number} start                  the step with which the document opened
 * @property {boolean} begun                 whether a run of the document was drawn
 * @property {boolean} asking                whether the lesson's question stands on top, until one moves
 * @property {boolean} playing
 * @property {number} speed                  steps a second
 * @property {Selection | null} selection    null: the inspector follows the step
 * @property {Explained | null} explained    null: no cell is opened
 * @property {Puzzle | null} puzzle          which product a message is; null: it is not open
 * @property {number} nudge                  how far the opened cell is moved
 * @property {Highlight | null} hover
 * @property {Highlight | null} pinned
 * @property {Problem | null} problem
 * @property {string | null} draft           the program as typed, while the server has not taken it
 * @property {Command[]} outbox              commands not answered yet, in the order they were made
 * @property {Command[]} questions           the same of what changes nothing, and may be forgotten
 * @property {Nudged} nudged
 * @property {Checking} checking
 * @property {number} asked                  how many commands were ever made: names the next one
 * @property {"new" | "again" | null} opening  a document is about to come: another one, or the same
 *   one in a new session
 * @property {Record<string, NestedNumbers>} aside  values that the program does not name now
 * @property {Change[]} undo
 * @property {Change[]} redo
 * @property {LessonSummary[]} lessons
 * @property {LessonFull | null} lessonText  the lesson that is open, but for its words
 * @property {boolean} revealed              whether the lesson's answer is shown
 * @property {Progress} progress
 * @property {Predict} predict               what is to be predicted before it is seen
 * @property {ThemeChoice} theme
 * @property {"light" | "dark"} systemTheme
 * @property {number} digits                 significant digits of a number in a cell
 * @property {{ network: boolean, values: boolean, lesson: boolean, inspector: boolean }} folded
 * @property {Place | null} returning        where a page that was loaded again is about to be
 *
 * @typedef {Pick<State, "step" | "asking" | "speed" | "selection" | "explained" | "puzzle" | "nudge"
 *   | "pinned" | "folded" | "problem" | "draft" | "undo" | "redo" | "aside" | "lessonText"
 *   | "revealed" | "predict">} Place
 *
 * @typedef {{ id: string, track: string, title: string, question: string }} LessonSummary
 * @typedef {object} LessonData
 * @property {LessonOpening} open
 * @property {Ask[]} ask  what is to be predicted
 * @property {WrongAnswer[]} wrong_answers
 * @property {Record<string, { height: number, width: number }>} [image]  leaves whose rows are
 *   images of that size
 * @property {string} [credit]
 * @typedef {LessonSummary & LessonData} LessonFull
 *
 * @typedef {{ expand: string[], step: number, cell: CellRef }} LessonOpening  `cell`: the one that
 *   the question is about
 *
 * @typedef {{ kind: "number", of: "value" | "gradient", name: string, cells: number[][] }
 *   | { kind: "pick", of: "value" | "gradient", name: string, cells: number[][] }
 *   | { kind: "choose", options: string[], answer: number }} Ask
 *
 * What someone with a misconception would have as gradients (null: it has no numbers), and what it
 * reveals; its words are `wrong.N` of the lesson.
 *
 * @typedef {{ error: string, value: Record<string, NestedNumbers> | null,
 *   diagnosis: string }} WrongAnswer
 *
 * @typedef {Readonly<Record<string, "opened" | "solved">>} Progress  by lesson id
 *
 * A nudge that was asked for, with its answer, and the loss along a cell. `reach` is how far the
 * curve goes to both sides (null: it is not asked for), `plot` whether a person wants to see it.
 *
 * @typedef {{ run: RunState, name: string, index: number[], by: number, reach: number | null }}
 *   NudgeQuestion
 *
 * @typedef {object} Nudged
 * @property {{ id: string, question: NudgeQuestion } | null} asked
 * @property {{ question: NudgeQuestion, answer: ElementNudged } | null} told
 * @property {{ question: NudgeQuestion, error: ErrorBody } | null} refused
 * @property {{ question: NudgeQuestion, curve: WireCurve } | null} curve
 * @property {boolean} plot
 *
 * The check of all gradients: `id` while it is under way, `run` the one that it is about, `ended`
 * whether a newer run ended it.
 *
 * @typedef {object} Checking
 * @property {boolean} open
 * @property {string | null} id
 * @property {string | null} stop  the id of the question to stop it
 * @property {RunState | null} run
 * @property {GradientsProgress | null} progress
 * @property {GradientsChecked | null} result
 * @property {ErrorBody | null} error
 * @property {boolean} ended
 *
 * @typedef {{ type: "check.open", open: boolean } | { type: "check.start" } | { type: "check.stop" }}
 *   CheckEvent
 *
 * What happens on the page itself, beside the events of the wire.
 *
 * @typedef {{ type: "ui.step", step: number }
 *   | { type: "ui.play", playing: boolean }
 *   | { type: "ui.speed", speed: number }
 *   | { type: "ui.select", selection: Selection | null, plain?: boolean }
 *   | { type: "ui.explain", cell: CellRef }
 *   | { type: "ui.explain.tab", tab: ExplainedTab }
 *   | { type: "ui.explain.beat", beat: number }
 *   | { type: "ui.explain.back", at: number }
 *   | { type: "ui.explain.close" }
 *   | { type: "ui.nudge", by: number }
 *   | { type: "ui.plot", plot: boolean }
 *   | { type: "ui.hover", highlight: Highlight | null }
 *   | { type: "ui.pin", highlight: Highlight | null }
 *   | { type: "ui.draft", program: string }
 *   | { type: "ui.problem", problem: Problem | null }
 *   | { type: "ui.theme", theme: ThemeChoice }
 *   | { type: "ui.systemTheme", theme: "light" | "dark" }
 *   | { type: "ui.digits", digits: number }
 *   | { type: "ui.fold", panel: keyof State["folded"], folded: boolean }
 *   | { type: "ui.lessons", lessons: LessonSummary[] }
 *   | { type: "ui.lesson", lesson: LessonFull | null }
 *   | { type: "ui.reveal", revealed: boolean }
 *   | { type: "ui.solved", lesson: string }
 *   | { type: "ui.progress", progress: Progress }
 *   | { type: "ui.predict", act: PredictAct }
 *   | { type: "ui.puzzle", act: PuzzleAct }} UiEvent
 *
 * What a person asks of the server; `reduce` turns each into a command in the outbox.
 *
 * @typedef {{ type: "ask.lesson", id: string }
 *   | { type: "ask.document", document: Record<string, unknown> }
 *   | { type: "ask.value", name: string | null, index: number[], value: number }
 *   | { type: "ask.program", program: string, values?: Record<string, NestedNumbers> }
 *   | { type: "ask.expand", layer: string | null, expanded: boolean }
 *   | { type: "ask.undo" } | { type: "ask.redo" }} AskEvent
 *
 * @typedef {{ type: "connection.opened" } | { type: "connection.lost", retryAt: number }
 *   | { type: "connection.trying" }} ConnectionEvent
 *
 * @typedef {WireEvent | UiEvent | CheckEvent | AskEvent | ConnectionEvent} PageEvent
 *
 * @typedef {object} Store
 * @property {State} state                     never changed in place
 * @property {(event: PageEvent) => void} dispatch
 * @property {(events: PageEvent[]) => void} dispatchAll  one after the other, telling of them once
 * @property {(listener: (state: State, before: State) => void) => () => void} subscribe
 *   called after a dispatch, at once, with the state before; gives the way to stop
 *
 * What can be said of an array at the step that is shown.
 *
 * @typedef {{ state: "unreached" } | { state: "nopath" }
 *   | { state: "value", array: WireArray, messages: EdgeBackward[], of: number }} GradientNow
 *   `array` is the sum so far; `of`: how many messages there will be
 *
 * @typedef {"idle" | "forward" | "active" | "reached"} DrawState
 */

export {};
