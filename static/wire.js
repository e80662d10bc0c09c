// @ts-check
// Made from server/wire.py by `python -m server.wire`: change that file, not this one.

/**
 * The code of an op or a layer as it runs: what it is called, and the lines of each pass.
 * @typedef {object} Code
 * @property {string} title
 * @property {Array<string>} forward
 * @property {Array<string>} backward
 */

/**
 * @typedef {DocumentOpen | ValueEdit | ProgramEdit | LayerExpand | ElementExplain | ElementNudge | GradientsCheck | GradientsStop | Ping} Command
 */

/**
 * A command was accepted; `run` is the run it started.
 * @typedef {object} CommandDone
 * @property {"command.done"} type
 * @property {string} id
 * @property {number | null} run
 */

/**
 * A command changed nothing, and why; `id` is null where the frame had none to be read.
 * @typedef {object} CommandRefused
 * @property {"command.refused"} type
 * @property {string | null} id
 * @property {ErrorBody} error
 */

/**
 * Opens a document, or one of the lessons: exactly one of the two.
 * @typedef {object} DocumentOpen
 * @property {string} id
 * @property {"document.open"} type
 * @property {Record<string, unknown> | null} [document]
 * @property {string | null} [lesson]
 * @property {Array<string> | null} [expand]
 */

/**
 * The whole document, for a page that opens it or joins, and the step that it opens with.
 * @typedef {object} DocumentOpened
 * @property {"document.opened"} type
 * @property {Record<string, unknown>} document
 * @property {Array<string>} expand
 * @property {string | null} lesson
 * @property {number} [step]
 */

/**
 * One message: `source` sends to `target`; `total` is the sum there, null if only this one.
 * @typedef {object} EdgeBackward
 * @property {"edge.backward"} type
 * @property {number} run
 * @property {number} seq
 * @property {string} source
 * @property {string} target
 * @property {string} slot
 * @property {string} edge
 * @property {WireArray} value
 * @property {WireArray | null} total
 * @property {number} message
 * @property {number} of
 * @property {Notice | null} notice
 */

/**
 * Asks why an element is what it is, or where it goes.
 * @typedef {object} ElementExplain
 * @property {"value" | "gradient" | "message"} of
 * @property {string | null} [name]
 * @property {string | null} [edge]
 * @property {string | null} [slot]
 * @property {Array<number>} index
 * @property {"from" | "to"} [direction]
 * @property {string} id
 * @property {"element.explain"} type
 */

/**
 * The answer to `element.explain`: the terms behind an element, road by road.
 * @typedef {object} ElementExplained
 * @property {"element.explained"} type
 * @property {string} id
 * @property {number} run
 * @property {WireNumber} value
 * @property {WireNumber} sum
 * @property {string} combine
 * @property {string | null} formula
 * @property {Array<WireRoad>} roads
 */

/**
 * Asks what becomes of the loss when an element is moved; the document stays as it is.
 *
 * With `points` it asks for the loss at so many numbers too, up to `reach` to both sides.
 * @typedef {object} ElementNudge
 * @property {string} name
 * @property {Array<number>} index
 * @property {number} by
 * @property {string} id
 * @property {"element.nudge"} type
 * @property {number} [points]
 * @property {number} [reach]
 */

/**
 * The answer to `element.nudge`: the loss before and after, and the values that moved.
 *
 * Of a long way the values in its middle are left out, so many.
 * `doubt` is how far rounding and curvature may put the central difference off. `kink` names the
 * node whose switch turns, if one does: at the number itself where the verdict is "kink", else
 * somewhere on the step.
 * @typedef {object} ElementNudged
 * @property {"element.nudged"} type
 * @property {string} id
 * @property {number} run
 * @property {WireNumber} before
 * @property {WireNumber} after
 * @property {WireNumber} slope
 * @property {WireNumber} gradient
 * @property {WireNumber} central
 * @property {WireNumber} doubt
 * @property {WireNumber} relative_error
 * @property {"agrees" | "kink" | "crosses_kink" | "step_too_large" | "step_too_small" | "differs" | "not_finite"} verdict
 * @property {string | null} kink
 * @property {Record<string, InlineArray | MovedCells>} moved
 * @property {number} left_out
 * @property {WireCurve | null} curve
 */

/**
 * What a person did wrong, and where if that is known (line and column count from 1).
 * @typedef {object} ErrorBody
 * @property {string} code
 * @property {string} message
 * @property {Record<string, unknown>} params
 * @property {number} [line]
 * @property {number} [column]
 */

