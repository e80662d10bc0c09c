// @ts-check
/** @import { Store } from "./types.js" */
/** @import { Command, WireEvent } from "./wire.js" */
/**
 * The connection to the server. What is asked waits in the outbox of the state until it is answered:
 * after a loss all of it is sent again, in its order. Each command says what shall be, not how to
 * change it, so that carrying one out twice is the same as once.
 *
 * @typedef {object} SocketOptions
 * @property {Store} store
 * @property {string} address  of the WebSocket, without a session
 * @property {(known: boolean) => void} [onSession]  after each `session.opened`
 * @property {(address: string) => WebSocketLike} [connect]
 * @property {Clock} [clock]
 *
 * @typedef {Pick<WebSocket, "send" | "close" | "onmessage" | "onclose">} WebSocketLike
 *
 * @typedef {number | ReturnType<typeof setTimeout>} Timer
 *
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(job: () => void, ms: number) => Timer} later
 * @property {(timer: Timer | undefined) => void} cancel
 * @property {() => number} random
 */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Silence after which the server is asked whether it is there, and until it counts as lost. */
const QUIET = 10_000;
const SILENT = 15_000;

/** @type {Clock} */
const CLOCK = {
  now: () => Date.now(),
  later: (job, ms) => setTimeout(job, ms),
  cancel: (timer) => clearTimeout(timer),
  random: () => Math.random(),
};

export class Socket {
  /** @param {SocketOptions} options */
  constructor({ store, address, onSession, connect, clock = CLOCK }) {
    this.store = store;
    this.address = address;
    this.onSession = onSession ?? (() => {});
    this.connect = connect ?? ((to) => new WebSocket(to));
    this.clock = clock;
    /** @type {WebSocketLike | null} */
    this.socket = null;
    this.open = false;
    this.failures = 0;
    this.pings = 0;
    /** Ids of the outbox that went out on this connection. @type {Set<string>} */
    this.sent = new Set();
    /** @type {WireEvent[]} */
    this.heard = [];
    /** @type {Timer | undefined} */
    this.flushing = undefined;
    /** @type {Timer | undefined} */
    this.watch = undefined;
    /** @type {Timer | undefined} */
    this.retrying = undefined;
    store.subscribe((state, before) => {
      if (state.outbox !== before.outbox || state.questions !== before.questions) this.sendAll();
    });
  }

  /** Connects, and stays connected. */
  start() {
    const { session } = this.store.state.connection;
    const query = session ? `?session=${encodeURIComponent(session)}` : "";
    const socket = this.connect(this.address + query);
    this.socket = socket;
    socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    socket.onclose = () => this.lost();
    this.expect(SILENT);
  }

  /** Tries again at once, if it is waiting to. */
  retry() {
    if (this.retrying === undefined) return;
    this.clock.cancel(this.retrying);
    this.retrying = undefined;
    this.store.dispatch({ type: "connection.trying" });
    this.start();
  }

  /** @param {WireEvent} event */
  hear(event) {
    this.quiet();
    if (event.type === "session.opened") return this.greeted(event);
    this.heard.push(event);
    // Frames that came together are drawn together.
    this.flushing ??= this.clock.later(() => this.flush(), 0);
  }

  flush() {
    this.clock.cancel(this.flushing);
    this.flushing = undefined;
    const events = this.heard;
    this.heard = [];
    if (events.length > 0) this.store.dispatchAll(events);
  }

  /** @param {WireEvent & { type: "session.opened" }} event */
  greeted(event) {
    this.open = true;
    this.failures = 0;
    this.store.dispatchAll([{ type: "connection.opened" }, event]);
    this.onSession(event.known);
    this.sendAll();
  }

  sendAll() {
    if (!this.open) return;
    const { outbox, questions } = this.store.state;
    for (const command of [...outbox, ...questions]) {
      if (!this.sent.has(command.id)) this.send(command);
    }
  }

  /** @param {Command} command */
  send(command) {
    this.sent.add(command.id);
    this.socket?.send(JSON.stringify(command));
  }

  /** Something was heard: after a while of nothing, asks. */
  quiet() {
    this.clock.cancel(this.watch);
    this.watch = this.clock.later(() => {
      this.socket?.send(JSON.stringify({ type: "ping", id: `ping-${++this.pings}` }));
      this.expect(SILENT);
    }, QUIET);
  }

  /** Gives the server so long to say anything. @param {number} ms */
  expect(ms) {
    this.clock.cancel(this.watch);
    this.watch = this.clock.later(() => this.lost(), ms);
  }

  /** Leaves this connection, and tries again after a pause that grows. */
  lost() {
    this.flush();
    this.clock.cancel(this.watch);
    if (this.socket) {
      this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
    }
    this.socket = null;
    this.open = false;
    this.sent.clear();
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++);
    const wait = Math.round(pause * (0.75 + this.clock.random() / 4));
    this.retrying = this.clock.later(() => this.retry(), wait);
    this.store.dispatch({ type: "connection.lost", retryAt: this.clock.now() + wait });
  }
}

/**
 * The address of the WebSocket beside the page, wherever a proxy has put it.
 *
 * @param {string} page
 */
export function besides(page) {
  const address = new URL("ws", page);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.search = address.hash = "";
  return address.href;
}
