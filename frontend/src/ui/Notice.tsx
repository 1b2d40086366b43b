import type { ReactNode } from "react";

interface NoticeProps {
  tone?: "amber" | "error" | "plain";
  children: ReactNode;
  action?: ReactNode;
}

/** A strip that says what happened, that nothing was lost, and what to do next. */
export function Notice({ tone = "plain", children, action }: NoticeProps) {
  return (
    <div className={`notice ${tone}`}>
      <p>{children}</p>
      {action}
    </div>
  );
}
