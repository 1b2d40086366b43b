import { Route, Switch } from "wouter";

import { AccountPage } from "./AccountPage";
import { ClassesPage } from "./ClassesPage";
import { JoinPage } from "./JoinPage";
import { LinkPage } from "./LinkPage";
import { PeoplePage } from "./PeoplePage";
import { SetupPage } from "./SetupPage";
import { SignInPage } from "./SignInPage";
import "./accounts.css";

/** Everything about having an account, in one part that is fetched when first wanted. */
export default function AccountsPages() {
  return (
    <Switch>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/setup" component={SetupPage} />
      <Route path="/link" component={LinkPage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/join" component={JoinPage} />
      <Route path="/classes" component={ClassesPage} />
      <Route path="/account" component={AccountPage} />
    </Switch>
  );
}
