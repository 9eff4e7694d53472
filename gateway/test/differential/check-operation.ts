import { parse, print, type DocumentNode } from "graphql";
import { withFaults } from "./faults.js";
import type { Lab } from "./lab.js";
import { explain, improvements } from "./improvements.js";
import {
  checkFaultyAnswer,
  compareAnswers,
  silentNulls,
  toAnswer,
  withTypeNames,
  type Answer,
  type Path,
  type Problems,
} from "./oracles.js";
import type { Request } from "./operation-transforms.js";
import { planningFailed } from "./stock-executor.js";
import type { Operation } from "./operation-writer.js";

export interface Finding {
  readonly rule: string;
  readonly problems: Problems;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly want: Answer;
  readonly got: Answer;
  readonly faults?: { readonly seed: number; readonly quietNulls: boolean };
}

/** What a run has seen: how often each thing happened. */
export type Tally = Map<string, number>;

export function count(tally: Tally, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

type Case = {
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
};

/** Checks the answers to one operation with several variables and faults. Undefined: all are right. */
export async function checkOperation(
  lab: Lab,
  operation: Operation,
  seed: number,
  tally: Tally,
): Promise<Finding | undefined> {
  const document = parse(operation.text, { noLocation: true });
  for (const offset of [0, 1]) {
    const variables = operation.variables(seed + offset);
    const one = { query: operation.text, document, variables };
    const finding =
      (await checkWithoutFaults(lab, one, 0, tally)) ??
      (await checkWithoutFaults(lab, one, 8, tally)) ??
      (offset === 0 ? await checkStock(lab, one, tally) : undefined) ??
      (await checkWithFaults(lab, one, seed + offset, tally));
    if (finding) return finding;
  }
  return undefined;
}

async function checkWithoutFaults(
  lab: Lab,
  { query, document, variables }: Case,
  failures: number,
  tally: Tally,
): Promise<Finding | undefined> {
  const { data } = lab.world;
  data.failures = failures;
  try {
    const want = toAnswer(await lab.judge.answer(document, variables));
    lab.useAsk(lab.ask);
    data.mutations = 0;
    data.wrongPlans.length = 0;
    const got = await inTime(lab.system.answer(query, variables));
    const mayBePlan = got.data === undefined || data.wrongPlans.length > 0;
    count(tally, failures > 0 ? "with failing resolvers" : "without faults");
    const problems = compareAnswers(want, got);
    if (problems.length === 0) return undefined;
    if (mayBePlan && (await isWronglyPlanned(lab, { document, variables }))) {
      count(tally, "planned wrongly");
      return undefined;
    }
    const rule = "The answer is that of graphql-js over the whole graph.";
    return { rule, problems, query, variables, want, got };
  } finally {
    data.failures = 0;
  }
}

async function checkStock(
  lab: Lab,
  { query, document, variables }: Case,
  tally: Tally,
): Promise<Finding | undefined> {
  const both = async (request: Request) => {
    const want = toAnswer(await lab.judge.answer(request.document, request.variables));
    lab.world.data.mutations = 0;
    return { want, got: await stockAnswer(lab, request) };
  };
  const isSame = ({ want, got }: { want: Answer; got: Answer }) =>
    JSON.stringify(want.data) === JSON.stringify(got.data);
  count(tally, "compared with Apollo's");
  const { want, got } = await both({ document, variables });
  if (isSame({ want, got })) return undefined;
  const { fields } = lab.judge;
  const name = await explain({ document, variables }, lab.schema, fields, async (request) =>
    isSame(await both(request)),
  );
  const isPlanned = name === undefined && (await isWronglyPlanned(lab, { document, variables }));
  count(tally, `wrong of Apollo's: ${isPlanned ? "plan" : (name ?? "not explained")}`);
  if (name !== undefined || isPlanned) return undefined;
  const rule = "Where Apollo's answer is wrong, it is by one of the documented faults.";
  return { rule, problems: [], query, variables, want, got };
}

/** Whether Apollo's planner asks a subgraph for what it does not have. No executor could then be right. */
async function isWronglyPlanned(lab: Lab, request: Request): Promise<boolean> {
  const { wrongPlans } = lab.world.data;
  let current = request;
  for (const avoid of [undefined, ...improvements.map((improvement) => improvement.avoid)]) {
    current = avoid ? avoid(current, lab.schema) : current;
    wrongPlans.length = 0;
    const { errors = [] } = await stockAnswer(lab, current);
    if (wrongPlans.length > 0 || errors.some(({ extensions }) => extensions?.["code"] === planningFailed))
      return true;
  }
  return false;
}

async function stockAnswer(lab: Lab, { document, variables }: Request): Promise<Answer> {
  try {
    return await lab.stock.answer(document, variables, lab.ask);
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
}

async function checkWithFaults(
  lab: Lab,
  { document, variables }: Case,
  seed: number,
  tally: Tally,
): Promise<Finding | undefined> {
  const named = withTypeNames(lab.schema, document);
  const query = print(named);
  const want = toAnswer(await lab.judge.answer(named, variables));
  const { dependent } = lab.judge;
  for (const quietNulls of [false, true]) {
    lab.useAsk(withFaults(lab.ask, seed, quietNulls));
    lab.world.data.mutations = 0;
    const got = await inTime(lab.system.answer(query, variables));
    count(tally, quietNulls ? "with nulls of subgraphs" : "with faults of subgraphs");
    const problems = [
      ...checkFaultyAnswer(lab.schema, named, variables, got),
      ...(quietNulls ? [] : silentNulls(want, got, (path) => isAmong(dependent, path))),
    ];
    const rule = "Whatever subgraphs send, the answer has the API's types and says what is missing.";
    if (problems.length === 0) continue;
    lab.useAsk(lab.ask);
    if (got.data === undefined && (await isWronglyPlanned(lab, { document, variables }))) return undefined;
    return { rule, problems, query, variables, want, got, faults: { seed, quietNulls } };
  }
  return undefined;
}

/** Whether the path leads to one of the places, or below. */
function isAmong(places: readonly Path[], path: Path): boolean {
  return places.some((place) => place.every((step, index) => step === path[index]));
}

const longestMs = 10_000;

async function inTime(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Expected an answer within ${longestMs} ms`)), longestMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
