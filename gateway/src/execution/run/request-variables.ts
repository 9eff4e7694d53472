import type { SubgraphVariables } from "../../data-sources/subgraph-source.js";
import { toPlainJson } from "../../responses/plain-json.js";
import type { EntityBatch } from "./entity-batch.js";
import { quote, toJson } from "../values/json-values.js";

/** The variables of one request to a subgraph: those of the client that it uses, and the representations. */
export class RequestVariables implements SubgraphVariables {
  readonly #names: readonly string[];
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #batches: readonly EntityBatch[];

  constructor(
    names: readonly string[],
    given: Readonly<Record<string, unknown>>,
    batches: readonly EntityBatch[],
  ) {
    this.#names = names.filter((name) => Object.hasOwn(given, name));
    this.#given = given;
    this.#batches = batches;
  }

  text(): string {
    const parts = this.#names.map((name) => `${quote(name)}:${toJson(this.#given[name])}`);
    for (const batch of this.#batches) parts.push(`${quote(batch.group.variable)}:${batch.text()}`);
    return `{${parts.join(",")}}`;
  }

  values(): Record<string, unknown> {
    return Object.fromEntries([
      ...this.#names.map((name) => [name, toPlainJson(this.#given[name])] as const),
      ...this.#batches.map((batch) => [batch.group.variable, batch.values()] as const),
    ]);
  }
}
