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
  /** Those of the last graph for which reports are read. */
  #latest: GraphFacts | undefined;
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

  /** Of the reports that are served now. */
  documents(): readonly string[] {
    return [...(this.#current?.catalog.reports.values() ?? [])].map(({ text }) => text);
  }

  /** Where the folder cannot be read, there are no reports, and the log says why. */
  async read(facts: GraphFacts | undefined): Promise<void> {
    if (this.#folder === undefined || !facts) return;
    this.#latest = facts;
    const catalog = await this.#catalogOf(this.#folder, facts);
    if (this.#latest !== facts) return;
    this.#current = { catalog, facts };
    for (const problem of catalog.problems)
      this.#logger.warn(`A report is left out, because it does not fit the graph: ${problem}.`);
  }

  async #catalogOf(folder: string, facts: GraphFacts): Promise<ReportCatalog> {
    try {
      return await readCatalog(folder, facts);
    } catch (error) {
      const { message } = error instanceof Error ? error : new Error(String(error));
      this.#logger.error(`The folder of the reports cannot be read: ${message}.`);
      return noReports;
    }
  }
}
