// @ts-check
/**
 * The types of the layout: what it is given, what it gives back, and what its phases hand on.
 *
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ x: number, y: number, width: number, height: number }} Rect
 *
 * What the page hands in.
 *
 * @typedef {"input" | "parameter" | "target"} Role
 * @typedef {object} InputNode
 * @property {string} id
 * @property {Size | null} glyph   the circle of an op or the box of a layer; null for a leaf
 * @property {Size} card           the card of its value
 * @property {Role | null} role    of a leaf; null for an op
 * @property {string | null} group the expanded layer it belongs to
 *
 * @typedef {{ id: string, from: string, to: string, slot: number }} InputEdge
 *
 * @typedef {object} InputGroup
 * @property {string} id
 * @property {number} header       height of its title
 * @property {number} padding      between its border and what it holds
 * @property {number} [width]      the least width, for the title to fit
 *
 * @typedef {object} Gaps
 * @property {number} column       between neighbouring columns
 * @property {number} row          between cards of neighbouring rows
 * @property {number} satellite    from a glyph to a card above or below it
 * @property {number} stem         from a glyph to its own card
 * @property {number} beside       from a card above or below a glyph to the high cards beside it; at 0
 *                                 it stands over them, and the picture is narrower and higher
 *
 * @typedef {object} LayoutInput
 * @property {InputNode[]} nodes
 * @property {InputEdge[]} edges
 * @property {InputGroup[]} groups
 * @property {Partial<Gaps>} [gaps]
 *
 * What it gets back. Every x, y is a top left corner; paths are SVG path data.
 *
 * @typedef {{ glyph: Rect | null, card: Rect }} PlacedNode
 * @typedef {{ forward: string, backward: string }} Stem
 * @typedef {{ forward: string, backward: string, label: Point, length: number }} PlacedEdge
 *
 * @typedef {object} Layout
 * @property {Record<string, PlacedNode>} nodes
 * @property {Record<string, Stem>} stems
 * @property {Record<string, PlacedEdge>} edges
 * @property {Record<string, Rect>} groups
 * @property {number} width
 * @property {number} height
 *
 * Between the phases. A level is one graph to be laid out: the whole picture with each group folded
 * into one unit, or the inside of one group. A unit is what takes a place in a column: an op with its
 * card, a leaf, a folded group, or a port, where a wire crosses the border of the group.
 *
 * @typedef {object} Satellite
 * @property {string} id
 * @property {string} edge
 * @property {Size} card
 * @property {Role | null} role
 * @property {number} slot
 *
 * @typedef {object} Unit
 * @property {string} id
 * @property {"op" | "leaf" | "group" | "entry" | "exit"} kind
 * @property {number} headWidth    the glyph, or the rectangle of a folded group; 0 for none
 * @property {number} headUp       how far the head reaches above the axis
 * @property {number} headDown     how far it reaches below
 * @property {number} stem
 * @property {number} cardWidth
 * @property {number} cardHeight
 * @property {Satellite[]} satellites
 *
 * @typedef {object} Link
 * @property {string} id
 * @property {number} from         index of a unit
 * @property {number} to
 * @property {number} rank         the lower, the more it is the main input of its consumer
 * @property {number | null} entryY  where it enters a folded group, from the axis
 * @property {number | null} exitY   where it leaves a folded group that has no card of its own
 *
 * @typedef {object} Level
 * @property {Unit[]} units
 * @property {Link[]} links
 * @property {number[][]} ins      of each unit, its links in
 * @property {number[][]} outs     of each unit, its links out
 * @property {number} start        the unit whose line of main inputs is the spine; -1: the deepest
 * @property {Gaps} gaps
 * @property {number} portGap      between a port and what is next to it
 *
 * A lane is a straight horizontal line: a chain of units, or a long wire.
 *
 * @typedef {object} Lane
 * @property {number[]} units      in the order of their columns; none for a wire
 * @property {number} first        the columns it covers, with its wires
 * @property {number} last
 * @property {number} leftLink     the link that runs along it to its first unit, -1 for none
 * @property {number} rightLink    the link that runs along it from its last unit, -1 for none
 *
 * How a link runs: `straight` inside its lane; `left` bends down to the lane of its consumer at once;
 * `right` goes on along the lane of its source; `wire` has a lane of its own.
 *
 * @typedef {object} Run
 * @property {"straight" | "left" | "right" | "wire"} kind
 * @property {number} lane         the lane it runs along
 * @property {"left" | "above" | "below" | "beside"} entry  where it enters its consumer;
 *                                 beside: from the left, off the axis
 * @property {number} entryY       off the axis of the consumer, for "beside"
 * @property {number} exitY        off the axis of the source
 * @property {boolean} direct      no run of its own: one bend from the source to the consumer
 * @property {number} bendOut      x of its bend in the gap behind its source
 * @property {number} bendIn       x of its bend in the gap before its consumer
 *
 * @typedef {object} Lanes
 * @property {Lane[]} lanes
 * @property {number[]} laneOf     of each unit
 * @property {Run[]} runs          of each link
 * @property {number} spine        index of the main lane
 *
 * @typedef {object} PlacedLevel
 * @property {number[]} x          left edge of each unit (of its head, or of its card)
 * @property {number[]} y          axis of each unit
 * @property {Point[][]} wires     of each link, from its source to its consumer
 * @property {PlacedSatellite[]} satellites
 * @property {{ left: number, top: number, right: number, bottom: number }} bounds
 * @property {number[]} spine      the units of the main line
 *
 * @typedef {{ id: string, edge: string, card: Rect, wire: Point[] }} PlacedSatellite
 */

export {};
