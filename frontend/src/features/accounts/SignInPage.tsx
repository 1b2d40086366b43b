import { Link, useLocation } from "wouter";

import { useAccount } from "../../api/queries";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { useEntering } from "./calls";
import { Field, Form, PasswordField } from "./Form";
import { Page } from "./Page";

const REMEMBERED = "markscheme.school";

/** Name and password, and the school's code where a server has several schools. */
export function SignInPage() {
  const account = useAccount();
  const [, go] = useLocation();
  const entering = useEntering<Record<string, string>>("POST", "/sessions", () => go("/account"));
  if (account.error)
    return <Failure error={account.error} subject="page" retry={() => void account.refetch()} />;
  if (!account.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  const { open, person, school } = account.data;
  if (person)
    return (
      <Page title="You are signed in">
        <p>
          You are signed in as <bdi>{person.name}</bdi>. <Link href="/account">Your account</Link>
        </p>
      </Page>
    );
  if (!open) return <NoSchool />;

  function send(fields: Record<string, string>) {
    if (fields.school) localStorage.setItem(REMEMBERED, fields.school);
    entering.mutate(fields);
  }
  return (
    <Page title={school ? `Sign in to ${school.name}` : "Sign in"}>
      <Form doing={entering} act="Sign in" send={send}>
        {!school && (
          <Field
            label="School code"
            name="school"
            maxLength={80}
            autoComplete="organization"
            hint="Your teacher knows it. It is in small letters, such as hill-school."
            defaultValue={localStorage.getItem(REMEMBERED) ?? ""}
          />
        )}
        <Field label="Your name" name="name" maxLength={240} autoComplete="username" />
        <PasswordField label="Password" name="password" maxLength={200} autoComplete="current-password" />
      </Form>
      <p>
        New here, with a code from your teacher? <Link href="/join">Join a class</Link>
      </p>
      <p className="quiet">
        If you have forgotten your password, somebody who administers Markscheme at your school can give you a
        link to choose another.
      </p>
    </Page>
  );
}

function NoSchool() {
  return (
    <Page title="Nobody signs in here">
      <p>No school has accounts on this server. You can practise without one.</p>
      <p>
        <Link href="/" className="button primary">
          Choose a question
        </Link>
      </p>
    </Page>
  );
}
