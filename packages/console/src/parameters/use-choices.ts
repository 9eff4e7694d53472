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
        const choices = await loadChoices(url, search, token, controller.signal);
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

/** The choice behind a value that a default or a link gave: its title is asked for once. */
export function useKnownChoice(
  url: string,
  value: string | undefined,
  known: ReadonlyMap<string, Choice>,
  token: string | undefined,
): Choice | undefined {
  const [found, setFound] = useState<Choice | undefined>(undefined);
  const isKnown = value === undefined || known.has(value);
  useEffect(() => {
    if (isKnown) return undefined;
    const controller = new AbortController();
    void loadChoices(url, value, token, controller.signal)
      .then((choices) => setFound(choices.find((choice) => choice.value === value)))
      // The value itself is shown then.
      .catch(() => undefined);
    return () => controller.abort();
  }, [url, value, isKnown, token]);
  if (value === undefined) return undefined;
  return known.get(value) ?? (found?.value === value ? found : undefined);
}
