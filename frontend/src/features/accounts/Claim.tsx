import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get, send } from "../../api/client";
import type { Work } from "../../api/types";
import { plural } from "../../lib/text";
import { announce } from "../../ui/announce";
import { Form } from "./Form";

/** Practice done in this browser before signing in: its writer may make it their own. */
export function Claim() {
  const client = useQueryClient();
  const work = useQuery({
    queryKey: ["claim"],
    queryFn: ({ signal }) => get<Work>("/account/claim", signal),
    staleTime: 0,
  });
  const claiming = useMutation({
    mutationFn: () => send<Work>("POST", "/account/claim"),
    networkMode: "always",
    onSuccess: (claimed) => {
      announce(`${told(claimed)} now with your account.`);
      client.setQueryData<Work>(["claim"], { answers: 0, conversations: 0 });
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "claim" });
    },
  });
  if (claiming.data) return <p>{told(claiming.data)} now with your account.</p>;
  if (!work.data || work.data.answers + work.data.conversations === 0) return null;
  return (
    <section aria-labelledby="claim" className="account-part">
      <h2 id="claim">Practice from before you signed in</h2>
      <p>
        {told(work.data)} kept in this browser, not with an account. If that was you, add it to yours. If
        somebody else uses this browser too, leave it.
      </p>
      <Form doing={claiming} act="That was me: add it" send={() => claiming.mutate()} />
    </section>
  );
}

function told({ answers, conversations }: Work): string {
  const parts = [];
  if (answers) parts.push(plural(answers, "answer"));
  if (conversations) parts.push(plural(conversations, "conversation"));
  return `${parts.join(" and ")} ${answers + conversations === 1 ? "is" : "are"}`;
}
