import {
  isOwner,
  namedTypeOf,
  type AbstractModel,
  type ArgumentModel,
  type FieldModel,
  type KeyModel,
  type Model,
  type ObjectModel,
  type Presence,
  typeOf,
} from "./model.js";
import type { FieldSpec } from "./model-spec.js";
import { pick } from "./random.js";

const wraps = [
  "T",
  "T",
  "T",
  "T",
  "T!",
  "T!",
  "[T]",
  "[T]",
  "[T!]",
  "[T]!",
  "[T!]!",
  "[[T]]",
  "[[T!]!]",
  "[[T]!]!",
];
const leafTypes = ["Int", "String", "Int", "String", "Boolean", "Float", "ID", "Any", "Color", "Mood"];
const argumentModels: readonly ArgumentModel[] = [
  { name: "a", type: "Int" },
  { name: "a", type: "Int", default: { sdl: "3", value: 3 } },
  { name: "b", type: "String", default: { sdl: '""', value: "" } },
  { name: "c", type: "Color" },
  { name: "i", type: "Shape" },
  { name: "i", type: "Shape", default: { sdl: "{ deep: { x: 0 } }", value: { x: 1, deep: { x: 0 } } } },
  { name: "l", type: "[Int!]" },
  { name: "n", type: "Int!" },
  { name: "c", type: "[[Color]!]", default: { sdl: "[[RED]]", value: [["RED"]] } },
];

export interface FieldPlace {
  readonly origin: string;
  readonly name: string;
  readonly owners: ReadonlySet<string> | "everywhere";
  readonly isLeaf?: boolean;
}

/** A model that grows. A subgraph learns of a type as soon as one of its fields returns it. */
export class ModelDraft implements Model {
  readonly objects = new Map<string, ObjectModel>();
  readonly abstracts = new Map<string, AbstractModel>();
  #order = 0;

  constructor(
    readonly seed: number,
    readonly subgraphs: readonly string[],
  ) {}

  addObject(
    name: string,
    kind: ObjectModel["kind"],
    { group = name, keys = [] }: { readonly group?: string; readonly keys?: KeyModel[] } = {},
  ): ObjectModel {
    const object: ObjectModel = { name, kind, group, keys, fields: new Map(), presence: new Map() };
    this.objects.set(name, object);
    return object;
  }

  object(name: string): ObjectModel {
    const object = this.objects.get(name);
    if (!object) throw new Error(`Expected an object type ${name}`);
    return object;
  }

  presenceOf(object: ObjectModel, subgraph: string): Presence {
    const known = object.presence.get(subgraph);
    if (known) return known;
    const presence: Presence = { keys: new Set(), isResolvable: false, external: new Set() };
    object.presence.set(subgraph, presence);
    const [key] = object.keys;
    if (key) this.addKey(object, subgraph, key);
    if (object.kind === "value")
      for (const { type } of object.fields.values()) this.introduce(type, subgraph);
    return presence;
  }

  addKey(object: ObjectModel, subgraph: string, key: KeyModel): void {
    this.presenceOf(object, subgraph).keys.add(key);
    for (const { field } of key.selections) this.introduce(field.type, subgraph);
  }

  /** Makes the subgraph know what a type names. */
  introduce(type: FieldModel["type"], subgraph: string): void {
    const object = this.objects.get(namedTypeOf(type));
    if (object && object.kind !== "interfaceObject") this.presenceOf(object, subgraph);
  }

  /** Whether a field of the subgraph may return the type. */
  isUsable(name: string, subgraph: string): boolean {
    const abstract = this.abstracts.get(name);
    if (abstract)
      return abstract.members.has(subgraph) || this.objects.get(name)?.presence.has(subgraph) === true;
    const object = this.objects.get(name);
    if (!object) return true;
    if (object.kind === "interfaceObject") return object.presence.has(subgraph);
    // A subgraph with an interface object must not have the interface's types.
    if (this.objects.get(object.group)?.kind === "interfaceObject") {
      return !this.object(object.group).presence.has(subgraph);
    }
    if (object.kind !== "value") return object.kind === "entity";
    return [...object.fields.values()].every(({ type }) => this.isUsable(namedTypeOf(type), subgraph));
  }

  addField(object: ObjectModel, place: FieldPlace, spec: FieldSpec): FieldModel {
    const field = this.detachedField(place, spec);
    this.attach(object, field);
    return field;
  }

  /** A field that no type has yet. */
  detachedField(place: FieldPlace, spec: FieldSpec): FieldModel {
    const named = this.#pickType(place, spec);
    return {
      name: place.name,
      origin: place.origin,
      order: this.#order++,
      type: typeOf(pick(wraps, spec.wrap).replace("T", named)),
      args: pickArguments(spec.args),
      owners: place.owners,
      isIdentity: false,
    };
  }

  attach(object: ObjectModel, field: FieldModel): void {
    object.fields.set(field.name, field);
    const owners = field.owners === "everywhere" ? object.presence.keys() : field.owners;
    for (const owner of owners) {
      const presence = this.presenceOf(object, owner);
      if (object.kind === "entity") presence.isResolvable = true;
      this.introduce(field.type, owner);
    }
  }

  addIdentity(object: ObjectModel, name: string, type: string): FieldModel {
    const field: FieldModel = {
      name,
      origin: object.group,
      order: this.#order++,
      type: typeOf(type),
      args: [],
      owners: new Set(),
      isIdentity: name !== "tag" && name !== "zone",
    };
    object.fields.set(name, field);
    return field;
  }

  /** Whether there is an object that each of the subgraphs may return for the type. */
  #hasCommonMember(name: string, subgraphs: readonly string[]): boolean {
    const abstract = this.abstracts.get(name);
    if (!abstract || abstract.key) return true;
    const [first = new Set<string>(), ...others] = subgraphs.map((subgraph) =>
      abstract.members.get(subgraph),
    );
    return [...first].some((member) => others.every((other) => other?.has(member)));
  }

  #pickType({ owners, isLeaf }: FieldPlace, { type }: FieldSpec): string {
    if (isLeaf || type % 2 === 0) return pick(leafTypes, type >> 1);
    const subgraphs = owners === "everywhere" ? this.subgraphs : [...owners];
    const names = [...new Set([...this.objects.keys(), ...this.abstracts.keys()])];
    const usable = names.filter(
      (name) =>
        subgraphs.every((subgraph) => this.isUsable(name, subgraph)) &&
        this.#hasCommonMember(name, subgraphs),
    );
    return usable.length > 0 ? pick(usable, type >> 1) : "Int";
  }
}

function pickArguments(numbers: readonly number[]): readonly ArgumentModel[] {
  const chosen = new Map(
    numbers.map((number) => pick(argumentModels, number)).map((model) => [model.name, model]),
  );
  return [...chosen.values()];
}

/** Whether the field could be required of other subgraphs, or provided to them. */
export function isForeign(object: ObjectModel, field: FieldModel, subgraph: string): boolean {
  const keys = object.presence.get(subgraph)?.keys ?? [];
  const inKey = [...keys].some(({ selections }) => selections.some((selection) => selection.field === field));
  return !inKey && !isOwner(field, subgraph) && field.overridden === undefined;
}
