import { loadSample } from "../../sample.js";
import { markdownTable } from "../../tables/markdown-table.js";
import type { Goal } from "../goals.js";
import type { PartContext, PartResult } from "../part.js";
import { measureOperation, type Grown } from "./measure-operation.js";
import { openScale, type OpenScale } from "./open-scale.js";

/** What an operation takes at the first scale and at the last. */
interface Growth {
  readonly first: Grown;
  readonly last: Grown;
}

/** By how much the statements of an operation take longer where the register is larger. */
export async function measureGrowth(context: PartContext): Promise<PartResult> {
  const { store, settings, progress, signal } = context;
  const { scales } = settings;
  for (const scale of scales) await loadSample(await store.locate(`scale-${scale}`), { scale, signal });
  const open: OpenScale[] = [];
  const growths: Growth[] = [];
  try {
    for (const scale of scales)
      open.push(await openScale(await store.locate(`scale-${scale}`), settings.operations));
    const { operations = [] } = open[0] ?? {};
    progress.begin(operations.length);
    for (const [index, { name }] of operations.entries()) {
      signal.throwIfAborted();
      const measured = await measureOperation(open, index, settings.runs);
      const [first, last] = [measured[0], measured.at(-1)];
      if (first && last) growths.push({ first, last });
      progress.advance(1, name);
    }
  } finally {
    progress.end();
    for (const scale of open) await scale.close();
  }
  const title = `### growth from scale ${scales[0]} to ${scales.at(-1)}, ${store.title}`;
  return { sections: [title, table(growths, scales)], goals: goalsOf(growths, scales, store.title) };
}

function table(growths: readonly Growth[], scales: readonly number[]): string {
  const [from, to] = [scales[0], scales.at(-1)];
  const header = [
    "operation",
    `statements at ${from}`,
    `at ${to}`,
    `statement ms at ${from}`,
    `at ${to}`,
    "×",
    `answer ms at ${from}`,
    `at ${to}`,
    "×",
  ];
  const rows = growths.map(({ first, last }) => [
    first.operation.name,
    String(first.statements),
    String(last.statements),
    first.statementMs.toFixed(2),
    last.statementMs.toFixed(2),
    (last.statementMs / first.statementMs).toFixed(2),
    first.answerMs.toFixed(1),
    last.answerMs.toFixed(1),
    (last.answerMs / first.answerMs).toFixed(2),
  ]);
  return markdownTable(header, rows);
}

const wantedGrowth = 1.2;
const wantedMs = 5;

function goalsOf(growths: readonly Growth[], scales: readonly number[], store: string): Goal[] {
  const statistics = growths.filter(({ first }) => first.operation.kind === "statistics");
  const growing = statistics.filter((growth) => factor(growth) > wantedGrowth);
  const slow = statistics.filter(({ first }) => first.statementMs > wantedMs);
  const repeating = growths.filter(repeatsMore);
  const goal = (text: string, all: readonly Growth[], missed: readonly Growth[]) => ({
    goal: text,
    store,
    reached: reached(all, missed),
    isReached: missed.length === 0,
  });
  const speed = goal(
    `statistics: at most ${wantedMs} ms of statements at scale ${scales[0]}`,
    statistics,
    slow,
  );
  if (scales.length < 2) return [speed];
  return [
    goal(`statistics: at most ${wantedGrowth} × at scale ${scales.at(-1)}`, statistics, growing),
    speed,
    goal(`no statement runs more often at scale ${scales.at(-1)}`, growths, repeating),
  ];
}

/** A statement may be asked at one scale only: nobody there may have what it reads. */
const repeatsMore = ({ first, last }: Growth): boolean =>
  [...last.repeats].some(([text, times]) => times > (first.repeats.get(text) ?? 1));

const factor = ({ first, last }: Growth): number => last.statementMs / first.statementMs;

function reached(all: readonly Growth[], missed: readonly Growth[]): string {
  const count = `${all.length - missed.length} of ${all.length}`;
  const names = missed.map(({ first }) => first.operation.name).join(", ");
  return missed.length === 0 ? count : `${count}, not: ${names}`;
}
