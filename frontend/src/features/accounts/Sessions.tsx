import { useMutation, useQuery } from "@tanstack/react-query";

import { get, send } from "../../api/client";
import type { OwnSessions } from "../../api/types";
import { when } from "../../lib/time";
import { Notice } from "../../ui/Notice";
import { wordsFor } from "./words";

/** Where one is signed in, and a way to end each. */
export function Sessions() {
  const sessions = useQuery({
    queryKey: ["own-sessions"],
    queryFn: ({ signal }) => get<OwnSessions>("/account/sessions", signal),
    staleTime: 0,
  });
  const ending = useMutation({
    mutationFn: (path: string) => send("DELETE", path),
    networkMode: "always",
    onSettled: () => sessions.refetch(),
  });
  const error = ending.error ?? sessions.error;
  const items = sessions.data?.items ?? [];
  return (
    <section aria-labelledby="sessions" className="account-part">
      <h2 id="sessions">Where you are signed in</h2>
      {error && <Notice tone="error">{wordsFor(error)}</Notice>}
      <ul className="account-list">
        {items.map((each) => (
          <li key={each.id}>
            <span>
              {each.device}
              <span className="small quiet">
                {each.id === sessions.data?.current ? " This browser" : ` Last seen ${when(each.seen)}`}
              </span>
            </span>
            {each.id !== sessions.data?.current && (
              <button
                type="button"
                className="button"
                aria-label={`Sign out on ${each.device}, last seen ${when(each.seen)}`}
                onClick={() => ending.mutate(`/account/sessions/${encodeURIComponent(each.id)}`)}
              >
                Sign out there
              </button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 2 && (
        <p>
          <button type="button" className="button" onClick={() => ending.mutate("/account/sessions")}>
            Sign out everywhere else
          </button>
        </p>
      )}
    </section>
  );
}
