/** Saying something to the tutor, and hearing the reply as it comes: server-sent events over a POST. */
import { EventSourceParserStream } from "eventsource-parser/stream";

import { BASE, refusal, Refused, Unreachable } from "./client";
import type { Block, BlockKind, MessageRequest, Turn, WordedClaim } from "./types";
import { typesetBlock } from "./typesetTurn";

/** `blocks` says how many follow. When they are in, the turn stands; only a language model's words can come after. */
export type TurnBegun = Pick<Turn, "number" | "message" | "mode" | "moves"> & { blocks: number };
export type TurnDone = Pick<Turn, "number" | "mode" | "moves"> & {
  model?: string | null;
  stopped?: string | null;
  cost?: number | null;
};

export type TurnEvent =
  | { event: "turn"; data: TurnBegun }
  | { event: "block"; data: Block }
  | { event: "words"; data: WordedClaim }
  | { event: "done"; data: TurnDone };

/** Every kind of block there is; an event of another name is from a newer server and is passed over. */
const KINDS: Record<BlockKind, true> = {
  said: true,
  card: true,
  card_marked: true,
  hint: true,
  plan: true,
  ledger: true,
  change: true,
  step: true,
  paragraph: true,
  why: true,
  topic: true,
  guide: true,
  questions: true,
  exemplar: true,
  comparison: true,
  predict: true,
  progress: true,
};

/** How long to wait before asking again for a stream that was cut, in milliseconds, and thereby how often. */
const PAUSES = [250, 1000, 2500];
/** A stream that says nothing for as long counts as cut. A model is given 10 s by the server. */
const SILENCE = 30_000;

export interface Saying {
  conversationId: string;
  body: MessageRequest;
  /** The same key again gives the same turn again, so a message whose fate is unknown is sent once more. */
  key: string;
}

/**
 * The events of the turn that replies to a message, each once and in order, however often the connection is cut.
 * Throws Refused where the server says no, Unreachable where it cannot be reached for long.
 */
export function say({ conversationId, body, key }: Saying, signal?: AbortSignal): AsyncGenerator<TurnEvent> {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  const message = { method: "POST", headers, body: JSON.stringify(body) };
  return follow(conversationId, null, message, signal);
}

/** What of a turn is still to come after its blocks: a language model's words, and the end. */
export function listen(conversationId: string, turn: Turn, signal?: AbortSignal): AsyncGenerator<TurnEvent> {
  return follow(conversationId, `${turn.number}.${turn.blocks.length}`, {}, signal);
}

/** Events after the one with the id `last`; where there is none yet, those that the message is answered with. */
async function* follow(
  conversationId: string,
  last: string | null,
  message: RequestInit,
  signal?: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const path = `/conversations/${encodeURIComponent(conversationId)}`;
  for (let cuts = 0; ; cuts += 1) {
    const request: [string, RequestInit] =
      last === null
        ? [`${path}/messages`, message]
        : [`${path}/turns/${last.split(".")[0]}/events`, { headers: { "Last-Event-ID": last } }];
    try {
      for await (const found of events(...request, signal)) {
        if (last !== null && place(found.id) <= place(last)) continue;
        last = found.id;
        cuts = 0;
        const event = typed(found);
        if (event) yield event;
        if (event?.event === "done") return;
      }
      throw new Unreachable();
    } catch (error) {
      if (error instanceof Refused || signal?.aborted) throw error;
      const pause = PAUSES[cuts];
      if (pause === undefined || offline()) throw new Unreachable();
      await new Promise((go) => setTimeout(go, pause));
      signal?.throwIfAborted();
    }
  }
}

interface Found {
  name: string;
  id: string;
  data: string;
}

/** One connection's events until it ends; throws where it breaks, falls silent or is refused. */
async function* events(path: string, init: RequestInit, signal?: AbortSignal): AsyncGenerator<Found> {
  const own = new AbortController();
  const stop = () => own.abort();
  signal?.addEventListener("abort", stop);
  let timer = setTimeout(stop, SILENCE);
  try {
    const reply = await fetch(BASE + path, { credentials: "same-origin", ...init, signal: own.signal });
    if (!reply.ok) throw refusal(reply, await reply.text());
    if (!reply.body) return;
    const reader = reply.body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(stop, SILENCE);
      if (value.event && value.id) yield { name: value.event, id: value.id, data: value.data };
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    own.abort();
  }
}

function typed({ name, data }: Found): TurnEvent | null {
  const read: unknown = JSON.parse(data);
  if (name === "turn") return { event: name, data: read as TurnBegun };
  if (name === "words") return { event: name, data: read as WordedClaim };
  if (name === "done") return { event: name, data: read as TurnDone };
  return name in KINDS ? { event: "block", data: typesetBlock(read as Block) as Block } : null;
}

/** The count in an id such as "12.3". */
function place(id: string): number {
  return Number(id.split(".")[1]);
}

function offline(): boolean {
  return globalThis.navigator?.onLine === false;
}
