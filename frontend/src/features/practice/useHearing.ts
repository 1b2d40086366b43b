/** Taking a turn in: its blocks, until it stands in the conversation, and then whatever a language model adds. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { Unreachable } from "../../api/client";
import { conversationQuery } from "../../api/queries";
import { listen, type TurnEvent } from "../../api/stream";
import type { Block, Conversation, Turn } from "../../api/types";
import { announce } from "../../ui/announce";
import { hear, joined, type Live, resumed, standing } from "./live";
import { reply } from "./words";

/** Turns whose words somebody here is listening to, as "conversation.turn". */
const heardHere = new Set<string>();

export function useHearing(conversation: Conversation | undefined, onBlock: (block: Block) => void) {
  const client = useQueryClient();

  function put(id: string, turn: Turn): void {
    const key = conversationQuery(id).queryKey;
    client.setQueryData(key, (known) => known && joined(known, turn));
  }

  /** Events until the turn stands; gives it and the conversation that has it. */
  async function take(
    to: Conversation,
    live: Live,
    events: AsyncGenerator<TurnEvent>,
    onLive: (live: Live) => void,
  ): Promise<[Live, Conversation]> {
    for (;;) {
      const { value: event, done } = await events.next();
      if (done) throw new Unreachable();
      live = hear(live, event);
      onLive(live);
      if (event.event === "block") onBlock(event.data);
      const turn = standing(live, new Date());
      if (!turn) continue;
      heardHere.add(`${to.id}.${turn.number}`);
      put(to.id, turn);
      announce(reply(turn.blocks));
      return [live, joined(to, turn)];
    }
  }

  /** What comes after the blocks. If it cannot be had, the turn stands without it, and says so. */
  async function rest(id: string, live: Live, events: AsyncGenerator<TurnEvent>): Promise<void> {
    const { begun } = live;
    if (!begun) return;
    const place = `${id}.${begun.number}`;
    heardHere.add(place);
    try {
      for await (const event of events) {
        live = hear(live, event);
        const turn = standing(live, new Date());
        if (turn) put(id, turn);
      }
    } catch {
      const stopped = { ...begun, stopped: "unreachable" };
      const turn = standing({ ...live, done: stopped }, new Date());
      if (turn) put(id, turn);
    } finally {
      heardHere.delete(place);
    }
    if (live.claims.length) announce(live.claims.map(({ text }) => text).join(" "));
  }

  // A turn that was being worded when the page was opened anew.
  const unfinished = conversation?.turns.find(({ complete, number }) => !complete && !heardHere.has(`${conversation.id}.${number}`));
  useEffect(() => {
    if (!conversation || !unfinished) return;
    void rest(conversation.id, resumed(unfinished), listen(conversation.id, unfinished));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each such turn
  }, [conversation?.id, unfinished?.number]);

  return { take, rest };
}
