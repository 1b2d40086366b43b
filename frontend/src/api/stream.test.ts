import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Refused, Unreachable } from "./client";
import { say, type TurnEvent } from "./stream";

const MESSAGE = { text: "quiz me", draft: "" };
const SAYING = { conversationId: "c1", body: MESSAGE, key: "key-1" };
const PARTS: [string, object][] = [
  ["turn", { number: 7, message: { text: "quiz me", action: null, argument: null }, mode: "quiz", moves: [], blocks: 3 }],
  ["said", { kind: "said", text: "Khrushchev’s “thaw” — 1956 🙂" }],
  ["hint", { kind: "hint", text: "Think of the Party.", step: 1, of: 3 }],
  ["from_next_year", { kind: "from_next_year" }],
  ["words", { text: "You name 1962.", factor_id: null, quality_id: null, quote: "1962" }],
  ["done", { number: 7, mode: "quiz", moves: [], stopped: null }],
];
const HEARD = ["turn", "block", "block", "words", "done"];

/** The bytes of the turn's events from a place on, as the server writes them, with a comment that keeps it awake. */
function bytes(from = 0): Uint8Array<ArrayBuffer> {
  const text = PARTS.map(([name, data], at) => `event: ${name}\ndata: ${JSON.stringify(data)}\nid: 7.${at}\n\n`);
  return new TextEncoder().encode(`: ping\n\n${text.slice(from).join("")}`);
}

/** A reply whose connection gives these chunks and then ends, or breaks. */
function streamed(chunks: Uint8Array<ArrayBuffer>[], broken = false): Response {
  const left = [...chunks];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (broken) controller.error(new TypeError("network error"));
      else controller.close();
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
}

interface Request {
  path: string;
  method: string;
  key: string | undefined;
  from: string | undefined;
}

/** Answers like the server: the whole turn to a message, the rest of it to a request that says what it has seen. */
function serve(...first: (() => Response)[]) {
  const requests: Request[] = [];
  const fetch = vi.fn((path: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    const from = headers["Last-Event-ID"];
    requests.push({ path, method: init.method ?? "GET", key: headers["Idempotency-Key"], from });
    const planned = first.shift();
    if (planned) return Promise.resolve().then(planned);
    return Promise.resolve(streamed([bytes(from ? Number(from.split(".")[1]) + 1 : 0)]));
  });
  vi.stubGlobal("fetch", fetch);
  return requests;
}

async function listen(signal?: AbortSignal): Promise<TurnEvent[]> {
  const heard: TurnEvent[] = [];
  for await (const event of say(SAYING, signal)) heard.push(event);
  return heard;
}

beforeEach(() => {
  vi.stubGlobal("setTimeout", (go: () => void, pause: number) => {
    if (pause < 10_000) queueMicrotask(go);
    return 0;
  });
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

const names = (heard: TurnEvent[]) => heard.map(({ event }) => event);

describe("a reply", () => {
  it("comes event by event, and what is not known is passed over", async () => {
    const requests = serve();
    const heard = await listen();
    expect(names(heard)).toEqual(HEARD);
    expect(heard[1]?.data).toEqual({ kind: "said", text: "Khrushchev’s “thaw” — 1956 🙂" });
    expect(requests).toEqual([
      { path: "/api/v1/conversations/c1/messages", method: "POST", key: "key-1", from: undefined },
    ]);
  });

  it("is the same however it is cut into chunks", async () => {
    const all = bytes();
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      serve(() => streamed(chunks));
      expect(names(await listen())).toEqual(HEARD);
    }
  });

  it.each([false, true])("that is cut at any byte goes on where it was (broken: %s)", async (broken) => {
    const all = bytes();
    for (let at = 0; at < all.length; at += 1) {
      const requests = serve(() => streamed([all.slice(0, at)], broken));
      const heard = await listen();
      expect(names(heard), `cut at byte ${at}`).toEqual(HEARD);
      expect(heard[1]?.data).toMatchObject({ text: "Khrushchev’s “thaw” — 1956 🙂" });
      // Where nothing had come the message goes again under its key; else only the rest is asked for.
      expect(requests.every(({ key, from }) => (key === "key-1") !== (from !== undefined))).toBe(true);
      if (requests[1]?.from) expect(requests[1].path).toBe("/api/v1/conversations/c1/turns/7/events");
    }
  }, 60_000);

  it("that is cut after every single event still comes once", async () => {
    const one = (at: number) => () => streamed([bytes(at).slice(0, bytes(at).length - bytes(at + 1).length + 8)]);
    serve(one(0), one(1), one(2), one(3), one(4));
    expect(names(await listen())).toEqual(HEARD);
  });
});

it("a server or proxy that begins the turn anew is not heard twice", async () => {
  const all = bytes();
  serve(
    () => streamed([all.slice(0, all.length - 40)]),
    () => streamed([all]),
  );
  expect(names(await listen())).toEqual(HEARD);
});

describe("a message", () => {
  it("whose reply never came goes again under the same key", async () => {
    const requests = serve(() => {
      throw new TypeError("Failed to fetch");
    });
    expect(names(await listen())).toEqual(HEARD);
    expect(requests.map(({ key }) => key)).toEqual(["key-1", "key-1"]);
  });

  it("that cannot be sent for long is given back", async () => {
    const fail = () => {
      throw new TypeError("Failed to fetch");
    };
    const requests = serve(fail, fail, fail, fail, fail);
    await expect(listen()).rejects.toBeInstanceOf(Unreachable);
    expect(requests).toHaveLength(4);
  });

  it("is not tried again while the browser knows that there is no network", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    const requests = serve(() => {
      throw new TypeError("Failed to fetch");
    });
    await expect(listen()).rejects.toBeInstanceOf(Unreachable);
    expect(requests).toHaveLength(1);
  });

  it("that is refused says why at once", async () => {
    const problem = '{"type": "/problems/conversation-moved", "title": "Moved", "status": 409}';
    const requests = serve(() => new Response(problem, { status: 409 }));
    await expect(listen()).rejects.toMatchObject({ status: 409, kind: "conversation-moved" });
    expect(requests).toHaveLength(1);
  });

  it("that meets a busy server carries the pause that is asked for", async () => {
    serve(() => new Response('{"title": "Slow down"}', { status: 429, headers: { "Retry-After": "7" } }));
    const refused = await listen().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ passing: true, retryAfter: 7 });
  });

  it("that the page gives up is let go", async () => {
    const control = new AbortController();
    const requests = serve(() => {
      control.abort();
      throw new DOMException("aborted", "AbortError");
    });
    await expect(listen(control.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(1);
  });
});
