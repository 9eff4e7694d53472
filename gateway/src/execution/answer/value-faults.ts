import { ClientError } from "@an-sinh/server/errors";
import type { GraphQLError } from "graphql";
import { maxErrors } from "../../responses/max-errors.js";
import type { ResponsePath } from "../entities/entity-paths.js";
import { ExplainedPaths } from "./explained-paths.js";

/** Tells the client which values of responses do not fit. Adds at most `maxErrors` errors to those of the answer. */
export class ValueFaults {
  readonly #errors: GraphQLError[];
  readonly #explained: ExplainedPaths;
  #left = maxErrors;
  /** The subgraphs of the faults for which no error was left. */
  readonly #untold = new Set<string | undefined>();

  constructor(errors: GraphQLError[]) {
    this.#errors = errors;
    this.#explained = new ExplainedPaths(errors);
  }

  /** One fault gives one error: a null that an error explains, above or below, is not reported again. */
  report(path: ResponsePath, serviceName: string | undefined, message: string): void {
    if (this.#explained.has(path)) return;
    if (this.#left === 0) return void this.#untold.add(serviceName);
    this.#left -= 1;
    this.#explained.add(path);
    this.#errors.push(new ClientError("SUBGRAPH_ERROR", message, { path, extensions: { serviceName } }));
  }

  /** Nulls around this place are explained, too. */
  explain(path: ResponsePath): void {
    this.#explained.add(path);
  }

  /** Says of which subgraphs there were more faults. */
  end(): void {
    for (const serviceName of this.#untold) {
      const message = `The subgraph "${serviceName}" sent more values that do not fit than are listed here.`;
      this.#errors.push(new ClientError("SUBGRAPH_ERROR", message, { extensions: { serviceName } }));
    }
  }
}
