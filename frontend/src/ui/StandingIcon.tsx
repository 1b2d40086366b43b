import type { Standing } from "../lib/words";
import "./standing.css";

/** Full, half, empty or crossed: how a factor stands, in a shape that needs no colour. */
export function StandingIcon({ standing }: { standing: Standing }) {
  return (
    <svg className="standing" viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6"
        fill={standing === "developed" || standing === "rejected" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeDasharray={standing === "possible" || standing === "unsure" ? "2.6 2.1" : undefined}
      />
      {(standing === "mentioned" || standing === "unsure") && <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />}
      {standing === "rejected" && <path className="standing-cross" d="M3 13 13 3" strokeWidth="2" />}
    </svg>
  );
}
