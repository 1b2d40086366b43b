import { afterEach, describe, expect, it, vi } from "vitest";

import { get, post, Refused, Unreachable } from "./client";

afterEach(() => vi.unstubAllGlobals());

function answering(reply: Response | Error) {
  const fetch = vi.fn(() => (reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const problem = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers });

describe("a request", () => {
  it("carries its key, so that it can be repeated", async () => {
    const fetch = answering(new Response('{"id": "a1"}', { status: 201 }));
    expect(await post("/answers", { text: "x" }, "key-1")).toEqual({ id: "a1" });
    expect(fetch).toHaveBeenCalledWith(
      "/api/v1/answers",
      expect.objectContaining({ headers: expect.objectContaining({ "Idempotency-Key": "key-1" }) }),
    );
  });

  it("that is refused says why in the server's words", async () => {
    answering(problem(409, '{"title": "Key reused", "detail": "Use another key."}'));
    const refused = await post("/answers", {}, "k").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({
      status: 409,
      title: "Key reused",
      message: "Use another key.",
      passing: false,
    });
  });

  it("that comes at a bad time may be repeated, after the pause that was asked for", async () => {
    answering(problem(429, '{"title": "Slow down"}', { "Retry-After": "7" }));
    const refused = await get("/questions").catch((error: unknown) => error);
    expect(refused).toMatchObject({ passing: true, retryAfter: 7 });
  });

  it("that meets a proxy's page instead of JSON is still a refusal", async () => {
    answering(problem(502, "<html>Bad gateway</html>"));
    await expect(get("/questions")).rejects.toMatchObject({ status: 502, passing: true });
  });

  it.each([new TypeError("Failed to fetch"), new DOMException("too long", "TimeoutError")])(
    "without a reply is not a refusal (%s)",
    async (failure) => {
      answering(failure);
      await expect(post("/answers", {}, "k")).rejects.toBeInstanceOf(Unreachable);
    },
  );

  it("that the page gave up is not taken for a lost network", async () => {
    answering(new DOMException("left the page", "AbortError"));
    await expect(get("/questions", AbortSignal.abort())).rejects.not.toBeInstanceOf(Unreachable);
  });
});
