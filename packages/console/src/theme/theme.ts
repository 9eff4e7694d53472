import { keep, readKept } from "../storage.js";

export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

const key = "an-sinh-theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** The appearance that was chosen in this browser. */
export function readTheme(): Theme {
  const kept = readKept("localStorage", key);
  return themes.find((theme) => theme === kept) ?? "system";
}

/** Shows what was chosen, and what the system prefers where nothing was. The style sheets know `data-theme`. */
function applyTheme(theme: Theme): void {
  const system = prefersDark.matches ? "dark" : "light";
  document.documentElement.dataset["theme"] = theme === "system" ? system : theme;
}

export function chooseTheme(theme: Theme): void {
  keep("localStorage", key, theme);
  applyTheme(theme);
}

/** From now on the page has the appearance that was chosen, and follows the system where none was. */
export function followTheme(): void {
  applyTheme(readTheme());
  prefersDark.addEventListener("change", () => applyTheme(readTheme()));
}
