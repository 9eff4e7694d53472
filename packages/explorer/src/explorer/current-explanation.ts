import { useSyncExternalStore } from "react";
import { explain, type Explanation } from "./explanation.js";
import type { Asked } from "./ask.js";

type Current = Explanation | "running" | Error | undefined;

let current: Current;
const listeners = new Set<() => void>();

function set(next: Current): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Explains an operation. The pane shows what comes of it. */
export function startExplaining(asked: Asked, headers: Readonly<Record<string, string>>): void {
  set("running");
  explain(asked, headers).then(set, (error: unknown) =>
    set(error instanceof Error ? error : new Error(String(error))),
  );
}

export const useExplanation = (): Current =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
