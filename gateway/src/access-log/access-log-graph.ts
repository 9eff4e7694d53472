import { ClientError } from "@an-sinh/server/errors";
import type { ErrorLogger } from "@an-sinh/server/present-error";
import { buildASTSchema, execute, parse, validate } from "graphql";
import type { LookedUp } from "../audit/read-about.js";
import type { LocalSubgraph } from "../data-sources/local-data-source.js";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import { accessLogGraph, accessLogSdl } from "./access-log-sdl.js";
import type { FoundRead } from "./chain-reads.js";
import { LogDamagedError } from "./log-damaged.js";
import { writeCursor } from "./look-up-cursor.js";
import type { LookUps, ReadsFound } from "./look-ups.js";
import { badArgument, pageRange, type PageArguments, type PageRange } from "./page-range.js";

interface AccessLogGraphOptions {
  /** Undefined: no log is kept. */
  readonly lookUps: LookUps | undefined;
  /** The types by whose ids reads are recorded. */
  readonly types: readonly string[];
  readonly logger: ErrorLogger;
}

/** The access log as a subgraph in this process. */
export function createAccessLogGraph(options: AccessLogGraphOptions): LocalSubgraph {
  const schema = buildASTSchema(parse(accessLogSdl), { assumeValidSDL: true });
  const rootValue = {
    accessLog: (wanted: LookedUp) => {
      checkWanted(options.types, wanted);
      return {
        ...wanted,
        entries: (page: PageArguments, context: GatewayContext) => entriesOf(options, wanted, page, context),
      };
    },
  };
  return {
    name: accessLogGraph.name,
    prepare: (query) => {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return async () => ({ errors });
      return async (variableValues, operationName, contextValue) =>
        execute({ schema, document, rootValue, contextValue, variableValues, operationName });
    },
  };
}

function checkWanted(types: readonly string[], { type, id }: LookedUp): void {
  if (!types.includes(type))
    throw badArgument("type", `type: expected ${types.join(", ")}, but got: ${type.slice(0, 40)}.`);
  // It is recorded: nobody's number gets into the log, and nobody fills it.
  if (id.length > longestId)
    throw badArgument("id", `id: expected at most ${longestId} characters, but got: ${id.length}.`);
  if (longNumber.test(id))
    throw badArgument("id", "id: expected the id of an object, but got a long number.");
}

/** Those of departments have at most 40 characters. */
const longestId = 200;

/** On its own, also behind the name of a type. Ids such as "p079200001" and UUIDs may hold one. */
const longNumber = /(?<![\w-])\d{9,}(?![\w-])/;

async function entriesOf(
  { lookUps, logger }: AccessLogGraphOptions,
  wanted: LookedUp,
  page: PageArguments,
  { signal, requestId }: GatewayContext,
) {
  if (!lookUps)
    throw unavailable("This gateway keeps no access log: AUDIT_DIR is not set, or EXECUTOR is not compiled.");
  const range = pageRange(page, lookUps.key, wanted);
  try {
    const found = await lookUps.find({ wanted, range, signal });
    return toPage(found, (read) => writeCursor(lookUps.key, wanted, read), range);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    logger.error({ reason, requestId }, "The access log cannot be read.");
    if (error instanceof LogDamagedError) throw damaged();
    throw unavailable("The access log cannot be read. Its gateway's log says why.");
  }
}

function toPage(
  { reads, hasMore, isComplete }: ReadsFound,
  cursorOf: (read: FoundRead) => string,
  { isBackward, after, before }: PageRange,
) {
  const edges = reads.map((read) => ({ cursor: cursorOf(read), node: toNode(read) }));
  const pageInfo = {
    hasNextPage: isBackward ? before !== undefined : hasMore,
    hasPreviousPage: isBackward ? hasMore : after !== undefined,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, isComplete, pageInfo };
}

const toNode = ({ entry: { time, subject, agency, purpose, operation, outcome } }: FoundRead) => ({
  time,
  subject,
  agency,
  purpose,
  operationName: operation.name,
  operationHash: operation.hash,
  outcome: outcome.toUpperCase().replace(" ", "_"),
});

const unavailable = (message: string): ClientError => new ClientError("ACCESS_LOG_UNAVAILABLE", message);

const damaged = (): ClientError =>
  new ClientError(
    "ACCESS_LOG_DAMAGED",
    "The access log was altered or has lost entries, so nothing is answered from it. `npm run audit -- verify` says where.",
  );
