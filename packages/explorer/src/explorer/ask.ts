import { keptToken } from "./token.js";

export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Asks the gateway that serves this page, with the token of the tab. A header of the editor counts more. */
export async function ask(asked: Asked, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const token = keptToken();
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
      ...lowerCased(headers),
    },
    body: JSON.stringify(asked),
  });
  return (await response.json()) as Answer;
}

const lowerCased = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
