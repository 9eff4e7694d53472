import type { TypeNode } from "graphql";
import {
  namedTypeOf,
  type AbstractModel,
  type FieldModel,
  type Model,
  type ObjectModel,
  type Selection,
} from "./model.js";
import { drawFrom, pick, type Draw } from "./random.js";

/** An object of the graph: all its fields follow from its type and its number. */
export interface Instance {
  readonly __typename: string;
  readonly n: number;
}

export const colors = ["RED", "GREEN", "BLUE"] as const;
/** The last one is inaccessible. */
export const moods = ["CALM", "MERRY", "SECRET"] as const;

const leaves: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 2, -7, 2_147_483_647],
  Float: [0, 0.5, -1.25, 1e21, 3],
  String: ["", "a", "Bình", 'q"\\\n', "\u2028</script>", "🙂", "__proto__"],
  Boolean: [false, true],
  ID: ["", "0", "x-1", "é"],
  Any: [0, "", false, { a: [1, null, { b: "" }] }, [], {}, [[0]], { __typename: "Query", id: "E0-1" }],
  Color: colors,
  Mood: [...moods, ...moods, "CALM"],
};
const entitiesPerType = 3;

/** The data of a model. Every value follows from the seed, the field, the object's number and the arguments. */
export class ModelData {
  /** How many mutations have run: what a mutation returns depends on it. */
  mutations = 0;
  /** In so many of a hundred cases, a resolver of a field on which no other depends throws. */
  failures = 0;
  /** What a plan asked of a subgraph that does not have it. */
  readonly wrongPlans: string[] = [];
  readonly #needed: ReadonlySet<string>;

  constructor(readonly model: Model) {
    this.#needed = new Set(neededFields(model));
  }

  /** `required` has the values of the fields that the field requires. Undefined: they are looked up here. */
  valueOf(field: FieldModel, n: number, args: object, required?: unknown): unknown {
    if (field.isIdentity) return identityOf(field, n);
    const needed = field.requires && (required ?? this.select(field.requires, n));
    const count = field.origin === "Mutation" ? this.mutations++ : "";
    const key = `${this.model.seed}|${field.origin}|${n}|${field.name}|${canonical(args)}|${canonical(needed)}|${count}`;
    if (isGroupKey(field)) return this.#linked(field, n);
    if (this.failures > 0) this.#mayFail(field, key);
    return this.#fill(field, field.type, drawFrom(key), field.nonNullIn !== undefined);
  }

  select(selections: readonly Selection[], n: number): Record<string, unknown> {
    const entries = selections.map(({ field, args, children }) => {
      const value = this.valueOf(field, n, { ...defaultsOf(field), ...args });
      return [field.name, children ? mapItems(value, (item) => this.select(children, item.n)) : value];
    });
    return Object.fromEntries(entries) as Record<string, unknown>;
  }

  /** The field of an object type, or of the interface object that it belongs to. */
  field(typeName: string, fieldName: string): FieldModel {
    const field =
      this.model.objects.get(typeName)?.fields.get(fieldName) ??
      this.model.objects.get(this.#object(typeName).group)?.fields.get(fieldName);
    if (!field) throw new Error(`Expected a field ${typeName}.${fieldName}`);
    return field;
  }

  #mayFail({ origin, name }: FieldModel, key: string): void {
    if (this.#needed.has(name) || origin === "Mutation") return;
    if (drawFrom(`failure ${key}`)(100) < this.failures) throw new Error("the resolver failed");
  }

  /** The object of a type, or of the types that implement an entity interface. */
  instance(typeName: string, n: number): Instance {
    const members = this.#groupMembers(typeName);
    return { __typename: pick(members, n), n };
  }

  #object(typeName: string): ObjectModel {
    const object = this.model.objects.get(typeName);
    if (!object) throw new Error(`Expected an object type ${typeName}`);
    return object;
  }

