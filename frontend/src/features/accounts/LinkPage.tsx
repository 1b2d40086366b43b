import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";

import { Refused } from "../../api/client";
import { Bones } from "../../ui/Bones";
import { Failure } from "../../ui/Failure";
import { readLink, secretInAddress, useEntering } from "./calls";
import { Form, NEW_PASSWORD, PasswordField } from "./Form";
import { Page } from "./Page";
import { SpentLink } from "./SpentLink";

/** A password, chosen by a one-time link: an invitation taken up, or a forgotten password replaced. */
export function LinkPage() {
  const [secret] = useState(secretInAddress);
  const [, go] = useLocation();
  const link = useQuery({ queryKey: ["link", secret], queryFn: () => readLink(secret), retry: false, gcTime: 0 });
  const entering = useEntering<object>("POST", "/links/password", () => go("/account", { replace: true }));
  if ((link.error instanceof Refused && !link.error.passing) || (link.data && link.data.name === null))
    return <SpentLink>Ask somebody who administers Markscheme at your school for a new one.</SpentLink>;
  if (link.error) return <Failure error={link.error} subject="link" retry={() => void link.refetch()} />;
  if (!link.data) return <Bones widths={["40%", "60%", "60%"]} height="1.4rem" />;
  const { name, school } = link.data;
  return (
    <Page title="Choose your password">
      <p>
        This link is for <bdi>{name}</bdi> at <bdi>{school}</bdi>. You sign in with that name and the password you
        choose here.
      </p>
      <Form doing={entering} act="Sign in with it" send={(fields) => entering.mutate({ ...fields, secret })}>
        <PasswordField label="Password" name="password" {...NEW_PASSWORD} />
      </Form>
    </Page>
  );
}
