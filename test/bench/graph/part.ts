import type { Progress } from "@an-sinh/command-line/progress";
import type { RoundSettings } from "../contest/rounds.js";
import type { Goal } from "./goals.js";
import type { Store } from "./stores.js";

export interface GraphSettings extends RoundSettings {
  /** The names of those that answer. */
  readonly contestants: readonly string[];
  /** Sizes of the sample, 1 being the published register. */
  readonly scales: readonly number[];
  /** How often each operation is asked where growth is measured. */
  readonly runs: number;
}

/** What a part of the benchmark measures with. */
export interface PartContext {
  readonly store: Store;
  readonly settings: GraphSettings;
  readonly progress: Progress;
  /** For files that are removed in the end. */
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
}

export interface PartResult {
  /** Markdown. */
  readonly sections: readonly string[];
  readonly goals: readonly Goal[];
}

/** One part of the benchmark over one store. */
export type Part = (context: PartContext) => Promise<PartResult>;