/**
 * A larger array: a thumbnail of block means, and the address of its little-endian float64.
 * @typedef {object} FarArray
 * @property {Array<number>} shape
 * @property {[WireNumber, WireNumber]} range
 * @property {boolean} finite
 * @property {InlineArray} thumbnail
 * @property {string} href
 */

/**
 * An op for given shapes: its formulas in TeX, and which cells make a cell, as data.
 * @typedef {object} Form
 * @property {string} op
 * @property {string} formula
 * @property {Record<string, string>} messages
 * @property {Record<string, unknown>} map
 */

/**
 * Asks for every gradient to be compared with central differences.
 *
 * A check of this page that is under way gives way to it.
 * @typedef {object} GradientsCheck
 * @property {string} id
 * @property {"gradients.check"} type
 */

/**
 * The end of a check; `stopped` is whether it was told to stop before all was checked.
 * @typedef {object} GradientsChecked
 * @property {"gradients.checked"} type
 * @property {string} id
 * @property {number} run
 * @property {number} checked
 * @property {number} total
 * @property {boolean} stopped
 * @property {Array<WireChecked>} nodes
 */

/**
 * How far a check of all gradients is: elements checked, and the worst error so far.
 * @typedef {object} GradientsProgress
 * @property {"gradients.progress"} type
 * @property {string} id
 * @property {number} run
 * @property {number} checked
 * @property {number} total
 * @property {WireNumber} worst
 */

/**
 * Stops the check of this page that is under way, if there is one.
 * @typedef {object} GradientsStop
 * @property {string} id
 * @property {"gradients.stop"} type
 */

/**
 * The computational graph with all its shapes, before any number.
 * @typedef {object} Graph
 * @property {Array<GraphNode>} nodes
 * @property {Array<GraphEdge>} edges
 * @property {Array<GraphLayer>} layers
 * @property {Array<Form>} forms
 * @property {Array<Code>} codes
 * @property {string} output
 * @property {string | null} loss
 */

/**
 * @typedef {object} GraphEdge
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {string} slot
 * @property {boolean} gradient
 */

/**
 * What enters a slot of an op: another node's value, or a literal of the program.
 * @typedef {object} GraphInput
 * @property {string} slot
 * @property {string} [node]
 * @property {unknown} [literal]
 */

/**
 * A layer of the program, and the nodes that it is made of now.
 * @typedef {object} GraphLayer
 * @property {string} id
 * @property {string} op
 * @property {boolean} expanded
 * @property {Array<string>} nodes
 */

/**
 * A value and what makes it; `path` is false where no gradient can come.
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {"leaf" | "op" | "layer" | "loss"} kind
 * @property {Array<number>} shape
 * @property {boolean} path
 * @property {"input" | "parameter" | "target"} [role]
 * @property {string} [op]
 * @property {string} [symbol]
 * @property {number} [line]
 * @property {string | null} [group]
 * @property {number} [form]
 * @property {number} [code]
 * @property {LitLines} [lit]
 * @property {Array<GraphInput>} [inputs]
 * @property {Record<string, unknown>} [attributes]
 * @property {Array<string>} [keeps]
 */

/**
 * An array of up to 256 elements: flat, row after row.
 * @typedef {object} InlineArray
 * @property {Array<number>} shape
 * @property {Array<WireNumber>} data
 */

/**
 * Opens a layer to its definition in ops, or closes it again; `layer: null` is all of them.
 * @typedef {object} LayerExpand
 * @property {string} id
 * @property {"layer.expand"} type
 * @property {string | null} layer
 * @property {boolean} expanded
 */

/**
 * Which lines of its code an op runs: going forward, and for the message to each slot.
 * @typedef {object} LitLines
 * @property {Array<number>} forward
 * @property {Record<string, Array<number>>} backward
 */

/**
 * Of a larger array after a nudge: how many of its numbers moved, and those that did most.
 * @typedef {object} MovedCells
 * @property {Array<number>} shape
 * @property {number} count
 * @property {Array<WireMovedCell>} cells
 */

/**
 * One forward step: a node has its value; `kept` is what a layer keeps for the way back.
 * @typedef {object} NodeForward
 * @property {"node.forward"} type
 * @property {number} run
 * @property {number} seq
 * @property {string} node
 * @property {WireArray} value
 * @property {Record<string, WireArray>} kept
 * @property {Notice | null} notice
 */

