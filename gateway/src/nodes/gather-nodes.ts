import { JsonText } from "@an-sinh/server/json-text";
import { GraphQLError } from "graphql";
import type { AskedNodes } from "./asked-nodes.js";
import type { NodeSlots } from "./node-slots.js";
import { rootMembers } from "./root-members.js";

/** Where the client finds what a root field of ours answered. */
interface ClientPlace {
  readonly key: string;
  readonly position: number;
}

type Path = readonly (string | number)[];

/** Puts what the root fields answered where the client asked for it. */
export class NodeGathering {
  readonly #asked: AskedNodes;
  readonly #slots: NodeSlots;
  /** By the names of the root fields that stand for items of lists. */
  readonly #places = new Map<string, ClientPlace>();
  /** Finds these names in a text. Made where there is one. */
  #aliases: RegExp | undefined;

  /** `positions`: the places of the slots in the lists, in their order. */
  constructor(asked: AskedNodes, slots: NodeSlots, positions: readonly number[]) {
    this.#asked = asked;
    this.#slots = slots;
    let count = 0;
    for (const [key, own] of slots)
      for (const { alias } of own) {
        const position = positions[count++] ?? 0;
        if (alias !== key) this.#places.set(alias, { key, position });
      }
  }

  /** The data of the answer, with each value as it was written. */
  data(given: unknown): unknown {
    const { fields, errors } = this.#asked;
    const hasLists = [...fields.values()].some((field) => field?.isList);
    if (!(given instanceof JsonText) || (!hasLists && errors.length === 0)) return given;
    const members = rootMembers(given.text);
    const texts: string[] = [];
    for (const [key, field] of fields) {
      const value = field?.isList ? this.#list(key, field.length, members) : members.get(key);
      const text = value ?? (field && "null");
      if (text !== undefined) texts.push(`"${key}":${text}`);
    }
    return new JsonText(`{${texts.join(",")}}`);
  }

  #list(key: string, length: number, members: ReadonlyMap<string, string>): string {
    const items = Array.from({ length }, () => "null");
    for (const { alias } of this.#slots.get(key) ?? []) {
      const place = this.#places.get(alias);
      if (place) items[place.position] = members.get(alias) ?? "null";
    }
    return `[${items.join(",")}]`;
  }

  /** The errors with the client's paths, and those about its ids unless the whole operation was refused. */
  errors(given: readonly GraphQLError[] = [], hasData = true): readonly GraphQLError[] {
    const seen = new Set<string>();
    const told = given.map((error) => this.#error(error)).filter((error) => isFirst(error, seen));
    return hasData ? [...told, ...this.#asked.errors] : told;
  }

  /** The same error at the client's place. One that nothing in it concerns is kept: others may have it, too. */
  #error(error: GraphQLError): GraphQLError {
    if (this.#places.size === 0 || isWithoutExtensions(error)) return error;
    const { message, path, extensions } = error;
    const own = {
      message: this.text(message),
      path: this.#path(error),
      extensions: this.extensions(extensions),
    };
    if (own.message === message && own.path === path && own.extensions === extensions) return error;
    return Object.create(Object.getPrototypeOf(error) as object, {
      ...Object.getOwnPropertyDescriptors(error),
      ...describe(own),
    }) as GraphQLError;
  }

  #path({ path, extensions }: GraphQLError): Path | undefined {
    const place = this.#places.get(String(path?.[0]));
    if (!path || !place) return path;
    const below = path.slice(1);
    // What the caller may not see is told once for all items.
    if (isUnauthorized(extensions)) return [place.key, ...below];
    return [place.key, this.#firstPosition(place, below, extensions["fields"]), ...below];
  }

  /** Where an error is about several items, its place is the first in the list. What is executed has them by their types. */
  #firstPosition({ key, position }: ClientPlace, below: Path, fields: unknown): number {
    if (!Array.isArray(fields)) return position;
    const positions = [...this.#places]
      .filter(([alias, place]) => place.key === key && fields.includes([alias, ...below].join(".")))
      .map(([, place]) => place.position);
    return Math.min(position, ...positions);
  }

  /** Extensions that name fields of the answer. */
  extensions<Given extends Readonly<Record<string, unknown>>>(given: Given): Given {
    const { fields, cost } = given;
    const own = {
      ...(Array.isArray(fields) && { fields: [...new Set(fields.map((field) => this.text(String(field))))] }),
      ...(typeof cost === "object" && cost && "mostFor" in cost
        ? { cost: { ...cost, mostFor: this.text(String(cost.mostFor)) } }
        : {}),
    };
    return this.#places.size > 0 && Object.keys(own).length > 0 ? { ...given, ...own } : given;
  }

  text(given: string): string {
    if (this.#places.size === 0) return given;
    this.#aliases ??= new RegExp(`\\b(?:${[...this.#places.keys()].join("|")})\\b`, "g");
    return given.replace(this.#aliases, (alias) => this.#places.get(alias)?.key ?? alias);
  }
}

/** Apollo's executor gives such errors of a subgraph that is down, whatever their type says. */
const isWithoutExtensions = (error: Error): boolean => !("extensions" in error);

const isUnauthorized = ({ code }: GraphQLError["extensions"]): boolean =>
  code === "UNAUTHORIZED_FIELD_OR_TYPE";

/** What the caller may not see is one error for each place. */
function isFirst(error: GraphQLError, seen: Set<string>): boolean {
  if (isWithoutExtensions(error) || !isUnauthorized(error.extensions)) return true;
  const place = JSON.stringify(error.path);
  if (seen.has(place)) return false;
  seen.add(place);
  return true;
}

const describe = (values: Readonly<Record<string, unknown>>): PropertyDescriptorMap =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, writable: true, enumerable: true, configurable: true },
    ]),
  );
