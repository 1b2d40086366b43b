import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";

import { Refused } from "../../api/client";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { readLink, secretInAddress, useEntering } from "./calls";
import { Field, Form, NEW_PASSWORD, PasswordField } from "./Form";
import { Page } from "./Page";
import { SpentLink } from "./SpentLink";

/** A school and its first administrator, by the link that the server printed. */
export function SetupPage() {
  const [secret] = useState(secretInAddress);
  const [, go] = useLocation();
  const link = useQuery({ queryKey: ["link", secret], queryFn: () => readLink(secret), retry: false, gcTime: 0 });
  const entering = useEntering<object>("POST", "/setup", () => go("/account", { replace: true }));
  if (link.error instanceof Refused && !link.error.passing)
    return (
      <SpentLink>
        Start the server again with <code>markscheme serve</code>: while no school is set up, each start prints a
        new link. <code>markscheme serve --new-school</code> prints one for a further school.
      </SpentLink>
    );
  if (link.error) return <Failure error={link.error} subject="link" retry={() => void link.refetch()} />;
  if (!link.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  return (
    <Page title="Set up a school">
      <p>
        You become its administrator: you invite teachers, and you let people back in who lose their password.
        Practice without an account stays possible unless you switch it off.
      </p>
      <Form
        doing={entering}
        act="Set up the school"
        send={(fields) => entering.mutate({ ...fields, secret })}
      >
        <Field label="The school’s name" name="school" maxLength={60} autoComplete="organization" />
        <Field
          label="Your name"
          name="name"
          maxLength={60}
          autoComplete="username"
          hint="As others in the school know you. You sign in with it."
        />
        <PasswordField label="Password" name="password" {...NEW_PASSWORD} />
      </Form>
    </Page>
  );
}
