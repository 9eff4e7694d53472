import { anonymous } from "@an-sinh/server/caller";
import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import { JsonText } from "@an-sinh/server/json-text";
import { getOperationAST, type DocumentNode, type GraphQLError } from "graphql";
import type { Authorization } from "../authorization/authorization.js";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import { AnswerTooLargeError, checkBytes } from "../responses/answer-budget.js";
import { writeCarefully } from "./answer/careful-answer.js";
import type { AuditedTypes } from "./operation/audited-types.js";
import {
  conditionValues,
  namedValues,
  readOperation,
  type ClientOperation,
  type Variables,
} from "./operation/client-operation.js";
import { Programs, type CachedProgram, type CompilingOptions } from "./programs.js";
import type { AuditedReads } from "./run/audited-ids.js";
import { Execution } from "./run/execution.js";
import type { UsedOperation } from "./used-operation.js";
import type { FetchHooks } from "./run/fetch-hooks.js";
import type { ReadOutcome, ReadRecorder } from "./run/read-recorder.js";

export interface ExecutorOptions extends CompilingOptions {
  readonly authorization: Authorization;
  readonly hooks?: FetchHooks;
  /** Undefined: what operations read is not recorded. */
  readonly recording?: { readonly recorder: ReadRecorder; readonly types: AuditedTypes } | undefined;
}

/** A request whose operation is valid and chosen, and whose variables have values of their types. */
export interface ExecutorRequest {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Variables;
  readonly context: GatewayContext;
}

export interface ExecutorAnswer {
  /** Undefined: the operation was rejected. */
  readonly data?: JsonText | null;
  readonly errors?: readonly GraphQLError[];
}

/** Answers operations over a supergraph. */
export class CompiledExecutor {
  readonly #options: ExecutorOptions;
  readonly #operations = new WeakMap<DocumentNode, Map<string | undefined, ClientOperation>>();
  readonly #programs: Programs;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#programs = new Programs(options, options.recording?.types);
  }

  /** Throws `ClientError` before it asks a subgraph, or where the access log fails, and where the gateway is at fault. */
  async execute(request: ExecutorRequest): Promise<ExecutorAnswer> {
    const { document, operationName, variables, context } = request;
    const { sources, authorization, onUnauthorized, recording, hooks = {} } = this.#options;
    const decided = authorization.decide(document, context.caller);
    const decision = decided instanceof Promise ? await decided : decided;
    const operation = this.#operationOf(document, operationName);
    const values = namedValues(operation, variables);
    const startMs = hooks.afterPlanning ? performance.now() : 0;
    const { compilations } = this.#programs;
    const cached = this.#programs.of(operation, conditionValues(operation, values), decision, context.caller);
    const { program, unauthorized, audited } = cached;
    const wasKnown = this.#programs.compilations === compilations;
    hooks.afterPlanning?.({ program, startMs, wasKnown }, context);
    if (onUnauthorized === "reject" && unauthorized.length > 0) {
      await this.#recordDenial(request);
      return { errors: unauthorized };
    }
    if (audited) recording?.recorder.admit({ document, operationName, scopes: audited.scopes }, context);
    const execution = new Execution({ program, variables: values, context, sources, hooks });
    const text = await this.#write(cached, execution, values);
    if (!(text instanceof AnswerTooLargeError)) execution.keepResponses();
    execution.errors.push(...unauthorized);
    if (audited) await this.#recordRead(request, audited, execution, outcomeOf(text, execution.errors));
    else if (unauthorized.length > 0) await this.#recordDenial(request);
    if (text instanceof AnswerTooLargeError) return { data: null, errors: [text] };
    return {
      data: text === undefined ? null : new JsonText(text),
      ...(execution.errors.length > 0 ? { errors: execution.errors } : {}),
    };
  }

  /** See `Programs`. */
  mostUsed(count: number): readonly UsedOperation[] {
    return this.#programs.mostUsed(count);
  }

  /** Plans and compiles an operation of a validated document as it was used before. */
  async prepare(used: UsedOperation, document: DocumentNode): Promise<void> {
    const { operationName, conditions, scopes, isSignedIn } = used;
    const caller = { ...anonymous, subject: isSignedIn ? "" : null, scopes };
    const decision = await this.#options.authorization.decide(document, caller);
    this.#programs.of(this.#operationOf(document, operationName), conditions, decision, caller);
  }

  /** How full the cache of programs is, and how it was asked. */
  get programs(): CacheState {
    return this.#programs.state;
  }

  async #write(
    { program, introspection }: CachedProgram,
    execution: Execution,
    values: Variables,
  ): Promise<AnswerText> {
    try {
      await execution.run();
      const { texts, errors } = introspection.answer(values);
      execution.errors.push(...errors);
      const text = program.write(execution.data, texts) ?? writeCarefully(program, execution, texts);
      if (text !== undefined) checkBytes(text, program.limits);
      return text;
    } catch (error) {
      if (error instanceof AnswerTooLargeError) return error;
      throw error;
    }
  }

  async #recordRead(
    { document, operationName, context }: ExecutorRequest,
    audited: AuditedReads,
    { data }: Execution,
    outcome: ReadOutcome,
  ): Promise<void> {
    const asked = { document, operationName, scopes: audited.scopes };
    const read = { ids: audited.idsIn(data), outcome };
    await this.#options.recording?.recorder.record(asked, read, context);
  }

  /** The caller may see nothing of what it asks for. */
  async #recordDenial({ document, operationName, context }: ExecutorRequest): Promise<void> {
    const { recording } = this.#options;
    const operation = recording && getOperationAST(document, operationName);
    if (operation && recording.types.areAskedBy(document, operation))
      await recording.recorder.refuse({ document, operationName }, "UNAUTHORIZED_FIELD_OR_TYPE", context);
  }

  #operationOf(document: DocumentNode, operationName: string | undefined): ClientOperation {
    const known = this.#operations.get(document) ?? new Map<string | undefined, ClientOperation>();
    this.#operations.set(document, known);
    const found = known.get(operationName);
    if (found) return found;
    const read = readOperation(document, operationName);
    // The only operation of a document may be asked for with its name and without.
    const operation = known.get(read.name) ?? read;
    known.set(read.name, operation).set(operationName, operation);
    return operation;
  }
}

/** The text of the data of an answer. Undefined: it is null. An error: it is too large to leave. */
type AnswerText = string | undefined | AnswerTooLargeError;

function outcomeOf(text: AnswerText, errors: readonly GraphQLError[]): ReadOutcome {
  if (text === undefined) return "failed";
  if (text instanceof AnswerTooLargeError) return "too large";
  return errors.length > 0 ? "partial" : "answered";
}
