import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { ClientError } from "@an-sinh/server/errors";
import { fieldDefinition } from "../execution/operation/field-definition.js";
import type { Fragments } from "../execution/operation/fragments.js";
import { variableDefaults, type VariableDefaults } from "./argument-values.js";
import { conditionOf } from "./conditions.js";
import type { CostDirectives, ListSize } from "./cost-directives.js";
import { argumentsCost, sliceOf } from "./field-arguments.js";
import { introspectionSizes } from "./introspection-sizes.js";
import { product, sum, valueOf, type Term, type Variables } from "./term.js";

/** What a field costs, with all that is selected below it. */
interface FieldCost {
  /** The name in the answer. */
  readonly name: string;
  /** How many times what lies below it is in the answer. */
  readonly size: Term;
  readonly total: Term;
  readonly below: readonly FieldCost[];
}

/** What an operation costs. It is made once, and evaluated with the variables of each request. */
export interface OperationCost {
  readonly total: Term;
  readonly fields: readonly FieldCost[];
}

interface Costing {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  readonly fragments: Fragments;
  readonly defaults: VariableDefaults;
}

/** Where a field stands. */
interface Place {
  readonly type: GraphQLCompositeType;
  /** The lists that the field lies in, as "Type.field". */
  readonly lists: readonly string[];
  /** How many items those lists have that the parent's `@listSize` names. */
  readonly size: Term;
  readonly sizedFields: readonly string[];
}

/** A list of which neither the schema nor the client says how long it is. */
const unknownSize = 10;

/** How often a list may lie in itself. */
const maxRepetitions = 2;

/** What a mutation costs beside its answer, as in Apollo Router. */
const mutationWeight = 10;

/** Works out what an operation of a validated document costs. Throws `QUERY_TOO_COMPLEX` for a list within itself. */
export function operationCost(
  schema: GraphQLSchema,
  directives: CostDirectives,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): OperationCost {
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`Expected a root type for a ${operation.operation}`);
  const costing: Costing = { schema, directives, fragments, defaults: variableDefaults(operation) };
  const fields = costsOf(costing, operation.selectionSet, { type, lists: [], size: 1, sizedFields: [] });
  const base = operation.operation === "mutation" ? mutationWeight : 0;
  return { total: sum([base, ...fields.map(({ total }) => total)]), fields };
}

/** The way from the root to the field with the largest part of the cost, such as "shops.edges.node". */
export function costliestPath({ fields }: OperationCost, variables: Variables): string {
  const path: string[] = [];
  let [candidates, times, enough] = [fields, 1, 0];
  for (;;) {
    const costs = candidates.map(({ total }) => times * valueOf(total, variables));
    const most = Math.max(0, ...costs);
    const costliest = candidates[costs.indexOf(most)];
    if (!costliest || most < enough) return path.join(".");
    path.push(costliest.name);
    [candidates, times, enough] = [costliest.below, times * valueOf(costliest.size, variables), most / 2];
  }
}

function costsOf(costing: Costing, selectionSet: SelectionSetNode, place: Place): readonly FieldCost[] {
  return selectionSet.selections.flatMap((selection) => {
    const condition = conditionOf(selection, costing.defaults);
    const costs = costsOfSelection(costing, selection, place);
    if (condition === 1) return costs;
    return costs.map((cost) => ({ ...cost, total: product(condition, cost.total) }));
  });
}

function costsOfSelection(costing: Costing, selection: SelectionNode, place: Place): readonly FieldCost[] {
  if (selection.kind === Kind.FIELD) return [costOfField(costing, selection, place)];
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : costing.fragments.get(selection.name.value);
  if (!fragment) throw new Error("Expected a validated document to define its fragments");
  const condition = fragment.typeCondition && costing.schema.getType(fragment.typeCondition.name.value);
  const type = isCompositeType(condition) ? condition : place.type;
  return costsOf(costing, fragment.selectionSet, { ...place, type });
}

