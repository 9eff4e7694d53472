import { JsonText } from "@an-sinh/server/json-text";
import type { ErrorLogger } from "@an-sinh/server/present-error";
import type { QueryPlanner } from "@apollo/query-planner";
import {
  buildASTSchema,
  getOperationAST,
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Authorization, Decision } from "../authorization/authorization.js";
import { unauthorizedErrors, type OnUnauthorized } from "../authorization/unauthorized.js";
import type { GatewayContext, SubgraphSource } from "../data-sources/subgraph-source.js";
import { AnswerTooLargeError, checkBytes, type AnswerLimits } from "../responses/answer-budget.js";
import type { PreparedSupergraph } from "../planning/prepare-supergraph.js";
import { writeCarefully } from "./answer/careful-answer.js";
import {
  conditionValues,
  namedValues,
  readOperation,
  type ClientOperation,
  type Variables,
} from "./operation/client-operation.js";
import { Execution } from "./run/execution.js";
import type { FetchHooks } from "./run/fetch-hooks.js";
import { Introspection } from "./answer/introspection.js";
import type { ReadOutcome, ReadRecorder } from "./run/read-recorder.js";
import { compileAuditedReads, type AuditedReads } from "./run/audited-ids.js";
import type { AuditedTypes } from "./operation/audited-types.js";
import { OperationPlanner } from "./plan/planner.js";
import { plannedFetches } from "./plan/planned-fetches.js";
import { compileProgram, type Program } from "./run/program.js";
import { settleOperation, type Conditions, type SettlingRules } from "./operation/settled-operation.js";
import { nameRulesOf } from "./operation/name-rules.js";
import { SupergraphTypes } from "./values/supergraph-types.js";

export interface ExecutorOptions {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraph: PreparedSupergraph;
  readonly planner: QueryPlanner;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  readonly logger: ErrorLogger;
  readonly authorization: Authorization;
  readonly onUnauthorized: OnUnauthorized;
  readonly answerLimits: AnswerLimits;
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

/** A program, with what the schema answers. */
interface CachedProgram {
  readonly program: Program;
  readonly introspection: Introspection;
  /** What the caller may not see. */
  readonly unauthorized: readonly GraphQLError[];
  readonly audited: AuditedReads | undefined;
  /** An estimate. */
  readonly bytes: number;
}

const cachedBytes = 100 * 1024 * 1024;

/** A larger program is not kept, so that a few of them cannot drive out all others. */
const largestKeptBytes = 8 * 1024 * 1024;

/** A program needs 1 to 4 KiB for each selection, without the values in the document. */
const bytesOfSelection = 2 * 1024;

/** A document for a subgraph is kept as text, as syntax tree and as what is compiled of it. */
const bytesOfCharacter = 8;

/** The nodes of the syntax tree that a program holds hold the client's document. */
const bytesOfSource = 2;

/** Answers operations over a supergraph. Compiles each once, and keeps the programs that are used most recently. */
export class CompiledExecutor {
  readonly #options: ExecutorOptions;
  readonly #types: SupergraphTypes;
  readonly #rules: SettlingRules;
  readonly #planner: OperationPlanner;
  readonly #operations = new WeakMap<DocumentNode, Map<string | undefined, ClientOperation>>();
  readonly #programs = new LRUCache<string, CachedProgram>({
    maxSize: cachedBytes,
    maxEntrySize: largestKeptBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  readonly #ids = new WeakMap<ClientOperation, number>();
  #lastId = 0;