  #groupMembers(typeName: string): readonly string[] {
    const object = this.model.objects.get(typeName);
    if (object?.kind !== "interfaceObject") return [typeName];
    return [...this.model.objects.values()]
      .filter(({ group, kind }) => group === typeName && kind === "entity")
      .map(({ name }) => name);
  }

  /** A key's object has the number of the entity. */
  #linked({ type }: FieldModel, n: number): Instance {
    return { __typename: namedTypeOf(type), n };
  }

  #fill(field: FieldModel, type: TypeNode, draw: Draw, isSure: boolean): unknown {
    if (type.kind === "NonNullType") return this.#fill(field, type.type, draw, true);
    if (!isSure && draw(5) === 0) return null;
    if (type.kind === "ListType") {
      return Array.from({ length: draw(4) }, () => this.#fill(field, type.type, draw, false));
    }
    return this.#named(field, type.name.value, draw, isSure);
  }

  #named(field: FieldModel, name: string, draw: Draw, isSure: boolean): unknown {
    const values = leaves[name];
    if (values) {
      const value = pick(values, draw(1_000));
      return value === "SECRET" && isSure ? "CALM" : value;
    }
    const members = this.possibleTypes(field, name);
    const member = members.length > 0 ? pick(members, draw(1_000)) : undefined;
    return member === undefined ? null : this.#anyInstance(member, draw);
  }

  /** The object types that all owners of a field may return for it. */
  possibleTypes(field: FieldModel, name: string): readonly string[] {
    const { objects, abstracts } = this.model;
    const object = objects.get(name);
    if (object) return object.kind === "interfaceObject" ? this.#groupMembers(name) : [name];
    const abstract = abstracts.get(name);
    if (!abstract) throw new Error(`Expected a type ${name}`);
    return commonMembers(field, abstract);
  }

  #anyInstance(typeName: string, draw: Draw): Instance {
    const { kind, group } = this.#object(typeName);
    if (kind === "value") return { __typename: typeName, n: draw(50) };
    const members = this.#groupMembers(group);
    const position = Math.max(0, members.indexOf(typeName));
    return { __typename: typeName, n: position + members.length * draw(entitiesPerType) };
  }
}

/** Puts the result of a function in place of each object in lists of lists. */
function mapItems(value: unknown, change: (item: Instance) => unknown): unknown {
  if (value === null) return null;
  return Array.isArray(value) ? value.map((item) => mapItems(item, change)) : change(value as Instance);
}

/** The number of an object, by the value of an identifying field. */
export function numberFrom({ name }: FieldModel, value: unknown): number {
  if (name === "code") return (Number(value) - 3) / 7;
  if (name === "part") return Number(value);
  return Number(String(value).replace(/^.*-/, ""));
}

function identityOf({ name, origin }: FieldModel, n: number): unknown {
  if (name === "code") return n * 7 + 3;
  if (name === "part") return n;
  return `${origin}-${n}`;
}

/** The names of the fields in keys and in `@requires`. */
function* neededFields({ objects }: Model): Iterable<string> {
  for (const { keys, fields } of objects.values()) {
    for (const { selections } of keys) yield* namesIn(selections);
    for (const { requires = [] } of fields.values()) yield* namesIn(requires);
  }
}

function* namesIn(selections: readonly Selection[]): Iterable<string> {
  for (const { field, children = [] } of selections) {
    yield field.name;
    yield* namesIn(children);
  }
}

function defaultsOf({ args }: FieldModel): object {
  const given = args.flatMap(({ name, default: fallback }) =>
    fallback ? [[name, fallback.value] as const] : [],
  );
  return Object.fromEntries(given);
}

function isGroupKey(field: FieldModel): boolean {
  return field.name === "tag";
}

function commonMembers(field: FieldModel, { members }: AbstractModel): readonly string[] {
  const owners = field.owners === "everywhere" ? [...members.keys()] : [...field.owners];
  const [first = new Set<string>(), ...others] = owners.map(
    (owner) => members.get(owner) ?? new Set<string>(),
  );
  return [...first].filter((member) => others.every((other) => other.has(member)));
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, item: unknown) =>
      typeof item === "object" && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : item,
    ) ?? ""
  );
}
