import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { get, send } from "../../api/client";
import { useAccount } from "../../api/queries";
import type { Invitation, Listed, PeoplePage as Listing, School } from "../../api/types";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { Notice } from "../../ui/Notice";
import { announce } from "../../ui/announce";
import { NotSignedIn } from "./AccountPage";
import { Field, Form } from "./Form";
import { HandOver } from "./HandOver";
import { Page } from "./Page";
import { ROLES } from "./roles";
import { SchoolSetting } from "./SchoolSetting";
import { wordsFor } from "./words";

const INVITED = ["teacher", "head_of_department", "administrator"] as const;

/** Everybody in a school, for who administers it. */
export function PeoplePage() {
  const account = useAccount();
  if (account.error)
    return <Failure error={account.error} subject="page" retry={() => void account.refetch()} />;
  if (!account.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  const { person, school } = account.data;
  if (!person || !school) return <NotSignedIn />;
  if (person.role !== "administrator")
    return (
      <Page title="Not for your account">
        <p>Only administrators see the people of a school.</p>
      </Page>
    );
  return <Everybody own={person.id} school={school} />;
}

async function everybody(signal: AbortSignal): Promise<Listed[]> {
  const found: Listed[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const page: Listing = await get<Listing>(`/people?limit=100${next}`, signal);
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

function Everybody({ own, school }: { own: string; school: School }) {
  const people = useQuery({
    queryKey: ["people"],
    queryFn: ({ signal }) => everybody(signal),
    staleTime: 0,
  });
  const [handed, setHanded] = useState<Invitation | null>(null);
  const inviting = useMutation({
    mutationFn: (fields: Record<string, string>) => send<Invitation>("POST", "/people", fields),
    networkMode: "always",
    onSuccess: (invitation) => {
      setHanded(invitation);
      void people.refetch();
    },
  });
  const linking = useMutation({
    mutationFn: (id: string) => send<Invitation>("POST", `/people/${encodeURIComponent(id)}/links`),
    networkMode: "always",
    onSuccess: setHanded,
  });
  const changing = useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) =>
      send("PATCH", `/people/${encodeURIComponent(id)}`, { active }),
    networkMode: "always",
    onSuccess: (_, { active }) => {
      announce(active ? "Let back in." : "Deactivated and signed out.");
      void people.refetch();
    },
  });
  const error = linking.error ?? changing.error ?? people.error;
  return (
    <Page title="People">
      {handed && <HandOver invitation={handed} />}
      <section aria-labelledby="invite" className="account-part">
        <h2 id="invite">Invite somebody who teaches</h2>
        <Form key={handed?.secret} doing={inviting} act="Make a link" send={(fields) => inviting.mutate(fields)}>
          <Field label="Their name" name="name" maxLength={60} autoComplete="off" />
          <p className="field">
            <label htmlFor="role">Role</label>
            <select id="role" name="role">
              {INVITED.map((role) => (
                <option key={role} value={role}>
                  {ROLES[role]}
                </option>
              ))}
            </select>
          </p>
        </Form>
      </section>
      <section aria-labelledby="everybody" className="account-part">
        <h2 id="everybody">Everybody in your school</h2>
        <div role="alert">{error && <Notice tone="error">{wordsFor(error)}</Notice>}</div>
        {people.isPending && <Bones widths={["60%", "50%", "55%"]} height="1.4rem" />}
        <ul className="account-list">
          {people.data?.map((each) => (
            <li key={each.id}>
              <span>
                <bdi>{each.name}</bdi>{" "}
                <span className="small quiet">
                  {ROLES[each.role]}
                  {standing(each)}
                </span>
              </span>
              {each.id !== own && (
                <span className="account-acts">
                  {each.active && (
                    <button
                      type="button"
                      className="button"
                      aria-label={`New link for ${each.name}`}
                      onClick={() => linking.mutate(each.id)}
                    >
                      New link
                    </button>
                  )}
                  <button
                    type="button"
                    className="button"
                    aria-label={`${each.active ? "Deactivate" : "Let back in:"} ${each.name}`}
                    onClick={() => changing.mutate({ id: each.id, active: !each.active })}
                  >
                    {each.active ? "Deactivate" : "Let back in"}
                  </button>
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="quiet small">
          Who is deactivated is signed out at once and cannot sign in. Nothing they made is deleted.
        </p>
      </section>
      <SchoolSetting school={school} />
    </Page>
  );
}

function standing(person: Listed): string {
  if (!person.active) return ", deactivated";
  return person.joined ? "" : ", invited";
}
