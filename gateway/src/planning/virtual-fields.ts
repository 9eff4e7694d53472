import { print, type DocumentNode, type FieldNode } from "graphql";
import { isComposedType, type ComposedType } from "./join-directives.js";

/** What a virtual field stands for. */
export interface VirtualField {
  /** The name of the real field. */
  readonly field: string;
  /** GraphQL text, such as `(currency: "USD")`. */
  readonly arguments: string;
}

/** Gives each field that a `@requires` selects with arguments a virtual field without arguments. */
export class VirtualFields {
  /** By the virtual name. It says the field and the arguments, on whatever type. */
  readonly byName = new Map<string, VirtualField>();
  readonly #types: readonly ComposedType[];
  readonly #takenNames: Set<string>;
  /** The virtual names of each real field. */
  readonly #names = new Map<string, Set<string>>();

  constructor(supergraph: DocumentNode) {
    this.#types = supergraph.definitions.filter(isComposedType);
    const fields = this.#types.flatMap((type) => type.fields ?? []);
    this.#takenNames = new Set(fields.map(({ name }) => name.value));
  }

  /** The field under its virtual name. The type and all that implement it have this virtual field from now on. */
  replace(field: FieldNode, typeName: string): FieldNode {
    const fieldName = field.name.value;
    const virtualName = this.#nameFor(field);
    for (const owner of [typeName, ...this.#implementationsOf(typeName)]) {
      const place = `${owner}.${fieldName}`;
      this.#names.set(place, (this.#names.get(place) ?? new Set()).add(virtualName));
    }
    return { ...field, arguments: [], name: { ...field.name, value: virtualName } };
  }

  /** The virtual names of a real field. */
  namesOf(typeName: string, fieldName: string): readonly string[] {
    return [...(this.#names.get(`${typeName}.${fieldName}`) ?? [])];
  }

  #nameFor({ name, arguments: given = [] }: FieldNode): string {
    const sorted = given.toSorted((left, right) => (left.name.value < right.name.value ? -1 : 1));
    const virtual = { field: name.value, arguments: `(${sorted.map(print).join(", ")})` };
    for (const [known, { field, arguments: text }] of this.byName) {
      if (field === virtual.field && text === virtual.arguments) return known;
    }
    let count = 1;
    while (this.#takenNames.has(`${virtual.field}__${count}`)) count++;
    const free = `${virtual.field}__${count}`;
    this.#takenNames.add(free);
    this.byName.set(free, virtual);
    return free;
  }

  #implementationsOf(typeName: string): readonly string[] {
    return this.#types
      .filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === typeName))
      .map(({ name }) => name.value);
  }
}
