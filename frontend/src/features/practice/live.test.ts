import { describe, expect, it } from "vitest";

import type { TurnEvent } from "../../api/stream";
import type { Block, Conversation, Mode, Move, Turn } from "../../api/types";
import { hear, joined, openStep, spoken, standing } from "./live";

const NOW = new Date("2026-05-03T12:04:00Z");
const NEXT: Move = { label: "Next step", action: "improve", argument: "next" };
const said = (text: string): Block => ({ kind: "said", text });
const claim = (text: string) => ({ text, factor_id: null, quality_id: null, quote: null, standing: "named" as const });

function turn(number: number, blocks: Block[], mode: Mode = "open", moves: Move[] = []): Turn {
  const message = { text: "", action: null, argument: null };
  return { number, created: "", message, mode, blocks, moves, words: null, complete: true };
}

const conversation = (...turns: Turn[]): Conversation => ({
  id: "c1",
  created: "",
  mode: "open",
  question: null,
  answer_id: null,
  turns,
});

describe("a turn that comes in", () => {
  const begun: TurnEvent = {
    event: "turn",
    data: { number: 2, message: { text: "why?", action: null, argument: null }, mode: "improve", moves: [NEXT], blocks: 2 },
  };
  const block: TurnEvent = { event: "block", data: said("Because.") };
  const done: TurnEvent = { event: "done", data: { number: 2, mode: "improve", moves: [NEXT], stopped: "slow" } };
  const after = (...events: TurnEvent[]) => standing(events.reduce(hear, spoken({ text: "why?" })), NOW);

  it("does not stand before all its blocks are in", () => {
    expect(after()).toBeNull();
    expect(after(begun)).toBeNull();
    expect(after(begun, block)).toBeNull();
  });

  it("stands with its buttons once they are, though words may follow", () => {
    const turn = after(begun, block, block);
    expect(turn).toMatchObject({ number: 2, mode: "improve", moves: [NEXT], complete: false, words: null });
  });

  it("takes in words, and why they broke off", () => {
    const turn = after(begun, block, block, { event: "words", data: claim("You name 1962.") }, done);
    expect(turn?.complete).toBe(true);
    expect(turn?.words).toMatchObject({ claims: [claim("You name 1962.")], stopped: "slow" });
  });
});

describe("a conversation", () => {
  it("gets a turn once, and an earlier one as it is now", () => {
    const first = joined(conversation(turn(1, [])), turn(2, [said("a")]));
    const later = joined(joined(first, turn(3, [])), turn(2, [said("b")]));
    expect(later.turns.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(later.turns[1]?.blocks).toEqual([said("b")]);
    expect(later.mode).toBe("open");
  });
});

describe("a step", () => {
  const step = { kind: "step" } as Block;
  const given = turn(4, [step], "improve");

  it("stays open through hints and tries", () => {
    expect(openStep([turn(3, []), given, turn(5, [], "improve"), turn(6, [], "improve")])).toBe(1);
  });

  it("is closed once it is taken, left or followed by another", () => {
    expect(openStep([given, turn(5, [], "improve", [NEXT])])).toBeNull();
    expect(openStep([given, turn(5, [], "open")])).toBeNull();
    expect(openStep([given, turn(5, [step], "improve")])).toBe(1);
    expect(openStep([])).toBeNull();
  });
});
