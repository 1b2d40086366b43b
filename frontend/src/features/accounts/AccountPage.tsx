import { Link, useLocation } from "wouter";

import { useAccount } from "../../api/queries";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { ChangePassword } from "./ChangePassword";
import { Claim } from "./Claim";
import { useEntering } from "./calls";
import { Form } from "./Form";
import { Page } from "./Page";
import { ROLES } from "./roles";
import { Sessions } from "./Sessions";

/** Who you are here, what you did before you signed in, your password, and where you are signed in. */
export function AccountPage() {
  const account = useAccount();
  const [, go] = useLocation();
  const leaving = useEntering<undefined>("DELETE", "/sessions/current", () => go("/sign-in"));
  if (account.error)
    return <Failure error={account.error} subject="page" retry={() => void account.refetch()} />;
  if (!account.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  const { person, school } = account.data;
  if (!person || !school) return <NotSignedIn />;
  return (
    <Page title="Your account">
      <dl className="account-facts">
        <dt>Name</dt>
        <dd>
          <bdi>{person.name}</bdi>
        </dd>
        <dt>Role</dt>
        <dd>{ROLES[person.role]}</dd>
        <dt>School</dt>
        <dd>
          <bdi>{school.name}</bdi> <span className="quiet">(code {school.code})</span>
        </dd>
      </dl>
      <p>What you hand in while you are signed in is kept with your account, on every device.</p>
      {person.role !== "student" && (
        <p className="account-acts">
          <Link href="/classes" className="button">
            Classes
          </Link>
          {person.role === "administrator" && (
            <Link href="/people" className="button">
              The people of your school
            </Link>
          )}
        </p>
      )}
      {person.role === "student" && (
        <p>
          <Link href="/join">Join a class</Link>
        </p>
      )}
      <Claim />
      <Sessions />
      <ChangePassword />
      <Form doing={leaving} act="Sign out" send={() => leaving.mutate(undefined)} />
    </Page>
  );
}

/** A page for people with an account, met without one. */
export function NotSignedIn() {
  return (
    <Page title="You are not signed in">
      <p>Your session may have ended. What you have written is still on this device.</p>
      <p>
        <Link href="/sign-in" className="button primary">
          Sign in
        </Link>
      </p>
    </Page>
  );
}
