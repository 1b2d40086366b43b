import { chooseTheme, type Theme, THEMES, useTheme } from "../lib/theme";

const NAMES: Record<Theme, string> = { system: "Same as the device", light: "Light", dark: "Dark" };

/** Light, dark or the device's own: one button that goes round the three. */
export function ThemeButton() {
  const theme = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      className="button plain theme"
      title={`Colours: ${NAMES[theme].toLowerCase()}`}
      onClick={() => chooseTheme(next)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {theme !== "light" && <path d={theme === "dark" ? FULL : HALF} fill="currentColor" />}
      </svg>
      <span className="unseen">
        Colours: {NAMES[theme]}. Change to {NAMES[next].toLowerCase()}.
      </span>
    </button>
  );
}

const HALF = "M8 3.5a4.5 4.5 0 0 1 0 9z";
const FULL = "M8 3.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z";
