/** Tabs by the book: arrows move between them, and only the chosen one is a tab stop. */
import { type KeyboardEvent, useId, useState } from "react";

export function useTabs<T extends string>(names: readonly T[], first: T) {
  const [chosen, choose] = useState<T>(first);
  const id = useId();
  const step: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const by = step[event.key];
    const last = names.length - 1;
    const at = names.indexOf(chosen);
    const to = by ? (at + by + names.length) % names.length : { Home: 0, End: last }[event.key];
    const name = to === undefined ? undefined : names[to];
    if (!name) return;
    event.preventDefault();
    choose(name);
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${name}-tab`)}`)?.focus();
  }

  return {
    chosen,
    choose,
    /** Choose a tab and put the reader there, where what they pressed goes out of sight. */
    show: (name: T) => {
      choose(name);
      document.getElementById(`${id}-${name}-tab`)?.focus();
    },
    list: { role: "tablist", onKeyDown } as const,
    tab: (name: T) =>
      ({
        type: "button",
        role: "tab",
        id: `${id}-${name}-tab`,
        "aria-selected": name === chosen,
        "aria-controls": `${id}-${name}`,
        tabIndex: name === chosen ? 0 : -1,
        onClick: () => choose(name),
      }) as const,
    panel: (name: T) =>
      ({
        role: "tabpanel",
        id: `${id}-${name}`,
        "aria-labelledby": `${id}-${name}-tab`,
        hidden: name !== chosen,
      }) as const,
  };
}