/**
 * Something worth saying that is no error: a code and what its sentence needs.
 * @typedef {object} Notice
 * @property {string} code
 * @property {string} message
 * @property {Record<string, unknown>} params
 */

/**
 * Asks for a pong, to know that the server is there.
 * @typedef {object} Ping
 * @property {string} id
 * @property {"ping"} type
 */

/**
 * The answer to a ping.
 * @typedef {object} Pong
 * @property {"pong"} type
 * @property {string} id
 */

/**
 * Replaces the program; values that it no longer names are set aside until it does again.
 *
 * `values` are those of leaves that had none.
 * @typedef {object} ProgramEdit
 * @property {string} id
 * @property {"program.edit"} type
 * @property {string} program
 * @property {Record<string, unknown>} [values]
 */

/**
 * All steps of the run were sent.
 * @typedef {object} RunFinished
 * @property {"run.finished"} type
 * @property {number} run
 * @property {number} seq
 * @property {WireNumber} loss
 */

/**
 * A new run, with its leaves; `graph: null` means the same graph as the run before.
 * @typedef {object} RunStarted
 * @property {"run.started"} type
 * @property {number} run
 * @property {number} seq
 * @property {Graph | null} graph
 * @property {Record<string, WireArray>} leaves
 * @property {WireArray} upstream
 * @property {number} forward
 * @property {number} backward
 * @property {Array<Notice>} warnings
 * @property {Array<string>} expand
 */

/**
 * The first frame of a connection; `known` is whether the session asked for was found.
 * @typedef {object} SessionOpened
 * @property {"session.opened"} type
 * @property {string} session
 * @property {boolean} known
 */

/**
 * Puts a number into one cell of a leaf; `name: null` is the upstream gradient.
 * @typedef {object} ValueEdit
 * @property {string} id
 * @property {"value.edit"} type
 * @property {string | null} name
 * @property {Array<number>} index
 * @property {number} value
 */

/**
 * @typedef {InlineArray | FarArray} WireArray
 */

/**
 * How one gradient stands the check; `worst` is its largest relative error, at `index`.
 * @typedef {object} WireChecked
 * @property {string} name
 * @property {number} count
 * @property {number} kinks
 * @property {WireNumber} worst
 * @property {Array<number>} index
 * @property {"agrees" | "differs" | "kink" | "not_finite"} verdict
 */

/**
 * The loss along one element: the numbers it was given, and the loss at each.
 * @typedef {object} WireCurve
 * @property {Array<WireNumber>} at
 * @property {Array<WireNumber>} losses
 */

/**
 * @typedef {SessionOpened | DocumentOpened | RunStarted | NodeForward | EdgeBackward | RunFinished | CommandDone | CommandRefused | ElementExplained | ElementNudged | GradientsProgress | GradientsChecked | Pong} WireEvent
 */

/**
 * One factor of a term: what it is called, its number, and its cell if it is one.
 * @typedef {object} WireFactor
 * @property {string} label
 * @property {WireNumber} value
 * @property {WireRef} [ref]
 */

/**
 * A number before and after a nudge.
 * @typedef {object} WireMovedCell
 * @property {Array<number>} index
 * @property {WireNumber} before
 * @property {WireNumber} after
 */

/**
 * @typedef {number | "NaN" | "Infinity" | "-Infinity"} WireNumber
 */

/**
 * A cell that a factor reads; what is kept is kept by the op of the term's consumer.
 * @typedef {object} WireRef
 * @property {"value" | "gradient" | "kept"} of
 * @property {string} name
 * @property {Array<number>} index
 */

/**
 * The terms of a road that are not sent: how many, and what they add up to.
 * @typedef {object} WireRest
 * @property {number} count
 * @property {WireNumber} sum
 */

/**
 * All terms that came by one op: the largest of them, and the rest folded.
 *
 * `at` is the node whose cells the terms reach. `sum` is that of all terms, rounded once.
 * @typedef {object} WireRoad
 * @property {string} consumer
 * @property {string | null} slot
 * @property {string} at
 * @property {number} count
 * @property {WireNumber} sum
 * @property {string | null} formula
 * @property {Array<WireTerm>} terms
 * @property {WireRest | null} rest
 */

/**
 * One product; `reaches` is the cell, of what its road leads to, that it goes through.
 * @typedef {object} WireTerm
 * @property {Array<WireFactor>} factors
 * @property {WireNumber} product
 * @property {Array<number>} reaches
 */

export {};
