import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import type { AddRoutes } from "@an-sinh/server/answer-operation";
import type { Logger } from "@an-sinh/server/logger";
import type { GraphFacts } from "./graph-facts.js";
import { noReports, readCatalog, type ReportCatalog } from "./report-catalog.js";
import { addReportRoutes } from "./report-routes.js";

/** The reports of a gateway. They are read again for another supergraph. */
export class ServedReports {
  readonly #folder: string | undefined;
  readonly #logger: Logger;
  #current: { readonly catalog: ReportCatalog; readonly facts: GraphFacts } | undefined;

  constructor(folder: string | undefined, logger: Logger) {
    this.#folder = folder;
    this.#logger = logger;
  }

  /** Undefined: there are no reports. */
  routes(corsOrigins: AllowedOrigins): AddRoutes | undefined {
    if (this.#folder === undefined) return undefined;
    const current = () => {
      if (!this.#current) throw new Error("Expected the reports to be read before they are asked for");
      return this.#current;
    };
    return (server, answer) => addReportRoutes(server, answer, { current, corsOrigins });
  }

  /** Where the folder cannot be read, there are no reports, and the log says why. */
  read(facts: GraphFacts | undefined): void {
    if (this.#folder === undefined || !facts) return;
    this.#current = { catalog: this.#catalogOf(this.#folder, facts), facts };
    for (const problem of this.#current.catalog.problems)
      this.#logger.warn(`A report is left out, because it does not fit the graph: ${problem}.`);
  }

  #catalogOf(folder: string, facts: GraphFacts): ReportCatalog {
    try {
      return readCatalog(folder, facts);
    } catch (error) {
      const { message } = error instanceof Error ? error : new Error(String(error));
      this.#logger.error(`The folder of the reports cannot be read: ${message}.`);
      return noReports;
    }
  }
}
