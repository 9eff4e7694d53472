import { keep, readKept } from "../storage.js";

const key = "an-sinh-token";

/** The token that is kept until this tab is closed, if the person asked for that. */
export const keptToken = (): string | undefined => readKept("sessionStorage", key);

/** Keeps the token for this tab, or only in the memory of this page. */
export function keepToken(token: string | undefined, isKept: boolean): void {
  keep("sessionStorage", key, isKept ? token : undefined);
}

/** The token as it is sent: people paste it with "Bearer" or a line break. */
export const cleanToken = (text: string): string => text.trim().replace(/^bearer\s+/i, "");

/** Letters that a header may have: others could not be sent. */
export const isToken = (text: string): boolean => /^[\w.~+/=-]+$/.test(text);
