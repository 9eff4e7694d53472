import { parseType, print, type TypeNode } from "graphql";

/** A field and what is selected of its value, in a `@requires`. */
export interface Selection {
  readonly field: FieldModel;
  readonly args: Readonly<Record<string, unknown>>;
  /** Undefined: the value is a leaf. */
  readonly children: readonly Selection[] | undefined;
}

export interface ArgumentModel {
  readonly name: string;
  readonly type: string;
  /** As in SDL, and as a resolver gets it. */
  readonly default?: { readonly sdl: string; readonly value: unknown };
}

export interface FieldModel {
  readonly name: string;
  /** Fields with the same origin and name have the same value for the same `n`. */
  readonly origin: string;
  /** A field requires only fields with a lower number, so that there is no circle. */
  readonly order: number;
  readonly type: TypeNode;
  readonly args: readonly ArgumentModel[];
  /** The subgraphs that resolve it. "everywhere": all that know the type. */
  readonly owners: ReadonlySet<string> | "everywhere";
  /** Its value says which object it is of. */
  readonly isIdentity: boolean;
  /** What the one owner needs of other subgraphs. */
  requires?: readonly Selection[];
  /** A field of the returned entity that the one owner resolves there. */
  provides?: FieldModel;
  /** The subgraph whose field was taken over with `@override`. */
  overridden?: string;
  isInaccessible?: boolean;
  /** Some owner provides it to others, so that all have to say that they share it. */
  isShareable?: boolean;
  /** The subgraph in whose SDL the type is non-null, although it is nullable in another. */
  nonNullIn?: string | undefined;
}

/** A set of fields that identifies an entity. */
export interface KeyModel {
  readonly selections: readonly Selection[];
}

/** What a subgraph knows of an object type. */
export interface Presence {
  readonly keys: Set<KeyModel>;
  isResolvable: boolean;
  /** The fields that it names, but does not resolve by itself. */
  readonly external: Set<FieldModel>;
}

export interface ObjectModel {
  readonly name: string;
  readonly kind: "root" | "entity" | "value" | "interfaceObject";
  /** The type itself, or the interface with which it shares its ids. */
  readonly group: string;
  readonly keys: KeyModel[];
  readonly fields: Map<string, FieldModel>;
  readonly presence: Map<string, Presence>;
}

export interface AbstractModel {
  readonly name: string;
  readonly kind: "interface" | "union";
  /** By subgraph. */
  readonly members: Map<string, ReadonlySet<string>>;
  /** What all members of the interface have. */
  readonly fields: readonly FieldModel[];
  /** Undefined: no entity interface. */
  readonly key?: KeyModel;
}

/** A graph with its data, and how it is split into subgraphs. */
export interface Model {
  readonly seed: number;
  readonly subgraphs: readonly string[];
  readonly objects: Map<string, ObjectModel>;
  readonly abstracts: Map<string, AbstractModel>;
}

const types = new Map<string, TypeNode>();

/** The same node for the same text. */
export function typeOf(text: string): TypeNode {
  const type = types.get(text) ?? parseType(text, { noLocation: true });
  types.set(text, type);
  return type;
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === "NamedType" ? type.name.value : namedTypeOf(type.type);
}

export const typeText = (type: TypeNode): string => print(type);

export function isOwner(field: FieldModel, subgraph: string): boolean {
  return field.owners === "everywhere" || field.owners.has(subgraph);
}

/** The one subgraph that resolves the field. Undefined: there are several. */
export function soleOwner({ owners }: FieldModel): string | undefined {
  return owners !== "everywhere" && owners.size === 1 ? [...owners][0] : undefined;
}
