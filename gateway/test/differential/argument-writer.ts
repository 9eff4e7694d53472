import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLInputType,
} from "graphql";
import { drawFrom, pick, type Draw } from "./random.js";

interface VariableModel {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly default: string | undefined;
}

const variableNames = ["a", "representations", "r0", "v", "__proto__", "constructor", "e0", "id"];
const scalarValues: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, -1, 7],
  String: ["", "a", 'q"', "ü"],
  Boolean: [true, false],
};

/** Writes the arguments of an operation, and declares the variables that they use. */
export class ArgumentWriter {
  readonly #variables = new Map<string, VariableModel>();

  /** As in the document, with the parentheses. */
  write(args: readonly GraphQLArgument[], number: number): string {
    const draw = drawFrom(`arguments ${number}`);
    const given = args.filter((argument) => isRequiredArgument(argument) || draw(3) > 0);
    const printed = given.map(({ name, type }) => `${name}: ${this.#value(type, draw)}`);
    return printed.length > 0 ? `(${printed.join(", ")})` : "";
  }

  /** A `@skip` or `@include`, or nothing. */
  condition(type: GraphQLInputType, number: number): string {
    const draw = drawFrom(`condition ${number}`);
    if (draw(4) > 0) return "";
    const one = () =>
      ` @${draw(2) ? "skip" : "include"}(if: ${draw(3) ? this.#variable(type, draw) : draw(2) === 0})`;
    const first = one();
    const second = draw(5) ? "" : one();
    return first.slice(0, 5) === second.slice(0, 5) ? first : first + second;
  }

  /** Declares the variables that a document uses. Some may have been made for fields that were left out. */
  declarations(document: string): string {
    for (const name of this.#variables.keys()) {
      if (!new RegExp(`\\$${name}\\b`).test(document)) this.#variables.delete(name);
    }
    const printed = [...this.#variables.values()].map(
      ({ name, type, default: fallback }) =>
        `$${name}: ${String(type)}${fallback === undefined ? "" : ` = ${fallback}`}`,
    );
    return printed.length > 0 ? `(${printed.join(", ")})` : "";
  }

  /** Values for the variables. Some that have to be optional are left out. */
  variables(seed: number): Record<string, unknown> {
    const values: [string, unknown][] = [];
    for (const { name, type, default: fallback } of this.#variables.values()) {
      const draw = drawFrom(`${seed} ${name}`);
      const isOptional = fallback !== undefined || !isNonNullType(type);
      if (!isOptional || draw(4) > 0) values.push([name, valueOf(type, draw)]);
    }
    return Object.fromEntries(values);
  }

  #value(type: GraphQLInputType, draw: Draw): string {
    if (draw(3) === 0) return this.#variable(type, draw);
    if (isNonNullType(type)) return literal(valueOf(type.ofType, draw, true), type.ofType);
    return literal(valueOf(type, draw), type);
  }

  #variable(type: GraphQLInputType, draw: Draw): string {
    const same = [...this.#variables.values()].filter((variable) => String(variable.type) === String(type));
    if (same.length > 0 && draw(2)) return `$${pick(same, draw(100)).name}`;
    const free = variableNames.filter((name) => !this.#variables.has(name));
    const name = free.length > 0 ? pick(free, draw(100)) : `v${this.#variables.size}`;
    const fallback = draw(3) === 0 ? literal(valueOf(type, draw), type) : undefined;
    this.#variables.set(name, { name, type, default: fallback });
    return `$${name}`;
  }
}

function valueOf(type: GraphQLInputType, draw: Draw, isSure = false): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, draw, true);
  if (!isSure && draw(5) === 0) return null;
  if (isListType(type)) return Array.from({ length: draw(3) }, () => valueOf(type.ofType, draw));
  if (isEnumType(type)) return pick(type.getValues(), draw(100)).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(() => draw(3) === 0);
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, draw)]));
  }
  return pick(scalarValues[type.name] ?? [null], draw(100));
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return "null";
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type) && Array.isArray(value)) {
    return `[${value.map((item) => literal(item, type.ofType)).join(", ")}]`;
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const printed = Object.entries(value as object).flatMap(([name, item]) => {
      const field = fields[name];
      return field ? [`${name}: ${literal(item, field.type)}`] : [];
    });
    return `{ ${printed.join(", ")} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
