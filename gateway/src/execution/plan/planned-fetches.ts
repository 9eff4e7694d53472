import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from "@apollo/query-planner";
import { Kind, parse, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import type { PreparedSupergraph } from "../../planning/prepare-supergraph.js";
import { splitConflictingRequires } from "../../planning/split-requires.js";
import { withRealFields } from "../../planning/real-fields.js";

/** One fetch of a query plan. */
export interface PlannedFetch {
  readonly service: string;
  /** From the root of the answer to the objects that the fetch is about. `@`: each item of the list. */
  readonly path: readonly string[];
  /** What the objects need to have. Undefined: the fetch is about the root. */
  readonly requires: readonly QueryPlanSelectionNode[] | undefined;
  readonly operation: OperationDefinitionNode;
  /** What is selected of the root or of the entities. */
  readonly selectionSet: SelectionSetNode;
  readonly node: FetchNode;
  /** The positions, in the list of fetches, of those that bring what this one needs. They are before it. */
  readonly needs: readonly number[];
}

interface Step extends Omit<PlannedFetch, "needs"> {
  /** The positions of the fetches that the plan puts before it. */
  readonly earlier: readonly number[];
}

/**
 * The fetches of a plan, in an order in which they may run. A plan says only what runs after what. Here each fetch
 * waits for those that bring what it needs, and for no others. The fetches of a mutation wait as the plan says.
 */
export function plannedFetches(
  { node }: QueryPlan,
  isMutation: boolean,
  supergraph: PreparedSupergraph,
): readonly PlannedFetch[] {
  const steps: Step[] = [];
  if (node?.kind === "Subscription") throw new Error("Expected a plan without subscriptions");
  if (node) addSteps(node, { path: [], earlier: [], supergraph }, steps);
  const brought = steps.map(placesBroughtBy);
  const needed = steps.map(neededBy);
  return steps.map(({ earlier, ...step }, index) => ({
    ...step,
    needs: isMutation
      ? earlier
      : earlier.filter((candidate) => brings(brought[candidate], needed[candidate], needed[index])),
  }));
}

interface Place {
  readonly path: readonly string[];
  readonly earlier: readonly number[];
  readonly supergraph: PreparedSupergraph;
}

/** Adds the fetches below a node. Returns the positions of what runs before that which follows the node. */
function addSteps(node: PlanNode, place: Place, steps: Step[]): readonly number[] {
  switch (node.kind) {
    case "Sequence":
      return node.nodes.reduce(
        (earlier, child) => addSteps(child, { ...place, earlier }, steps),
        place.earlier,
      );
    case "Parallel":
      return [
        ...new Set([...place.earlier, ...node.nodes.flatMap((child) => addSteps(child, place, steps))]),
      ];
    case "Flatten":
      return addSteps(node.node, { ...place, path: [...place.path, ...node.path.map(String)] }, steps);
    case "Fetch": {
      const first = steps.length;
      for (const part of splitConflictingRequires(node, place.supergraph.requirements))
        steps.push(toStep(part, place));
      return [...place.earlier, ...steps.slice(first).map((_, index) => first + index)];
    }
    default:
      throw new Error(`Expected a plan of fetches, but got: ${node.kind}`);
  }
}

function toStep(node: FetchNode, { path, earlier, supergraph }: Place): Step {
  const operation = parse(node.operation, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error("Expected a fetch with an operation");
  const real = withRealFields(operation, supergraph.virtualFields);
  const selectionSet = node.requires ? selectionOfEntities(real) : real.selectionSet;
  return {
    service: supergraph.partNames.get(node.serviceName) ?? node.serviceName,
    path,
    requires: node.requires,
    operation: real,
    selectionSet,
    node,
    earlier,
  };
}

function selectionOfEntities({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  const [entities] = selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet)
    throw new Error("Expected a fetch of entities");
  return entities.selectionSet;
}

/** Places in the answer, such as "orders.items.product". Lists do not count. */
type Places = ReadonlySet<string>;

const placeOf = (path: readonly string[]): string => path.filter((step) => step !== "@").join(".");
const below = (place: string, name: string): string => (place === "" ? name : `${place}.${name}`);

type FetchedPart = Pick<PlannedFetch, "path" | "selectionSet" | "node">;

/** `condition` is the type that the object around the place has to have. Undefined: it may have any. */
type PlaceVisitor = (place: string, condition: string | undefined) => void;

/** The places of the answer that a fetch brings values for. */
function placesBroughtBy(fetch: FetchedPart): Places {
  const places = new Set<string>();
  visitPlaces(fetch, (place) => void places.add(place));
  return places;
}

const fragmentPrefix = "... on ";

/** Visits the places of the answer that a fetch brings values for. */
export function visitPlaces({ path, selectionSet, node }: FetchedPart, visit: PlaceVisitor): void {
  visitSelected(selectionSet, placeOf(path), visit);
  for (const rewrite of node.outputRewrites ?? []) {
    if (rewrite.kind !== "KeyRenamer") continue;
    const before = rewrite.path.slice(0, -1);
    const parents = before.filter((step) => !step.startsWith(fragmentPrefix));
    const last = before.at(-1);
    const condition = last?.startsWith(fragmentPrefix) ? last.slice(fragmentPrefix.length) : undefined;
    visit([...path.filter((step) => step !== "@"), ...parents, rewrite.renameKeyTo].join("."), condition);
  }
}

function visitSelected(
  { selections }: SelectionSetNode,
  place: string,
  visit: PlaceVisitor,
  condition?: string,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error("Expected a fetch without named fragments");
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = selection.typeCondition?.name.value ?? condition;
      visitSelected(selection.selectionSet, place, visit, inner);
      continue;
    }
    const own = below(place, selection.alias?.value ?? selection.name.value);
    visit(own, condition);
    if (selection.selectionSet) visitSelected(selection.selectionSet, own, visit);
  }
}

function neededBy({ path, requires = [] }: Step): Places {
  const place = placeOf(path);
  const steps = place === "" ? [] : place.split(".");
  const places = new Set(steps.map((_, index) => steps.slice(0, index + 1).join(".")));
  addRequired(requires, place, places);
  return places;
}

function addRequired(requires: readonly QueryPlanSelectionNode[], place: string, places: Set<string>): void {
  for (const selection of requires) {
    if (selection.kind === "InlineFragment") {
      addRequired(selection.selections, place, places);
      continue;
    }
    const own = below(place, selection.alias ?? selection.name);
    places.add(own);
    if (selection.selections) addRequired(selection.selections, own, places);
  }
}

/**
 * Whether a fetch brings something that another one needs. What it needed itself was there before it. A `__typename`
 * may still change: a fetch may find the real type of an interface object.
 */
function brings(brought: Places = new Set(), own: Places = new Set(), needed: Places = new Set()): boolean {
  for (const place of needed) {
    if (brought.has(place) && (!own.has(place) || place.split(".").at(-1) === "__typename")) return true;
  }
  return false;
}
