import { ClientError } from "@an-sinh/server/errors";
import type { GraphQLError } from "graphql";
import { fieldAt } from "../../responses/error-kind.js";
import { tellOf } from "../../responses/fetch-failure.js";
import { firstErrors, maxErrors } from "../../responses/max-errors.js";
import type { ResponsePath } from "../entities/entity-paths.js";
import { ExplainedPaths } from "./explained-paths.js";

interface Fault {
  readonly path: ResponsePath;
  readonly serviceName: string | undefined;
  readonly message: string;
}

/** Tells the client which values of responses do not fit. Adds at most `maxErrors` errors to those of the answer. */
export class ValueFaults {
  readonly #errors: GraphQLError[];
  readonly #explained: ExplainedPaths;
  /** Those that may be told: the first ones, and the first of each field. */
  readonly #kept: Fault[] = [];
  readonly #fields = new Set<string>();
  /** The subgraphs of the faults for which no error was left. */
  readonly #untold = new Set<string | undefined>();

  constructor(errors: GraphQLError[]) {
    this.#errors = errors;
    this.#explained = new ExplainedPaths(errors);
  }

  /** One fault gives one error: a null that an error explains, above or below, is not reported again. */
  report(path: ResponsePath, serviceName: string | undefined, message: string): void {
    if (this.#explained.has(path)) return;
    const field = fieldAt(path);
    const isFirst = this.#fields.size < maxErrors && !this.#fields.has(field);
    if (this.#kept.length >= maxErrors && !isFirst) return void this.#untold.add(serviceName);
    this.#fields.add(field);
    this.#explained.add(path);
    this.#kept.push({ path, serviceName, message });
  }

  /** Nulls around this place are explained, too. */
  explain(path: ResponsePath): void {
    this.#explained.add(path);
  }

  /** Adds the errors, and says of which subgraphs there were more faults. */
  end(): void {
    const told = new Set(firstErrors(this.#kept, ({ path }) => fieldAt(path)));
    for (const fault of this.#kept) {
      const { path, serviceName, message } = fault;
      if (!told.has(fault)) this.#untold.add(serviceName);
      else
        this.#errors.push(new ClientError("SUBGRAPH_ERROR", message, { path, extensions: { serviceName } }));
    }
    for (const serviceName of this.#untold) {
      const message = tellOf(serviceName, "sent more values that do not fit than are listed here");
      this.#errors.push(new ClientError("SUBGRAPH_ERROR", message, { extensions: { serviceName } }));
    }
  }
}
