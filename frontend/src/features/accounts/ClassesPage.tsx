import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { get, send } from "../../api/client";
import { useAccount } from "../../api/queries";
import type { ClassList, ListedClass, StudentList } from "../../api/types";
import { plural } from "../../lib/text";
import { when } from "../../lib/time";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { Notice } from "../../ui/Notice";
import { announce } from "../../ui/announce";
import { NotSignedIn } from "./AccountPage";
import { Field, Form } from "./Form";
import { Page } from "./Page";
import { wordsFor } from "./words";

/** The classes somebody teaches, each with the code that joins it. */
export function ClassesPage() {
  const account = useAccount();
  if (account.error)
    return <Failure error={account.error} subject="page" retry={() => void account.refetch()} />;
  if (!account.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  const { person } = account.data;
  if (!person) return <NotSignedIn />;
  if (person.role === "student")
    return (
      <Page title="Not for your account">
        <p>Only teachers see classes.</p>
      </Page>
    );
  return <Classes own={person.id} />;
}

function Classes({ own }: { own: string }) {
  const [made, setMade] = useState(0);
  const classes = useQuery({
    queryKey: ["classes"],
    queryFn: async ({ signal }) => (await get<ClassList>("/classes", signal)).items,
    staleTime: 0,
  });
  const making = useMutation({
    mutationFn: (fields: Record<string, string>) => send("POST", "/classes", fields),
    networkMode: "always",
    onSuccess: () => {
      setMade(made + 1);
      void classes.refetch();
    },
  });
  return (
    <Page title="Classes">
      {classes.error && <Notice tone="error">{wordsFor(classes.error)}</Notice>}
      {classes.isPending && <Bones widths={["60%", "50%"]} height="1.4rem" />}
      {classes.data?.length === 0 && <p>There is no class yet. Make one, then tell your students its code.</p>}
      {classes.data?.map((each) => (
        <OneClass key={each.id} one={each} own={each.teacher_id === own} changed={() => void classes.refetch()} />
      ))}
      <section aria-labelledby="new-class" className="account-part">
        <h2 id="new-class">A new class</h2>
        <Form key={made} doing={making} act="Make the class" send={(fields) => making.mutate(fields)}>
          <Field label="Its name" name="name" maxLength={60} autoComplete="off" hint="Such as 10B History." />
        </Form>
      </section>
    </Page>
  );
}

const spoken = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

function OneClass({ one, own, changed }: { one: ListedClass; own: boolean; changed: () => void }) {
  const [open, setOpen] = useState(false);
  const renewing = useMutation({
    mutationFn: () => send("POST", `/classes/${encodeURIComponent(one.id)}/code`),
    networkMode: "always",
    onSuccess: () => {
      announce("The code is another now. The one before joins nothing any more.");
      changed();
    },
  });
  const over = new Date(one.code_expires) < new Date();
  return (
    <section aria-label={one.name} className="account-part">
      <h2>
        <bdi>{one.name}</bdi>
      </h2>
      {!own && (
        <p className="quiet">
          Taught by <bdi>{one.teacher}</bdi>
        </p>
      )}
      <p>
        Code <strong className="class-code">{spoken(one.code)}</strong>{" "}
        <span className="quiet">
          {over ? "has run out: make a new one" : `joins it until ${when(one.code_expires)}`}
        </span>
      </p>
      <p className="small quiet">
        Or the link <code>{`${window.location.origin}/join#${spoken(one.code)}`}</code>
      </p>
      {renewing.error && <Notice tone="error">{wordsFor(renewing.error)}</Notice>}
      <p className="account-acts">
        <button
          type="button"
          className="button"
          aria-label={`New code for ${one.name}`}
          onClick={() => renewing.mutate()}
        >
          New code
        </button>
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {plural(one.students, "student")}
        </button>
      </p>
      {open && <Students id={one.id} />}
    </section>
  );
}

function Students({ id }: { id: string }) {
  const students = useQuery({
    queryKey: ["students", id],
    queryFn: async ({ signal }) =>
      (await get<StudentList>(`/classes/${encodeURIComponent(id)}/students`, signal)).items,
    staleTime: 0,
  });
  if (students.error) return <Notice tone="error">{wordsFor(students.error)}</Notice>;
  if (students.data?.length === 0) return <p>Nobody has joined yet.</p>;
  return (
    <ul className="account-list">
      {students.data?.map((each) => (
        <li key={each.id}>
          <bdi>{each.name}</bdi>
          {!each.active && <span className="small quiet">deactivated</span>}
        </li>
      ))}
    </ul>
  );
}
