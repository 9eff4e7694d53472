import { setMaxListeners } from "node:events";
import { signIn } from "../bench/contest/sign-in.js";
import { ask } from "./ask.js";
import { knownReason } from "./known-differences.js";
import { openDepartments } from "./open-departments.js";
import { compareAnswers, type Answer } from "./outcome.js";
import type { Question } from "./questions.js";
import { own, type Router, type Start } from "./routers.js";
import type { RouterResult } from "./router-table.js";

interface AskRouters {
  readonly routers: readonly Router[];
  readonly questions: readonly Question[];
  readonly dataFolder: string;
  readonly scratchFolder: string;
  readonly programs: Start["programs"];
  readonly report: (text: string) => void;
  readonly signal: AbortSignal;
}

type Asking = (url: URL, question: Question) => Promise<Answer>;

/** Asks one router after the other. All processes end with it, and when the signal fires. */
export async function askRouters(options: AskRouters): Promise<RouterResult[]> {
  const { routers, questions, report } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  // Every process listens to it.
  setMaxListeners(0, signal);
  try {
    report("Starting the departments and this graph's gateway …");
    await using departments = await openDepartments({ ...options, signal });
    const { settings, token } = await signIn(options.scratchFolder);
    const start: Start = { departments, signIn: settings, programs: options.programs, signal };
    const asking: Asking = (url, question) => ask(url, question, { token, signal });
    const url = await own.start(start);
    const expected = new Map<string, Answer>();
    for (const question of questions) expected.set(question.name, refuseEmpty(await asking(url, question)));
    const results: RouterResult[] = [];
    for (const router of routers) {
      report(`${router.title} …`);
      results.push(await askRouter(router, { start, asking, expected, questions }));
    }
    return results;
  } finally {
    ended.abort();
  }
}

/** Where this graph answers nothing, others would be held to nothing. */
function refuseEmpty(answer: Answer): Answer {
  if (answer.data) return answer;
  throw new Error(`Expected an answer of this graph, but got: ${JSON.stringify(answer).slice(0, 500)}`);
}

interface RouterAsking {
  readonly start: Start;
  readonly asking: Asking;
  /** What this graph's gateway answers, by the name of the question. */
  readonly expected: ReadonlyMap<string, Answer>;
  readonly questions: readonly Question[];
}

async function askRouter(router: Router, given: RouterAsking): Promise<RouterResult> {
  const { start, questions } = given;
  const ended = new AbortController();
  const signal = AbortSignal.any([start.signal, ended.signal]);
  const asked: RouterResult["asked"][number][] = [];
  try {
    const url = await router.start({ ...start, signal });
    for (const question of questions) asked.push(await askQuestion({ router, url, question }, given));
    return { title: router.title, missing: null, asked };
  } catch (error) {
    start.signal.throwIfAborted();
    return { title: router.title, missing: error instanceof Error ? error.message : String(error), asked };
  } finally {
    ended.abort();
  }
}

interface Asked {
  readonly router: Router;
  readonly url: URL;
  readonly question: Question;
}

async function askQuestion(
  { router, url, question }: Asked,
  { start, asking, expected }: RouterAsking,
): Promise<RouterResult["asked"][number]> {
  start.departments.signer.takeRefusals();
  const answer = await asking(url, question);
  const outcome = compareAnswers(expected.get(question.name) ?? {}, answer);
  if (outcome.kind === "equal") return { question: question.name, outcome, known: null };
  // What a department refused says more than what the router makes of it.
  const why = [outcome.why, ...start.departments.signer.takeRefusals().slice(0, 1)].join(" ");
  const known = knownReason(router.name, question.name, why);
  return { question: question.name, outcome: { ...outcome, why }, known };
}
