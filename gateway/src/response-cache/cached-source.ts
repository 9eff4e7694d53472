import { hash } from "node:crypto";
import type {
  GatewayContext,
  SubgraphOperation,
  SubgraphSource,
  SubgraphVariables,
} from "../data-sources/subgraph-source.js";
import type { SubgraphState } from "../resilience/subgraph-state.js";
import { parseExactJson, toJsonText } from "../responses/exact-json.js";
import { isJsonObject } from "../responses/json-object.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import type { CachePolicy } from "../data-sources/cache-policy.js";
import { callerText, hasNoRights } from "./caller-text.js";
import { askedAtOf, DataVersions, type VersionTerms } from "./data-versions.js";
import { largestKeptCharacters, type KeptResponse, type KeptResponses } from "./kept-responses.js";
import type { SharedResponses } from "./shared-responses.js";

export interface CacheStores extends VersionTerms {
  readonly own: KeptResponses;
  /** Undefined: each process keeps its own. */
  readonly shared: SharedResponses | undefined;
}

/** Where the response to one request is kept. */
interface Place {
  readonly key: string;
  readonly policy: CachePolicy;
  /** Whether it may leave the process. */
  readonly isForEveryone: boolean;
}

/** Keeps the responses of another source, as long as their policy and the version of the subgraph's data allow. */
export class CachedSource implements SubgraphSource {
  readonly #source: SubgraphSource;
  readonly #stores: CacheStores;
  readonly #versions: DataVersions;

  constructor(source: SubgraphSource, stores: CacheStores) {
    this.#source = source;
    this.#stores = stores;
    this.#versions = new DataVersions(source, stores);
  }

  get checksKeys(): boolean {
    return this.#source.checksKeys ?? false;
  }

  get state(): SubgraphState | undefined {
    return this.#source.state;
  }

  fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const { cache } = operation;
    if (cache) return this.#answer(cache, operation, variables, context);
    const response = this.#source.fetch(operation, variables, context);
    return operation.isMutation === true ? response.finally(() => this.#versions.outdate()) : response;
  }

  async close(): Promise<void> {
    await this.#source.close?.();
  }

  async #answer(
    policy: CachePolicy,
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const text = variables.text();
    const asked = `${policy.key}\n${callerText(context.caller, policy.isPrivate)}\n${text}`;
    const isForEveryone = !policy.isPrivate && hasNoRights(context.caller);
    const place = { policy, key: hash("sha256", asked, "base64"), isForEveryone };
    const kept = await this.#find(place, context);
    this.#stores.own.count(kept !== undefined);
    const known = { text: () => text, values: () => variables.values() };
    return kept ?? this.#ask(place, operation, known, context);
  }

  /** Whether anything is kept is looked at first: else nobody has to know the version. */
  async #find(place: Place, context: GatewayContext): Promise<SubgraphResponse | undefined> {
    const own = this.#stores.own.get(place.key);
    if (own) {
      const found = await this.#read(own, context);
      if (found) return found;
    }
    const shared = place.isForEveryone ? await this.#stores.shared?.get(place.key) : undefined;
    const found = shared && (await this.#read(shared, context));
    if (shared && found) this.#stores.own.put(place.key, shared);
    return found;
  }

  /** Undefined: the data has another version, its version is not known, or the text is of another program. */
  async #read(
    { version, text }: KeptResponse,
    context: GatewayContext,
  ): Promise<SubgraphResponse | undefined> {
    if ((await this.#versions.current(context)) !== version) return undefined;
    const data = dataOf(text);
    if (!data) return undefined;
    context.budget?.takeText(text);
    return { data, wasKept: true };
  }

  async #ask(
    place: Place,
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const response = await this.#source.fetch(operation, variables, context);
    const { versioned, data, errors } = response;
    if (!versioned) return response;
    const { version } = versioned;
    const askedAt = askedAtOf(versioned, this.#stores.now);
    this.#versions.told(version, askedAt);
    if (!data || errors?.length) return response;
    // The gateway writes into the response from now on.
    const text = versioned.text ?? textOf(data);
    if (text === undefined || text.length > largestKeptCharacters) return response;
    const kept = { version, text, expiresAt: askedAt + place.policy.maxAgeMs };
    return { ...response, keep: () => this.#keep(place, kept) };
  }

  #keep({ key, isForEveryone }: Place, response: KeptResponse): void {
    const { own, shared } = this.#stores;
    if (own.put(key, response) && isForEveryone) shared?.put(key, response);
  }
}

/** Undefined: the text is no response with data. In Redis, others may write what they like. */
function dataOf(text: string): Record<string, unknown> | undefined {
  try {
    const response = parseExactJson(text);
    return isJsonObject(response) && isJsonObject(response["data"]) ? response["data"] : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: it has values that no JSON has. */
function textOf(data: Record<string, unknown>): string | undefined {
  try {
    return toJsonText({ data });
  } catch {
    return undefined;
  }
}
