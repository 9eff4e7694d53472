import type { ExecutionResult, GraphQLError } from "graphql";
import { CallBudget } from "../call-budget.js";
import { inTurn } from "../turns.js";
import { Level, type Objects } from "./objects.js";
import type { Place } from "./place.js";
import type { FieldStep, Program } from "./program.js";
import { resolveStep, type Request } from "./resolve-step.js";
import { settleAll } from "./settle.js";
import { FieldWriter } from "./write-field.js";

/**
 * Executes a program, level by level: a field is resolved for all objects of a selection, and goes on once all their
 * values are there. So a level waits once and not for each value, and the loaders are asked for all its keys together.
 */
export function runProgram(program: Program, request: Request): Promise<ExecutionResult> {
  return new Run(program, request).result;
}

class Run {
  readonly result: Promise<ExecutionResult>;
  readonly #errors: GraphQLError[] = [];
  readonly #data: Place;
  #finish!: (result: ExecutionResult) => void;
  #fail!: (error: unknown) => void;
  #waiting = 0;
  /** Fires when nobody waits for the response any more. */
  readonly #signal: AbortSignal | undefined;
  readonly #budget: CallBudget | undefined;

  constructor(
    private readonly program: Program,
    private readonly request: Request,
  ) {
    this.result = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    const { signal, budget } = limitsOf(request.context);
    this.#signal = signal;
    this.#budget = budget;
    const root = new Level(program.selection);
    this.#data = root.add(request.rootValue ?? {}, { up: null, key: "data", isNonNull: false });
    this.#guarded(() => this.#fill(root));
  }

  /** Ends the run when nothing is waited for any more. */
  #guarded(work: () => void): void {
    try {
      this.#signal?.throwIfAborted();
      this.#budget?.check();
      work();
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (this.#waiting > 0) return;
    const data = this.#data.isNulled ? null : this.#data.value;
    this.#finish(this.#errors.length > 0 ? { errors: this.#errors, data } : { data });
  }

  #fill(level: Level): void {
    this.#budget?.takeObjects(level.places.length);
    for (const [step, objects] of level.left) this.#resolve(step, objects);
    for (const step of level.selection.steps) this.#resolve(step, level);
  }

  #resolve(step: FieldStep, { sources, places }: Objects): void {
    const values = resolveStep(step, sources, this.program, this.request);
    const goOn = () => {
      const writer = new FieldWriter(step, this.#errors);
      writer.write(places, values);
      for (const level of writer.children.values()) this.#fill(level);
    };
    const isWaiting = settleAll(values, step.completion, () =>
      inTurn(() => {
        this.#waiting -= 1;
        this.#guarded(goOn);
      }),
    );
    if (isWaiting) this.#waiting += 1;
    else goOn();
  }
}

/** The context of a request that may be abandoned has a signal, and one that must not grow a budget. */
function limitsOf(context: unknown): {
  readonly signal?: AbortSignal | undefined;
  readonly budget?: CallBudget | undefined;
} {
  const { signal, budget } = Object(context) as { readonly signal?: unknown; readonly budget?: unknown };
  return {
    signal: signal instanceof AbortSignal ? signal : undefined,
    budget: budget instanceof CallBudget ? budget : undefined,
  };
}
