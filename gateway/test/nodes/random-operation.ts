import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";
import { nodeId, nodeTypes } from "./shop.js";

export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const maxDepth = 4;

/** Writes an operation with `node` and `nodes`, of numbers that decide. It is valid wherever no two fields clash. */
export class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #numbers: readonly number[];
  readonly #fragments: { readonly name: string; readonly type: string; readonly text: string }[] = [];
  readonly #isSimple: boolean;
  #at = 0;

  /** `isSimple`: without conditions, and without fragments that are spread twice. */
  constructor(schema: GraphQLSchema, numbers: readonly number[], { isSimple = false } = {}) {
    this.#isSimple = isSimple;
    this.#schema = schema;
    this.#numbers = numbers;
  }

  write(): RandomOperation {
    const roots = Array.from({ length: 1 + this.#below(3) }, (_, index) => this.#root(index));
    const body = `{ ${roots.join(" ")} }`;
    const texts = [
      body,
      ...this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`),
    ];
    const document = texts.join("\n");
    const values: Record<string, readonly [type: string, value: unknown]> = {
      id: ["ID!", this.#id()],
      other: [`ID! = "${this.#id()}"`, undefined],
      ids: ["[ID!]!", Array.from({ length: this.#below(5) }, () => this.#id())],
      yes: ["Boolean!", true],
      no: ["Boolean = false", undefined],
    };
    const used = Object.entries(values).filter(([name]) => new RegExp(`\\$${name}\\b`).test(document));
    const definitions = used.map(([name, [type]]) => `$${name}: ${type}`).join(", ");
    return {
      query: `query Asked${definitions && `(${definitions})`} ${document}`,
      variables: Object.fromEntries(
        used.flatMap(([name, [, value]]) => (value === undefined ? [] : [[name, value]])),
      ),
    };
  }

  /** From 0 on. Without numbers left: 0. */
  #below(count: number): number {
    return (this.#numbers[this.#at++] ?? 0) % count;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #id(): string {
    if (this.#below(12) === 11)
      return this.#pick(["", "Qm9vaw", "nonsense!", nodeId("Tag", "t"), nodeId("__proto__", "x")]);
    return nodeId(this.#pick(nodeTypes), this.#pick(["1", "2", "3", "404"]));
  }

  #condition(): string {
    if (this.#isSimple) return "";
    const choices = [
      "",
      "",
      "",
      "",
      " @include(if: $yes)",
      " @skip(if: $no)",
      " @skip(if: $yes)",
      " @include(if: true)",
    ];
    return this.#pick(choices);
  }

  #root(index: number): string {
    const argument = () => this.#pick(["$id", "$other", JSON.stringify(this.#id())]);
    const on = (type: string, text: string) =>
      `${text}${this.#condition()} ${this.#set(this.#typeOf(type), 1)}`;
    switch (this.#below(6)) {
      case 0:
        return on("Node", `r${index}: node(id: ${argument()})`);
      case 1:
        return on("Node", `r${index}: nodes(ids: $ids)`);
      case 2:
        return on("Node", `r${index}: nodes(ids: [${argument()}, ${argument()}])`);
      case 3:
        return on("Author", `r${index}: everyone`);
      case 4:
        return on("Titled", `r${index}: titled`);
      default: {
        const twice = `r${index}: node(id: ${argument()})`;
        return `... on Query { ${on("Node", twice)} } ${on("Node", twice)}`;
      }
    }
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.#below(3);
    return `{ ${Array.from({ length: count }, () => this.#selection(type, depth)).join(" ")} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const kind = depth > maxDepth ? 0 : this.#below(5);
    if (kind <= 1) return this.#field(type, depth);
    const near = this.#typesNear(type);
    const written = this.#fragments.filter(({ type: on }) => near.some(({ name }) => name === on));
    if (!this.#isSimple && kind === 4 && written.length > 0 && this.#below(2) === 1)
      return `...${this.#pick(written).name}${this.#condition()}`;
    const condition = this.#pick(near);
    const set = this.#set(condition, depth + 1);
    if (kind === 2) return `...${this.#condition()} ${this.#set(type, depth + 1)}`;
    if (kind === 3) return `... on ${condition.name}${this.#condition()} ${set}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, type: condition.name, text: set });
    return `...${name}${this.#condition()}`;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    if (isUnionType(type)) return "__typename";
    const fields = Object.values(type.getFields());
    const fitting =
      depth > maxDepth ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
    const field = this.#pick([undefined, ...fitting, ...fitting]);
    if (!field) return "__typename";
    const inner = getNamedType(field.type);
    return `${field.name}${this.#condition()}${isCompositeType(inner) ? ` ${this.#set(inner, depth + 1)}` : ""}`;
  }

  /** The types on which a fragment may stand there. */
  #typesNear(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const possible = new Set(this.#possible(type));
    const composites = Object.values(this.#schema.getTypeMap()).filter(
      (one) => isCompositeType(one) && !one.name.startsWith("__"),
    ) as GraphQLCompositeType[];
    return composites.filter((one) => this.#possible(one).some((name) => possible.has(name)));
  }

  #possible(type: GraphQLCompositeType): readonly string[] {
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return types.filter(isObjectType).map(({ name }) => name);
  }

  #typeOf(name: string): GraphQLCompositeType {
    return this.#schema.getType(name) as GraphQLCompositeType;
  }
}
