/** What the accounts pages ask the server to do. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { send } from "../../api/client";
import { accountQuery } from "../../api/queries";
import type { Account, LinkFor } from "../../api/types";

export const readLink = (secret: string) => send<LinkFor>("POST", "/links", { secret });

/** What is in the address after "#": one-time secrets stand there because browsers send it to no server. */
export const secretInAddress = () => decodeURIComponent(window.location.hash.slice(1));

// Known anew already; and a link that has just been used has nothing more to tell.
const LASTING = [accountQuery.queryKey[0] ?? "", "link"];

/** Something that signs somebody in or out: whatever the page knew of the one before is forgotten. */
export function useEntering<T>(method: "POST" | "DELETE", path: string, then: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => send<Account | undefined>(method, path, body),
    networkMode: "always",
    onSuccess: async (account) => {
      client.removeQueries({ type: "inactive" });
      // After signing out the header asks again who is there.
      if (account) client.setQueryData(accountQuery.queryKey, account);
      else await client.fetchQuery({ ...accountQuery, staleTime: 0 });
      void client.resetQueries({ predicate: ({ queryKey }) => !LASTING.includes(String(queryKey[0])) });
      then();
    },
  });
}
