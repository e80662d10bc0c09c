// @ts-check
/** @import { Clock, Timer, WebSocketLike } from "../../static/socket.js" */
/** @import { PageEvent, State } from "../../static/types.js" */
/** @import { Command, WireEvent } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { besides, Socket } from "../../static/socket.js";
import { createStore, EMPTY, reduce } from "../../static/store.js";
import { branch, events } from "./runs.js";

/** A server's end of one connection. @implements {WebSocketLike} */
class FakeSocket {
  /** @param {string} address */
  constructor(address) {
    this.address = address;
    /** @type {Command[]} */
    this.got = [];
    this.closed = false;
    /** @type {WebSocketLike["onmessage"]} */
    this.onmessage = null;
    /** @type {WebSocketLike["onclose"]} */
    this.onclose = null;
  }

  /** @param {string} text */
  send(text) {
    this.got.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  /** @param {WireEvent} event */
  says(event) {
    const message = new MessageEvent("message", { data: JSON.stringify(event) });
    this.onmessage?.call(/** @type {WebSocket} */ (/** @type {unknown} */ (this)), message);
  }

  drops() {
    const event = /** @type {CloseEvent} */ (new Event("close"));
    this.onclose?.call(/** @type {WebSocket} */ (/** @type {unknown} */ (this)), event);
  }
}

/** Time that passes when it is told to. @implements {Clock} */
class FakeClock {
  constructor() {
    this.time = 0;
    /** @type {Map<Timer, { at: number, job: () => void }>} */
    this.jobs = new Map();
    this.made = 0;
  }

  now = () => this.time;
  random = () => 1;

  /** @type {Clock["later"]} */
  later = (job, ms) => {
    this.jobs.set(++this.made, { at: this.time + ms, job });
    return this.made;
  };

  /** @type {Clock["cancel"]} */
  cancel = (timer) => {
    if (timer !== undefined) this.jobs.delete(timer);
  };

  /** @param {number} ms */
  pass(ms) {
    const until = this.time + ms;
    for (;;) {
      const next = [...this.jobs].filter(([, { at }]) =>
        at <= until
      ).sort((a, b) => a[1].at - b[1].at)[0];
      if (!next) break;
      this.jobs.delete(next[0]);
      this.time = next[1].at;
      next[1].job();
    }
    this.time = until;
  }
}

/** @param {Partial<State>} [initial] */
function begin(initial = {}) {
  const store = createStore(reduce, { ...EMPTY, ...initial });
  const clock = new FakeClock();
  /** @type {FakeSocket[]} */
  const sockets = [];
  /** @type {boolean[]} */
  const sessions = [];
  const socket = new Socket({
    ...{ store, clock, address: "ws://here/ws" },
    onSession: (known) => sessions.push(known),
    connect(address) {
      sockets.push(new FakeSocket(address));
      return sockets[sockets.length - 1];
    },
  });
  socket.start();
  return { store, clock, sockets, sessions, socket };
}

/** @type {WireEvent} */
const HELLO = { type: "session.opened", session: "s1", known: false };

/** @param {number} value @returns {PageEvent} */
const edit = (value) => ({
  type: "ask.value",
  name: "x",
  index: [value],
  value,
});

/** @param {FakeSocket} socket */
const values = ({ got }) => got.map((command) => command.type === "value.edit" && command.value);

test("the socket is beside the page, wherever that is", () => {
  assert.equal(besides("http://here:8000/?lesson=L08#top"), "ws://here:8000/ws");
  assert.equal(besides("https://there/tools/whygrad/"), "wss://there/tools/whygrad/ws");
});

test("nothing is sent before the session is open, then all of it in order", () => {
  const { store, sockets, sessions } = begin();
  store.dispatch(edit(1));
  store.dispatch(edit(2));
  assert.deepEqual(sockets[0].got, []);
  sockets[0].says(HELLO);
  assert.deepEqual(values(sockets[0]), [1, 2]);
  assert.deepEqual(sessions, [false]);
  assert.deepEqual(store.state.connection, { status: "open", session: "s1", retryAt: null });
  store.dispatch(edit(3));
  assert.deepEqual(values(sockets[0]), [1, 2, 3]);
});

test("what was not answered is sent again after a loss, and what was is not", () => {
  const { store, clock, sockets } = begin();
  sockets[0].says(HELLO);
  store.dispatch(edit(1));
  store.dispatch(edit(2));
  sockets[0].says({ type: "command.done", id: sockets[0].got[0].id, run: 1 });
  clock.pass(0);
  sockets[0].drops();
  store.dispatch(edit(3));
  assert.equal(store.state.connection.status, "lost");
  clock.pass(500);
  assert.equal(sockets[1].address, "ws://here/ws?session=s1");
  sockets[1].says({ ...HELLO, known: true });
  assert.deepEqual(values(sockets[1]), [2, 3]);
});

test("pauses grow up to ten seconds, and are short again after a success", () => {
  const { store, clock, sockets } = begin();
  /** @type {number[]} */
  const pauses = [];
  for (let i = 0; i < 7; i++) {
    sockets[i].drops();
    const wait = (store.state.connection.retryAt ?? 0) - clock.now();
    pauses.push(wait);
    clock.pass(wait);
  }
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  sockets[7].says(HELLO);
  sockets[7].drops();
  assert.equal((store.state.connection.retryAt ?? 0) - clock.now(), 500);
});

test("a server that says nothing is asked, and left if it does not answer", () => {
  const { store, clock, sockets } = begin();
  sockets[0].says(HELLO);
  clock.pass(10_000);
  assert.equal(sockets[0].got[0].type, "ping");
  sockets[0].says({ type: "pong", id: sockets[0].got[0].id });
  clock.pass(10_000);
  assert.equal(sockets[0].got.length, 2);
  assert.equal(store.state.connection.status, "open");
  clock.pass(15_000);
  assert.equal(store.state.connection.status, "lost");
  assert.ok(sockets[0].closed);
});

test("a connection that never opens is left", () => {
  const { store, clock, sockets } = begin();
  clock.pass(15_000);
  assert.equal(store.state.connection.status, "lost");
  clock.pass(500);
  assert.equal(sockets.length, 2);
});

test("nothing that a lost connection still says is heard", () => {
  const { store, sockets } = begin();
  sockets[0].says(HELLO);
  sockets[0].drops();
  const { state } = store;
  sockets[0].says({
    type: "command.refused",
    id: null,
    error: { code: "", message: "", params: {} },
  });
  assert.equal(store.state, state);
});

test("frames that come together are told of once", () => {
  const { store, clock, sockets } = begin();
  sockets[0].says(HELLO);
  let told = 0;
  store.subscribe(() => told++);
  for (const event of events(branch(), 1)) sockets[0].says(event);
  assert.equal(told, 0);
  clock.pass(0);
  assert.equal(told, 1);
  assert.equal(store.state.run?.finished, true);
});

test("it tries again at once when told that it may", () => {
  const { store, sockets, socket, clock } = begin();
  sockets[0].drops();
  socket.retry();
  assert.equal(sockets.length, 2);
  assert.equal(store.state.connection.status, "connecting");
  clock.pass(1000);
  assert.equal(sockets.length, 2);
  socket.retry();
  assert.equal(sockets.length, 2);
});

test("a page that is loaded again asks for its session", () => {
  const { sockets } = begin({ connection: { ...EMPTY.connection, session: "a b" } });
  assert.equal(sockets[0].address, "ws://here/ws?session=a%20b");
});