function costOfField(costing: Costing, field: FieldNode, place: Place): FieldCost {
  const definition = fieldDefinition(costing.schema, place.type, field.name.value);
  const name = `${place.type.name}.${definition.name}`;
  const { weights, listSizes } = costing.directives;
  const names = namesOf(costing.schema, place.type, definition.name);
  const listSize = names.map((each) => listSizes.get(each)).find(Boolean) ?? introspectionSizes.get(name);
  const type = getNamedType(definition.type);
  const slice = sliceOf(field, definition, listSize, costing.defaults);
  const isList = isListType(getNullableType(definition.type));
  const size = isList ? sizeOfList(definition, listSize, slice, place) : 1;
  const lists = isList || listSize ? withList(place.lists, name) : place.lists;
  const below =
    field.selectionSet && isCompositeType(type)
      ? costsOf(costing, field.selectionSet, {
          type,
          lists,
          size: slice ?? unknownSize,
          sizedFields: listSize?.sizedFields ?? [],
        })
      : [];
  const weight = largest(names, weights) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  const own = isMeta(type.name) || isMeta(place.type.name) ? introspectionCost(field) : weight;
  const required = Math.max(...names.map((each) => requiredCost(costing.directives, each)));
  const each = sum([own, ...below.map(({ total }) => total)]);
  const total = sum([product(size, each), required, argumentsCost(costing, field, definition, name)]);
  return { name: field.alias?.value ?? definition.name, size, total, below };
}

/** What is fetched of an object before a subgraph can compute this field of it. Depends on nothing that a client says. */
function requiredCost(directives: CostDirectives, name: string): number {
  const { schema, sets, costs } = directives.required;
  const known = costs.get(name);
  if (known !== undefined) return known;
  // A field that requires itself on another object is not followed.
  costs.set(name, 0);
  const type = schema.getType(name.slice(0, name.indexOf(".")));
  if (!isCompositeType(type)) return 0;
  const costing: Costing = { schema, directives, fragments: new Map(), defaults: new Map() };
  const place: Place = { type, lists: [], size: 1, sizedFields: [] };
  const costOf = (set: SelectionSetNode) =>
    valueOf(sum(costsOf(costing, set, place).map(({ total }) => total)), {});
  const cost = Math.max(0, ...(sets.get(name) ?? []).map(costOf));
  costs.set(name, cost);
  return cost;
}

/** The names of a field: of an interface also those in the types that implement it. */
function namesOf(schema: GraphQLSchema, type: GraphQLCompositeType, field: string): readonly string[] {
  const types = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  return types.map(({ name }) => `${name}.${field}`);
}

function largest(names: readonly string[], weights: ReadonlyMap<string, number>): number | undefined {
  const given = names.flatMap((name) => weights.get(name) ?? []);
  return given.length === 0 ? undefined : Math.max(...given);
}

/** The gateway answers it from memory. By aliases a client may repeat each text of the schema hundreds of times. */
const introspectionCost = ({ selectionSet, alias }: FieldNode): number => (selectionSet || alias ? 0.02 : 0);
const isMeta = (type: string): boolean => type.startsWith("__");

function sizeOfList(
  { name }: GraphQLField<unknown, unknown>,
  listSize: ListSize | undefined,
  slice: Term | undefined,
  place: Place,
): Term {
  if (place.sizedFields.includes(name)) return place.size;
  if (listSize && listSize.sizedFields.length === 0) return slice ?? unknownSize;
  return unknownSize;
}

function withList(lists: readonly string[], name: string): readonly string[] {
  if (isMeta(name)) return lists;
  const repetitions = lists.filter((list) => list === name).length;
  if (repetitions < maxRepetitions) return [...lists, name];
  const message = `The query is too complex: expected the list ${name} at most ${maxRepetitions} times on the way to a field.`;
  throw new ClientError("QUERY_TOO_COMPLEX", message, { extensions: { http: { status: 400 } } });
}
