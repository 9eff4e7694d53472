import type { FetchDataKeyRenamer } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { answerShape, type ObjectShape } from "../answer/answer-shape.js";
import { compileAnswer, type WriteAnswer } from "../answer/answer-writer.js";
import { compileWalk } from "../entities/entity-paths.js";
import { compileMerge } from "../entities/merging.js";
import { renamesOf } from "../entities/output-rewrites.js";
import { AskedServices } from "../plan/asked-services.js";
import type { PlannedFetch } from "../plan/planned-fetches.js";
import { RequiredFields } from "../entities/representations.js";
import type { AnswerLimits } from "../../responses/answer-budget.js";
import type { SettledOperation } from "../operation/settled-operation.js";
import {
  toRequests,
  type EntityGroup,
  type RequestOptions,
  type SubgraphRequest,
} from "../plan/subgraph-requests.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** What is done with the objects that a subgraph sends. */
interface CompiledResponse {
  readonly merge: ReturnType<typeof compileMerge>;
  readonly renames: readonly FetchDataKeyRenamer[];
}

export interface CompiledGroup extends EntityGroup, CompiledResponse {
  readonly required: RequiredFields;
  readonly walks: readonly ReturnType<typeof compileWalk>[];
}

export interface CompiledRequest extends SubgraphRequest {
  /** For a request about the root. */
  readonly root: CompiledResponse | undefined;
  readonly groups: readonly CompiledGroup[];
  /** The positions, in the list of requests, of those that wait for it. */
  readonly dependents: readonly number[];
}

/** All that an operation needs at run time, made once. */
export interface Program {
  readonly requests: readonly CompiledRequest[];
  readonly shape: ObjectShape;
  readonly write: WriteAnswer;
  readonly types: SupergraphTypes;
  readonly limits: AnswerLimits;
  readonly services: AskedServices;
}

interface ProgramOptions extends Pick<Program, "types" | "limits">, RequestOptions {
  readonly schema: GraphQLSchema;
}

export function compileProgram(
  operation: SettledOperation,
  fetches: readonly PlannedFetch[],
  { schema, types, limits, ...options }: ProgramOptions,
): Program {
  const requests = toRequests(fetches, operation.node.operation === "mutation", options);
  const shape = answerShape(schema, operation);
  const services = new AskedServices(fetches, types);
  const isServed = isWhollyServed(shape, services);
  return {
    requests: requests.map((request, index) => compileRequest(request, dependentsOf(index, requests), types)),
    shape,
    write: isServed ? compileAnswer(shape, limits, types) : needsCare,
    types,
    limits,
    services,
  };
}

/** Leaves an answer to careful-answer.ts, which says what no subgraph was asked for. */
const needsCare: WriteAnswer = () => undefined;

/** Whether each field of the answer comes from a subgraph. The planner leaves out what no subgraph can be asked for. */
function isWhollyServed(shape: ObjectShape, services: AskedServices): boolean {
  const seen = new Map<ObjectShape, Set<string>>();
  const isServed = (object: ObjectShape, place: string): boolean =>
    [...object.byType.values()].flat().every(({ source, name, below }) => {
      if (source !== "subgraph") return true;
      const own = place === "" ? name : `${place}.${name}`;
      if (!services.has(own)) return false;
      const places = (below && seen.get(below)) ?? new Set();
      if (!below || places.has(own)) return true;
      seen.set(below, places.add(own));
      return isServed(below, own);
    });
  return isServed(shape, "");
}

const dependentsOf = (index: number, requests: readonly SubgraphRequest[]): readonly number[] =>
  requests.flatMap(({ needs }, candidate) => (needs.includes(index) ? [candidate] : []));

function compileRequest(
  request: SubgraphRequest,
  dependents: readonly number[],
  types: SupergraphTypes,
): CompiledRequest {
  return {
    ...request,
    dependents,
    root: request.rootFetch && compileResponse(request.rootFetch, types),
    groups: request.groups.map((group) => ({
      ...group,
      ...compileResponse(group.fetch, types),
      required: new RequiredFields(group.fetch.requires ?? [], types, group.fetch.node.inputRewrites),
      walks: group.paths.map(compileWalk),
    })),
  };
}

function compileResponse(
  { selectionSet, node }: EntityGroup["fetch"],
  types: SupergraphTypes,
): CompiledResponse {
  const renames = renamesOf(node.outputRewrites);
  return {
    merge: compileMerge(
      selectionSet,
      types,
      renames.map(({ renameKeyTo }) => renameKeyTo),
    ),
    renames,
  };
}
