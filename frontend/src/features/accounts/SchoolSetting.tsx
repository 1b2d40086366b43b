import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { send } from "../../api/client";
import { accountQuery } from "../../api/queries";
import type { School } from "../../api/types";
import { Notice } from "../../ui/Notice";
import { wordsFor } from "./words";

/** Whether practice needs an account. */
export function SchoolSetting({ school }: { school: School }) {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (required: boolean) => send<School>("PATCH", "/school", { accounts_required: required }),
    networkMode: "always",
    onSuccess: (changed) =>
      client.setQueryData(accountQuery.queryKey, (known) => known && { ...known, school: changed }),
  });
  // Shown at once, while the server is told; what the server has afterwards.
  const [wanted, setWanted] = useState<boolean | null>(null);
  function want(required: boolean) {
    setWanted(required);
    changing.mutate(required, { onSettled: () => setWanted(null) });
  }
  return (
    <section aria-labelledby="setting" className="account-part">
      <h2 id="setting">Practice</h2>
      <p className="choice">
        <input
          id="accounts-required"
          type="checkbox"
          checked={wanted ?? school.accounts_required}
          onChange={(event) => want(event.target.checked)}
          aria-describedby="accounts-required-hint"
        />
        <label htmlFor="accounts-required">Practice needs an account</label>
      </p>
      <p id="accounts-required-hint" className="small quiet">
        Where several schools share a server, somebody who is not signed in belongs to none of them: they are asked
        to sign in once every school wants it.
      </p>
      <div role="alert">{changing.error && <Notice tone="error">{wordsFor(changing.error)}</Notice>}</div>
    </section>
  );
}
