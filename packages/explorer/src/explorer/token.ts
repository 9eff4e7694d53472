import { tabStorage } from "./tab-storage.js";

const key = "explorer:token";

/** It is kept until the tab is closed, and stands in no address. */
export const keptToken = (): string => tabStorage.getItem(key) ?? "";

export function keepToken(token: string): void {
  const trimmed = token.trim().replace(/^Bearer\s+/i, "");
  if (trimmed === "") tabStorage.removeItem(key);
  else tabStorage.setItem(key, trimmed);
}

/** For whom a token says that it is, and whether it still counts. Nothing here is checked: the gateway does that. */
export function describeToken(token: string, now = Date.now()): string {
  if (token.trim() === "") return "Not signed in";
  const claims = claimsOf(token);
  if (!claims) return "This is no JSON Web Token";
  const { sub = "somebody", exp } = claims;
  if (exp === undefined) return `Signed in as ${sub}`;
  const until = new Date(exp * 1_000);
  const time = until.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return until.getTime() > now ? `Signed in as ${sub} until ${time}` : `The token of ${sub} ended at ${time}`;
}

interface Claims {
  readonly sub?: string;
  /** Seconds since 1970. */
  readonly exp?: number;
}

function claimsOf(token: string): Claims | undefined {
  try {
    const part = token.split(".")[1] ?? "";
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  } catch {
    return undefined;
  }
}
