import type { Caller } from "@an-sinh/server/caller";
import { LRUCache } from "lru-cache";
import { isMet, type Requirement } from "./requirement.js";

/**
 * Says which of the policies hold for a caller. It is asked once for each caller, which is once for each token, and
 * only where an operation touches something that demands anything. Where it rejects, the request fails.
 */
export type EvaluatePolicies = (policies: readonly string[], caller: Caller) => Promise<ReadonlySet<string>>;

/** Which requirements of the supergraph a caller meets. The object is the same for all callers with the same ones. */
export interface Grants {
  meets(requirement: number): boolean;
}

/** Callers differ in few ways: each is one set of requirements. */
const keptGrants = 1_000;

export class CallerGrants {
  readonly #requirements: readonly Requirement[];
  readonly #policies: readonly string[];
  readonly #evaluate: EvaluatePolicies;
  readonly #byCaller = new WeakMap<Caller, Grants | Promise<Grants>>();
  readonly #bySet = new LRUCache<string, Grants>({ max: keptGrants });

  constructor(requirements: readonly Requirement[], evaluate: EvaluatePolicies) {
    this.#requirements = requirements;
    this.#evaluate = evaluate;
    this.#policies = [
      ...new Set(
        requirements.flatMap((requirement) =>
          requirement.kind === "policies" ? requirement.alternatives.flat() : [],
        ),
      ),
    ];
  }

  /** A promise where the policies have to be evaluated first. */
  of(caller: Caller): Grants | Promise<Grants> {
    const known = this.#byCaller.get(caller);
    if (known) return known;
    const found = this.#policies.length === 0 ? this.#given(caller, new Set()) : this.#evaluated(caller);
    this.#byCaller.set(caller, found);
    return found;
  }

  async #evaluated(caller: Caller): Promise<Grants> {
    try {
      const grants = this.#given(caller, await this.#evaluate(this.#policies, caller));
      this.#byCaller.set(caller, grants);
      return grants;
    } catch (error) {
      this.#byCaller.delete(caller);
      throw error;
    }
  }

  #given(caller: Caller, policies: ReadonlySet<string>): Grants {
    const met = this.#requirements.map((requirement) => isMet(requirement, caller, policies));
    const set = met.map(Number).join("");
    const known = this.#bySet.get(set);
    if (known) return known;
    const grants = { meets: (requirement: number) => met[requirement] === true };
    this.#bySet.set(set, grants);
    return grants;
  }
}
