import * as fc from "fast-check";
import { checkOperation, count, type Finding, type Tally } from "./check-operation.js";
import { describeFinding } from "./describe-finding.js";
import { createLab, type Lab } from "./lab.js";
import { modelSpec, type ModelSpec } from "./model-spec.js";
import { operationSpec, type OperationSpec } from "./operation-spec.js";
import { writeOperation, type Operation } from "./operation-writer.js";

interface SearchSettings {
  /** The same seed gives the same cases. */
  readonly seed: number;
  readonly supergraphs: number;
  /** For each supergraph. */
  readonly operations: number;
}

/** How long the search for a smaller counterexample may take. */
const shrinkingMs = { operation: 10_000, supergraph: 90_000 };

/** Looks for an answer that is wrong, and then for a smaller case that is wrong too. */
export class Search {
  readonly tally: Tally = new Map();
  /** The smallest counterexample so far. */
  finding: string | undefined;
  #operation: [OperationSpec, number] | undefined;
  #foundAt = Infinity;

  constructor(readonly settings: SearchSettings) {}

  async run(): Promise<void> {
    const { seed, supergraphs } = this.settings;
    const property = fc.asyncProperty(modelSpec, (spec) => this.#isRight(spec));
    const { failed, errorInstance } = await fc.check(property, { seed, numRuns: supergraphs });
    if (failed && this.finding === undefined) throw errorInstance;
  }

  async #isRight(spec: ModelSpec): Promise<boolean> {
    if (Date.now() > this.#foundAt + shrinkingMs.supergraph) return true;
    const lab = await createLab(spec);
    count(this.tally, lab ? "supergraphs" : "without a supergraph");
    if (!lab) return true;
    try {
      const finding = await this.#searchIn(lab, spec.seed);
      if (finding) this.finding = describeFinding(lab, finding);
      return finding === undefined;
    } finally {
      await lab.system.close();
    }
  }

  /** The smallest finding over one supergraph. */
  async #searchIn(lab: Lab, modelSeed: number): Promise<Finding | undefined> {
    const { seed, operations } = this.settings;
    const known = this.#operation;
    let found: { readonly finding: Finding; readonly at: number } | undefined;
    const property = fc.asyncProperty(operationSpec, fc.nat({ max: 999 }), async (spec, number) => {
      if (found && Date.now() > found.at + shrinkingMs.operation) return true;
      const operation = writeOperation(lab.schema, spec);
      const finding = await checkOperation(lab, operation, number, this.tally).catch((error: unknown) =>
        brokenCheck(operation, error),
      );
      if (!finding) return true;
      found = { finding, at: found?.at ?? Date.now() };
      this.#operation = [spec, number];
      this.#foundAt = Math.min(this.#foundAt, Date.now());
      return false;
    });
    await fc.check(property, {
      seed: seed + modelSeed,
      numRuns: operations,
      // While the supergraph gets smaller, the operation that was answered wrongly comes first.
      ...(known ? { examples: [known] } : {}),
    });
    return found?.finding;
  }
}

/** A check that throws has found something too: there was no answer in time, or none that is JSON. */
function brokenCheck({ text: query }: Operation, error: unknown): Finding {
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const rule = "Every operation has an answer that can be checked.";
  return { rule, problems: [problem], query, variables: {}, want: {}, got: {} };
}