  constructor(options: ExecutorOptions) {
    const { sdl, virtualFields } = options.supergraph;
    const supergraph = parse(sdl, { noLocation: true });
    this.#options = options;
    this.#planner = new OperationPlanner(options.planner, options.supergraph, options.logger);
    this.#types = new SupergraphTypes(
      buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true }),
      virtualFields,
    );
    const { schema, recording } = options;
    this.#rules = { schema, names: nameRulesOf(supergraph), audited: recording?.types };
  }

  /** Throws `ClientError` before it asks a subgraph, or where the access log fails, and where the gateway is at fault. */
  async execute(request: ExecutorRequest): Promise<ExecutorAnswer> {
    const { document, operationName, variables, context } = request;
    const { sources, authorization, onUnauthorized, recording, hooks = {} } = this.#options;
    const decided = authorization.decide(document, context.caller);
    const decision = decided instanceof Promise ? await decided : decided;
    const operation = this.#operationOf(document, operationName);
    const values = namedValues(operation, variables);
    const cached = this.#programOf(operation, conditionValues(operation, values), decision);
    const { program, unauthorized, audited } = cached;
    if (onUnauthorized === "reject" && unauthorized.length > 0) {
      await this.#recordDenial(request);
      return { errors: unauthorized };
    }
    if (audited) recording?.recorder.admit({ document, operationName, scopes: audited.scopes }, context);
    const execution = new Execution({ program, variables: values, context, sources, hooks });
    const text = await this.#write(cached, execution, values);
    execution.errors.push(...unauthorized);
    if (audited) await this.#recordRead(request, audited, execution, outcomeOf(text, execution.errors));
    else if (unauthorized.length > 0) await this.#recordDenial(request);
    if (text instanceof AnswerTooLargeError) return { data: null, errors: [text] };
    return {
      data: text === undefined ? null : new JsonText(text),
      ...(execution.errors.length > 0 ? { errors: execution.errors } : {}),
    };
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
    const operation = known.get(operationName) ?? readOperation(document, operationName);
    known.set(operationName, operation);
    return operation;
  }

  #programOf(operation: ClientOperation, conditions: Conditions, decision: Decision): CachedProgram {
    const key = this.#keyOf(operation, conditions, decision);
    const known = this.#programs.get(key);
    if (known) return known;
    const { schema, onUnauthorized, answerLimits } = this.#options;
    const { node, fragments } = operation;
    const settled = settleOperation(this.#rules, node, fragments, conditions, decision);
    const { plan, supergraph } = this.#planner.plan(settled);
    const fetches = plannedFetches(plan, settled.node.operation === "mutation", supergraph);
    const program = compileProgram(settled, fetches, schema, this.#types, answerLimits);
    const introspection = new Introspection(schema, settled, fragments);
    const { length: source = 0 } = node.loc?.source.body ?? "";
    const characters = program.requests.reduce((sum, { operation: { query } }) => sum + query.length, 0);
    const fresh = {
      program,
      introspection,
      unauthorized: unauthorizedErrors(settled.cuts, onUnauthorized),
      audited: compileAuditedReads(settled),
      bytes:
        settled.size * bytesOfSelection +
        source * bytesOfSource +
        characters * bytesOfCharacter +
        introspection.bytes,
    };
    this.#programs.set(key, fresh);
    return fresh;
  }

  #keyOf(operation: ClientOperation, conditions: Conditions, { key }: Decision): string {
    let id = this.#ids.get(operation);
    if (id === undefined) {
      id = this.#lastId += 1;
      this.#ids.set(operation, id);
    }
    const settled = conditions.size === 0 ? String(id) : `${id} ${conditionKey(operation, conditions)}`;
    return key === "" ? settled : `${settled}/${key}`;
  }
}

/** The text of the data of an answer. Undefined: it is null. An error: it is too large to leave. */
type AnswerText = string | undefined | AnswerTooLargeError;

function outcomeOf(text: AnswerText, errors: readonly GraphQLError[]): ReadOutcome {
  if (text === undefined) return "failed";
  if (text instanceof AnswerTooLargeError) return "too large";
  return errors.length > 0 ? "partial" : "answered";
}

/** What the conditions decide, without their names, which may be long. */
const conditionKey = ({ conditions }: ClientOperation, decided: Conditions): string =>
  conditions.map(({ variable }) => decided.get(variable.name.value) ?? "null").join(" ");
