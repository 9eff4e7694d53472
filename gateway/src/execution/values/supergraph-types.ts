import {
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import type { ScalarForm } from "../../planning/scalar-forms.js";
import type { VirtualField } from "../../planning/virtual-fields.js";

type ScalarForms = ReadonlyMap<string, ScalarForm>;

/** What the execution asks about the types of a supergraph, with all that its API does not show. */
export class SupergraphTypes {
  readonly #schema: GraphQLSchema;
  readonly #virtualFields: ReadonlyMap<string, VirtualField>;
  readonly #forms: ScalarForms;

  constructor(
    schema: GraphQLSchema,
    virtualFields: ReadonlyMap<string, VirtualField>,
    forms: ScalarForms = new Map(),
  ) {
    this.#schema = schema;
    this.#forms = forms;
    this.#virtualFields = virtualFields;
  }

  has(name: string): boolean {
    return this.#type(name) !== undefined;
  }

  isObject(name: string): boolean {
    return isObjectType(this.#type(name));
  }

  /** Whether a type is another one, implements it or is a member of it. */
  isOfType(name: string, condition: string): boolean {
    if (name === condition) return true;
    const [type, wider] = [this.#type(name), this.#type(condition)];
    return (
      isAbstractType(wider) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      this.#schema.isSubType(wider, type)
    );
  }

  /** Whether an enum has a value, be it in the API or not. */
  hasEnumValue(enumName: string, value: string): boolean {
    const type = this.#type(enumName);
    return isEnumType(type) && type.getValue(value) !== undefined;
  }

  /** The form of the values of a scalar. Undefined: it may have any. */
  formOf(scalar: string): ScalarForm | undefined {
    return this.#forms.get(scalar);
  }

  /** What subgraphs call a field. */
  fieldNameOf(name: string): string {
    return this.#virtualFields.get(name)?.field ?? name;
  }

  #type(name: string): GraphQLNamedType | undefined {
    return this.#schema.getType(name);
  }
}
