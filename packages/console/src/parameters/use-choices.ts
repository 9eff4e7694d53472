import { useEffect, useState } from "preact/hooks";
import type { Choice } from "../catalog/catalog.types.js";
import { loadChoices } from "./load-choices.js";

/** How long a person pauses before a search is sent, in milliseconds. */
const pause = 150;

export interface Choices {
  readonly status: "loading" | "found" | "failed";
  readonly choices: readonly Choice[];
}

/** What the text finds, or undefined while the list is closed. The answer to an older text is never shown. */
export function useChoices(
  url: string,
  search: string,
  isOpen: boolean,
  token: string | undefined,
): Choices | undefined {
  const [found, setFound] = useState<Choices>({ status: "loading", choices: [] });
  useEffect(() => {
    if (!isOpen) return undefined;
    const controller = new AbortController();
    const ask = async () => {
      setFound(({ choices }) => ({ status: "loading", choices }));
      try {
        const choices = await loadChoices(url, { search }, token, controller.signal);
        setFound({ status: "found", choices });
      } catch {
        if (!controller.signal.aborted) setFound({ status: "failed", choices: [] });
      }
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [url, search, isOpen, token]);
  return isOpen ? found : undefined;
}

interface Answered {
  readonly url: string;
  readonly choices: ReadonlyMap<string, Choice>;
}

const nothing: Answered = { url: "", choices: new Map() };

/** The choices behind values that defaults or a link gave: their titles are asked for once. */
export function useKnownChoices(
  url: string,
  values: readonly string[],
  known: ReadonlyMap<string, Choice>,
  token: string | undefined,
): ReadonlyMap<string, Choice> {
  const [answered, setAnswered] = useState<Answered>(nothing);
  // Titles are in the language that the address says.
  const found = answered.url === url ? answered.choices : nothing.choices;
  const unknown = values.filter((value) => !known.has(value) && !found.has(value)).join("\n");
  useEffect(() => {
    if (url === "" || unknown === "") return undefined;
    const controller = new AbortController();
    void loadChoices(url, { values: unknown.split("\n") }, token, controller.signal)
      .then((choices) =>
        setAnswered((before) => ({
          url,
          choices: new Map([
            ...(before.url === url ? before.choices : []),
            ...choices.map((choice) => [choice.value, choice] as const),
          ]),
        })),
      )
      // The values themselves are shown then.
      .catch(() => undefined);
    return () => controller.abort();
  }, [url, unknown, token]);
  return new Map([...found, ...known]);
}
