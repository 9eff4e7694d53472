import { addDays, daysBetween } from "@an-sinh/subgraph-kit/calendar";
import type { Random } from "./random.js";

/** A day between two days, both included. */
export const dayBetween = (random: Random, first: string, last: string): string =>
  addDays(first, random.between(0, Math.max(0, daysBetween(first, last))));
