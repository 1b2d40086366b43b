/** One way to the server: JSON in, JSON out, and two kinds of failure that the pages tell apart. */

import type { Problem } from "./types";

/** The server answered, and said no: RFC 9457 problem+json, in words a student can read. */
export class Refused extends Error {
  readonly status: number;
  readonly title: string;
  /** What kind of problem, as the API names it: the end of its `type`. */
  readonly kind: string;
  /** Seconds the server asks us to wait, if it does. */
  readonly retryAfter: number | null;

  constructor(status: number, title: string, detail: string, retryAfter: number | null, kind = "") {
    super(detail);
    this.name = "Refused";
    this.status = status;
    this.title = title;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** True where the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** No reply came: no network, no server, or the reply was lost on its way. */
export class Unreachable extends Error {
  constructor() {
    super("The server could not be reached.");
    this.name = "Unreachable";
  }
}

export const BASE = "/api/v1";

/** How long a reply to a hand-in may take; a mark takes a fraction of a second. */
const PATIENCE = 30_000;

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, signal ? { signal } : {});
}

/** Store something. The key makes a repeat of a request whose reply was lost harmless. */
export async function post<T>(path: string, body: unknown, idempotencyKey: string): Promise<T> {
  return request<T>(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": idempotencyKey },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** Change something that the server can tell was changed before: sign in, take a link up, end a session. */
export async function send<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  return request<T>(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let reply: Response;
  let body: string;
  try {
    reply = await fetch(BASE + path, { credentials: "same-origin", ...init });
    body = await reply.text();
  } catch (cause) {
    const gaveUp = cause instanceof DOMException && cause.name === "TimeoutError";
    if (init.signal?.aborted && !gaveUp) throw cause;
    throw new Unreachable();
  }
  if (!reply.ok) throw refusal(reply, body);
  return (body === "" ? undefined : JSON.parse(body)) as T;
}

export function refusal(reply: Response, body: string): Refused {
  const wait = Number(reply.headers.get("Retry-After"));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  try {
    const problem = JSON.parse(body) as Partial<Problem>;
    const title = problem.title ?? "The server said no";
    const kind = problem.type?.split("/").at(-1);
    return new Refused(reply.status, title, problem.detail ?? title, retryAfter, kind);
  } catch {
    return new Refused(
      reply.status,
      "The server said no",
      `It answered with status ${reply.status}.`,
      retryAfter,
    );
  }
}
