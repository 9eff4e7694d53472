import type { GraphQLSchema } from "graphql";
import type { Container } from "./place.js";
import type { FieldStep, Program, Resolve, Variables } from "./program.js";
import { ResolveInfo } from "./resolve-info.js";
import { Failure } from "./settle.js";

export interface Request {
  readonly schema: GraphQLSchema;
  readonly context: unknown;
  readonly rootValue: unknown;
  /** As the operation's definitions coerce them. */
  readonly variables: Variables;
}

/** The values of a field for all objects of a level, each of which may be a promise or a failure. */
export function resolveStep(
  step: FieldStep,
  sources: readonly unknown[],
  program: Program,
  request: Request,
): unknown[] {
  return step.resolve
    ? resolved(step, step.resolve, sources, program, request)
    : properties(step, sources, program, request);
}

function resolved(
  step: FieldStep,
  resolve: Resolve,
  sources: readonly unknown[],
  program: Program,
  request: Request,
): unknown[] {
  const { context, variables } = request;
  let args: unknown;
  try {
    args = step.argumentsFor(variables);
  } catch (error) {
    return sources.map(() => new Failure(error));
  }
  const info = new ResolveInfo(step, program, request);
  return sources.map((source) => {
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      return new Failure(error);
    }
  });
}

type Method = (args: unknown, context: unknown, info: unknown) => unknown;

function properties(
  step: FieldStep,
  sources: readonly unknown[],
  program: Program,
  request: Request,
): unknown[] {
  const { name } = step.field;
  const call: Resolve = (source, args, context, info) =>
    (source as Readonly<Record<string, Method>>)[name]?.(args, context, info);
  return sources.map((source) => {
    if (source === null || source === undefined) return undefined;
    const value = propertyOf(source, name);
    return typeof value === "function" ? resolved(step, call, [source], program, request)[0] : value;
  });
}

function propertyOf(source: NonNullable<unknown>, name: string): unknown {
  try {
    return (source as Container)[name];
  } catch (error) {
    return new Failure(error);
  }
}
