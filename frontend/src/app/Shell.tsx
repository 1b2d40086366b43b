import { type ReactNode } from "react";
import { Link, useLocation } from "wouter";

import { useAccount } from "../api/queries";
import { Announcer } from "../ui/announce";
import { Notice } from "../ui/Notice";
import { ThemeButton } from "./ThemeButton";
import "./shell.css";

const PLACES = [
  { href: "/", name: "Questions" },
  { href: "/practice", name: "Practice" },
  { href: "/answers", name: "Your answers" },
] as const;

/** What every page stands in: the way round, the live region, and whose mark this is. */
export function Shell({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="shell-head">
        <Link href="/" className="wordmark">
          Markscheme
        </Link>
        <nav aria-label="Main">
          {PLACES.map(({ href, name }) => (
            <Link key={href} href={href} aria-current={path === href ? "page" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <Who />
        <ThemeButton />
      </header>
      <main id="main" tabIndex={-1}>
        <AccountNeeded />
        {children}
      </main>
      <footer className="shell-foot">
        <p>Practice marks, by Markscheme’s own reading of the level descriptors. Your teacher decides.</p>
      </footer>
      <Announcer />
    </div>
  );
}

/** Who is signed in, where anybody can be. */
function Who() {
  const [path] = useLocation();
  const account = useAccount().data;
  if (!account?.open) return null;
  const href = account.person ? "/account" : "/sign-in";
  return (
    <Link href={href} className="who" aria-current={path === href ? "page" : undefined}>
      {account.person ? <bdi>{account.person.name}</bdi> : "Sign in"}
    </Link>
  );
}

/** Said before anything is written: here one practises signed in. */
function AccountNeeded() {
  const [path] = useLocation();
  if (!useAccount().data?.required || ["/sign-in", "/join", "/link", "/setup"].includes(path)) return null;
  return (
    <div className="account-needed">
      <Notice tone="amber" action={<Link href="/sign-in">Sign in</Link>}>
        Your school asks you to sign in before you hand anything in. What you write stays on this device.
      </Notice>
    </div>
  );
}
