import { GraphQLError, locatedError, type ExecutionResult, type GraphQLSchema } from "graphql";
import { FoundEntity } from "./entities.js";
import { isUnwanted, nullify, pathOf, type Container, type Place } from "./place.js";
import { resolveInfo } from "./resolve-info.js";
import { Failure, settleAll } from "./settle.js";
import type { Completion, FieldStep, Program, Selection, Variables } from "./program.js";

interface Request {
  readonly schema: GraphQLSchema;
  readonly context: unknown;
  readonly rootValue: unknown;
  /** As the operation's definitions coerce them. */
  readonly variables: Variables;
}

/**
 * Executes a program, level by level: a field is resolved for all objects of a selection, and goes on once all their
 * values are there. So a level waits once and not for each value, and the loaders are asked for all its keys together.
 */
export function runProgram(program: Program, request: Request): Promise<ExecutionResult> {
  return new Run(program, request).result;
}

/** Objects of one selection, to be filled in. */
interface Objects {
  readonly sources: unknown[];
  readonly places: Place[];
}

class Run {
  readonly result: Promise<ExecutionResult>;
  readonly #errors: GraphQLError[] = [];
  readonly #response: Container = { data: null };
  #finish!: (result: ExecutionResult) => void;
  #fail!: (error: unknown) => void;
  #waiting = 0;

  constructor(
    private readonly program: Program,
    private readonly request: Request,
  ) {
    this.result = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    this.#guarded(() => {
      const place = this.#object(program.selection, this.#response, "data", null, false);
      this.#select(program.selection, { sources: [request.rootValue], places: [place] });
    });
  }

  /** Ends the run when nothing is waited for any more. */
  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (this.#waiting > 0) return;
    const data = this.#response["data"] as Record<string, unknown> | null;
    this.#finish(this.#errors.length > 0 ? { errors: this.#errors, data } : { data });
  }

  #select({ steps }: Selection, objects: Objects): void {
    for (const step of steps) {
      const values = step.resolve
        ? this.#resolve(step, step.resolve, objects)
        : this.#properties(step, objects);
      const goOn = () => this.#complete(step, objects, values);
      const isWaiting = settleAll(values, step.completion, () => {
        this.#waiting -= 1;
        this.#guarded(goOn);
      });
      if (isWaiting) this.#waiting += 1;
      else goOn();
    }
  }

  #properties(step: FieldStep, { sources }: Objects): unknown[] {
    const { name } = step.field;
    return sources.map((source) => {
      if (source === null || source === undefined) return undefined;
      const value = (source as Container)[name];
      return typeof value === "function" ? this.#call(step, source, value as () => unknown) : value;
    });
  }

  #call(step: FieldStep, source: unknown, method: (...given: unknown[]) => unknown): unknown {
    try {
      const { context, variables } = this.request;
      return method.call(
        source,
        step.argumentsFor(variables),
        context,
        resolveInfo(step, this.program, this.request),
      );
    } catch (error) {
      return new Failure(error);
    }
  }

  #resolve(step: FieldStep, resolve: NonNullable<FieldStep["resolve"]>, { sources }: Objects): unknown[] {
    const { context, variables } = this.request;
    let args: unknown;
    try {
      args = step.argumentsFor(variables);
    } catch (error) {
      return sources.map(() => new Failure(error));
    }
    const info = resolveInfo(step, this.program, this.request);
    return sources.map((source) => {
      try {
        return resolve(source, args, context, info);
      } catch (error) {
        return new Failure(error);
      }
    });
  }

  #complete(step: FieldStep, { places }: Objects, values: readonly unknown[]): void {
    const children = new Map<Selection, Objects>();
    for (const [index, place] of places.entries()) {
      if (place.isNulled || isUnwanted(place)) continue;
      const container = place.container[place.key] as Container;
      this.#put(step, step.completion, values[index], { container, key: step.key, up: place }, children);
    }
    for (const [selection, objects] of children) {
      this.#select(selection, objects);
    }
  }

  #put(
    step: FieldStep,
    completion: Completion,
    value: unknown,
    to: Pick<Place, "container" | "key"> & { readonly up: Place },
    children: Map<Selection, Objects>,
  ): void {
    const { container, key, up } = to;
    if (value === null || value === undefined) {
      if (completion.isNonNull) this.#failed(step, completion, nullError(step), to);
      else container[key] = null;
      return;
    }
    if (value instanceof Failure || value instanceof Error) {
      this.#failed(step, completion, value instanceof Error ? value : value.error, to);
      return;
    }
    const { isNonNull } = completion;
    if (completion.kind === "leaf") {
      try {
        container[key] = completion.serialize(value);
      } catch (error) {
        this.#failed(step, completion, error, to);
      }
    } else if (completion.kind === "list") {
      if (!Array.isArray(value)) {
        this.#failed(step, completion, listError(step), to);
        return;
      }
      const list = Array.from(value, () => null) as unknown as Container;
      container[key] = list;
      const place = { container, key, isNonNull, up, isNulled: false };
      for (const [index, item] of value.entries())
        this.#put(step, completion.item, item, { container: list, key: index, up: place }, children);
    } else {
      const isEntity = completion.kind === "entity";
      const selection = isEntity ? completion.selectionOf((value as FoundEntity).type) : completion.selection;
      const place = this.#object(selection, container, key, up, isNonNull);
      const objects = children.get(selection) ?? { sources: [], places: [] };
      children.set(selection, objects);
      objects.sources.push(isEntity ? (value as FoundEntity).value : value);
      objects.places.push(place);
    }
  }

  #object(
    { template }: Selection,
    container: Container,
    key: string | number,
    up: Place | null,
    isNonNull: boolean,
  ): Place {
    container[key] = { ...template };
    return { container, key, isNonNull, up, isNulled: false };
  }

  #failed(
    { nodes }: FieldStep,
    { isNonNull }: Completion,
    error: unknown,
    { container, key, up }: Pick<Place, "container" | "key"> & { readonly up: Place },
  ): void {
    if (isUnwanted(up)) return;
    this.#errors.push(locatedError(error, [...nodes], pathOf(up, key)));
    if (isNonNull) nullify(up);
    else container[key] = null;
  }
}

const nullError = ({ type, field }: FieldStep) =>
  new Error(`Cannot return null for non-nullable field ${type.name}.${field.name}.`);

const listError = ({ type, field }: FieldStep) =>
  new GraphQLError(`Expected Iterable, but did not find one for field "${type.name}.${field.name}".`);
