import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";

import { send } from "../../api/client";
import { useAccount } from "../../api/queries";
import type { ClassOfCode } from "../../api/types";
import { secretInAddress, useEntering } from "./calls";
import { Field, Form, NEW_PASSWORD, PasswordField } from "./Form";
import { Page } from "./Page";

/** Come by a class's code: first what it joins, then a name and a password; one who is signed in needs neither. */
export function JoinPage() {
  const account = useAccount();
  const [, go] = useLocation();
  const [code, setCode] = useState(secretInAddress);
  const looking = useMutation({
    mutationFn: (typed: string) => send<ClassOfCode>("POST", "/codes", { code: typed }),
    networkMode: "always",
    onMutate: setCode,
  });
  const entering = useEntering<object>("POST", "/joins", () => go("/account", { replace: true }));
  const person = account.data?.person;
  if (person && person.role !== "student")
    return (
      <Page title="Join a class">
        <p>A code is for students. Your classes are under “Your account”.</p>
      </Page>
    );
  if (!looking.data)
    return (
      <Page title="Join a class">
        <Form doing={looking} act="Go on" send={({ code: typed }) => looking.mutate(typed ?? "")}>
          <Field
            label="Class code"
            name="code"
            maxLength={40}
            autoComplete="off"
            defaultValue={code}
            hint="Eight letters and digits from your teacher, such as ACDE-7349."
          />
        </Form>
        <p className="quiet">
          If you have a name and password already, <Link href="/sign-in">sign in</Link> first.
        </p>
      </Page>
    );
  const { name, school } = looking.data;
  if (person) return <JoinAsOneIs code={code} found={looking.data} />;
  return (
    <Page title={`Join ${name}`}>
      <p>
        At <bdi>{school}</bdi>. Your teacher sees your name. Remember the password: you sign in with both next time.
      </p>
      <Form
        doing={entering}
        act="Join the class"
        send={(fields) => entering.mutate({ ...fields, code })}
      >
        <Field
          label="Your name"
          name="name"
          maxLength={60}
          autoComplete="username"
          hint="As your teacher knows you."
        />
        <PasswordField label="Password" name="password" {...NEW_PASSWORD} />
      </Form>
    </Page>
  );
}

function JoinAsOneIs({ code, found }: { code: string; found: ClassOfCode }) {
  const joining = useMutation({
    mutationFn: () => send<ClassOfCode>("POST", "/memberships", { code }),
    networkMode: "always",
  });
  return (
    <Page title={joining.data ? `You are in ${found.name}` : `Join ${found.name}`}>
      {joining.data ? (
        <p>
          Your teacher sees your name. <Link href="/">Choose a question.</Link>
        </p>
      ) : (
        <Form doing={joining} act="Join the class" send={() => joining.mutate()}>
          <p>
            At <bdi>{found.school}</bdi>, as who you are signed in.
          </p>
        </Form>
      )}
    </Page>
  );
}
