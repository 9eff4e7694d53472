import { spreadOf } from "../../tables/spread.js";
import type { GrowthOperation } from "./growth-operations.js";
import type { OpenScale } from "./open-scale.js";
import type { RunStatement } from "./replay-statements.js";

/** Medians of one operation at one scale. */
export interface Grown {
  readonly operation: GrowthOperation;
  readonly statements: number;
  /** How often each of them ran, by its text, whatever the length of its lists. */
  readonly repeats: ReadonlyMap<string, number>;
  /** What the database took for the operation's statements, one after the other. */
  readonly statementMs: number;
  /** What a client waited for the answer. */
  readonly answerMs: number;
}

interface Subject {
  readonly scale: OpenScale;
  readonly operation: GrowthOperation;
}

/** Measures one of the operations at each scale. The scales take turns, so that none is always the first. */
export async function measureOperation(
  scales: readonly OpenScale[],
  index: number,
  runs: number,
): Promise<Grown[]> {
  const subjects = scales.flatMap((scale): Subject[] => {
    const operation = scale.operations[index];
    return operation ? [{ scale, operation }] : [];
  });
  const answers = await mediansOf(subjects, runs, ({ scale, operation }) => scale.timeAnswer(operation));
  // What the graph keeps from one request to the next, such as catalogs, it has read by now.
  const statements = new Map<Subject, readonly RunStatement[]>();
  for (const subject of subjects)
    statements.set(subject, await subject.scale.statementsOf(subject.operation));
  const of = (subject: Subject) => statements.get(subject) ?? [];
  const replays = await mediansOf(subjects, runs, (subject) => subject.scale.timeStatements(of(subject)));
  return subjects.map((subject, position) => ({
    operation: subject.operation,
    statements: of(subject).length,
    repeats: countRepeats(of(subject)),
    statementMs: replays[position] ?? Number.NaN,
    answerMs: answers[position] ?? Number.NaN,
  }));
}

function countRepeats(statements: readonly RunStatement[]): ReadonlyMap<string, number> {
  const repeats = new Map<string, number>();
  for (const { department, sql } of statements) {
    const text = `${department}: ${sql.replaceAll(/\?(, *\?)+/g, "?")}`;
    repeats.set(text, (repeats.get(text) ?? 0) + 1);
  }
  return repeats;
}

/** After this time, fewer runs have to do. */
const enoughMs = 4_000;
/** For so long, for each run that is wanted, runs are repeated: what takes little needs more of them. */
const leastMsPerRun = 20;

async function mediansOf(
  subjects: readonly Subject[],
  runs: number,
  time: (subject: Subject) => Promise<number>,
): Promise<number[]> {
  const times: number[][] = subjects.map(() => []);
  for (const subject of subjects) await time(subject);
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  for (let run = 0; run === 0 || elapsed() < (run < runs ? enoughMs : runs * leastMsPerRun); run += 1)
    for (const [index, subject] of subjects.entries()) times[index]?.push(await time(subject));
  return times.map((all) => spreadOf(all).median);
}
