import { useState } from "react";

import { useEntering } from "./calls";
import { Form, NEW_PASSWORD, PasswordField } from "./Form";

/** Another password: every other session ends. */
export function ChangePassword() {
  const [changed, setChanged] = useState(0);
  const entering = useEntering<Record<string, string>>("POST", "/account/password", () =>
    setChanged(changed + 1),
  );
  return (
    <section aria-labelledby="password" className="account-part">
      <h2 id="password">Password</h2>
      <Form
        key={changed}
        doing={entering}
        act="Change the password"
        unsaid="That is not your password as it is now."
        send={(fields) => entering.mutate(fields)}
      >
        <PasswordField
          label="Password now"
          name="current"
          maxLength={200}
          autoComplete="current-password"
        />
        <PasswordField label="New password" name="password" {...NEW_PASSWORD} />
      </Form>
      <p role="status">{changed > 0 && "Changed. You are signed out everywhere else."}</p>
    </section>
  );
}
