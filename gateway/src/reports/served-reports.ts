import type { AddRoutes } from "@an-sinh/server/answer-operation";
import type { Logger } from "@an-sinh/server/logger";
import { Downloads } from "./downloads.js";
import type { GraphFacts } from "./graph-facts.js";
import { noReports, readCatalog, type ReportCatalog } from "./report-catalog.js";
import { addReportRoutes, type ReportRoutesOptions } from "./report-routes.js";

interface ServedReportsOptions extends Pick<ReportRoutesOptions, "corsOrigins" | "callerKeyOf"> {
  /** Undefined: there are no reports. */
  readonly folder: string | undefined;
  /** How many requests the gateway takes at the same time. Undefined: any number. */
  readonly mostRequests: number | undefined;
  readonly logger: Logger;
}

/** The reports of a gateway. They are read again for another supergraph. */
export class ServedReports {
  readonly #folder: string | undefined;
  readonly #logger: Logger;
  #current: { readonly catalog: ReportCatalog; readonly facts: GraphFacts } | undefined;

  readonly #routes: Pick<ReportRoutesOptions, "corsOrigins" | "callerKeyOf" | "downloads">;

  constructor({ folder, mostRequests, logger, corsOrigins, callerKeyOf }: ServedReportsOptions) {
    this.#folder = folder;
    this.#logger = logger;
    this.#routes = { corsOrigins, callerKeyOf, downloads: new Downloads(mostRequests) };
  }

  /** Undefined: there are no reports. */
  routes(): AddRoutes | undefined {
    if (this.#folder === undefined) return undefined;
    const current = () => {
      if (!this.#current) throw new Error("Expected the reports to be read before they are asked for");
      return this.#current;
    };
    return (server, answer) => addReportRoutes(server, answer, { current, ...this.#routes });
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
