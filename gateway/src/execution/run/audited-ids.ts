import { getNamedType, isAbstractType, isCompositeType, type GraphQLCompositeType } from "graphql";
import type { SettledFragment, SettledOperation, SettledSelection } from "../operation/settled-operation.js";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import type { ResponseObject } from "../values/response-objects.js";

/** The ids of objects, by the name of their type. */
export type AuditedIds = ReadonlyMap<string, ReadonlySet<string>>;

/** What an operation reads of audited types. */
export interface AuditedReads {
  /** The scopes that the types demand which the client selected. */
  readonly scopes: ReadonlySet<string>;
  /** Finds the ids in all that the subgraphs sent. */
  idsIn(data: ResponseObject): AuditedIds;
}

/** Objects in one place of the responses. */
interface Place {
  /** The names of the fields that make the id, by type. */
  readonly keys: Map<string, Key>;
  readonly below: Map<string, Place>;
}

interface Key {
  readonly names: readonly string[];
  /** Whether other types may stand in its place. */
  readonly isAmongOthers: boolean;
}

/** Compiled once for an operation. Undefined: it reads no audited type, and costs nothing. */
export function compileAuditedReads({ rootType, selections }: SettledOperation): AuditedReads | undefined {
  const root = newPlace();
  const scopes = new Set<string>();
  addSelections(root, rootType, selections, scopes);
  const typeNames = [...new Set(namesIn(root))];
  if (typeNames.length === 0) return undefined;
  const collect = compileCollect(root, typeNames);
  return {
    scopes,
    idsIn: (data) => {
      const sets = typeNames.map(() => new Set<string>());
      collect(data, sets);
      return new Map(typeNames.map((name, index) => [name, sets[index] ?? new Set()]));
    },
  };
}

const newPlace = (): Place => ({ keys: new Map(), below: new Map() });

function addSelections(
  place: Place,
  type: GraphQLCompositeType,
  selections: readonly SettledSelection[],
  scopes: Set<string> | undefined,
): void {
  for (const selection of selections) {
    if (selection.kind === "fragment") {
      if (selection.audited) addKey(place, type, selection, scopes);
      addSelections(place, type, selection.selections, selection.audited ? undefined : scopes);
      continue;
    }
    const inner = getNamedType(selection.definition.type);
    if (!isCompositeType(inner)) continue;
    const below = place.below.get(selection.name) ?? newPlace();
    place.below.set(selection.name, below);
    addSelections(below, inner, selection.selections, scopes);
  }
}

/** `scopes` is undefined where the client did not select the object. */
function addKey(
  { keys }: Place,
  type: GraphQLCompositeType,
  { audited, selections }: SettledFragment,
  scopes: Set<string> | undefined,
): void {
  if (!audited) return;
  for (const scope of audited.scopes) scopes?.add(scope);
  const names = selections.flatMap((selection) =>
    selection.kind === "field" && selection.selections.length === 0 ? [selection.name] : [],
  );
  if (names.length > 0) keys.set(audited.name, { names, isAmongOthers: isAbstractType(type) });
}

const namesIn = ({ keys, below }: Place): readonly string[] => [
  ...keys.keys(),
  ...[...below.values()].flatMap(namesIn),
];

type Collect = (value: object, sets: readonly Set<string>[]) => void;

function compileCollect(root: Place, typeNames: readonly string[]): Collect {
  const code = new GeneratedCode();
  const forEach = code.constant(forEachObject);
  const define = ({ keys, below }: Place): string => {
    const lines = [...keys].map(([name, key]) => keyLine(name, key, typeNames.indexOf(name)));
    for (const [name, place] of below) {
      if (namesIn(place).length > 0)
        lines.push(`${forEach}(${property("o", name)}, ${define(place)}, sets);`);
    }
    return code.define("o, sets", lines.join("\n"));
  };
  return code.compile(define(root)) as Collect;
}

/** Lists may hold lists, and null in place of objects. */
function forEachObject(value: unknown, collect: Collect, sets: readonly Set<string>[]): void {
  if (Array.isArray(value)) for (const item of value) forEachObject(item, collect, sets);
  else if (typeof value === "object" && value !== null) collect(value, sets);
}

/** An object without its key is malformed: careful-answer.ts reports it. */
function keyLine(typeName: string, { names, isAmongOthers }: Key, index: number): string {
  const values = names.map((name) => property("o", name));
  const conditions = [
    ...(isAmongOthers ? [`o.__typename === ${literal(typeName)}`] : []),
    ...values.map((value) => `${value} != null`),
  ];
  const id = values.map((value) => `String(${value})`).join(' + " " + ');
  return `if (${conditions.join(" && ")}) sets[${index}].add(${id});`;
}
