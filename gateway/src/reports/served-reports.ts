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
  /** How long a client may leave unread what waits for it. Undefined: a minute. */
  readonly idleMs: number | undefined;
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

  constructor({ folder, logger, corsOrigins, callerKeyOf, ...limits }: ServedReportsOptions) {
    this.#folder = folder;
    this.#logger = logger;
    this.#routes = { corsOrigins, callerKeyOf, downloads: new Downloads(limits) };
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

  /** Of what lists choices for them. */
  choices(): readonly string[] {
    return [...(this.#current?.catalog.choices.values() ?? [])].map(({ text }) => text);
  }

  /**
   * Reads the folder. Where it cannot be read, the log says why; the reports stay where they fit the graph, else there are
   * none.
   */
  async read(facts: GraphFacts | undefined): Promise<void> {
    if (this.#folder === undefined || !facts) return;
    this.#latest = facts;
    const known = this.#current?.facts === facts ? this.#current.catalog : noReports;
    const catalog = (await this.#catalogOf(this.#folder, facts)) ?? known;
    if (this.#latest !== facts) return;
    this.#current = { catalog, facts };
    if (catalog === known) return;
    this.#logger.info(`Read ${catalog.reports.size} reports in ${this.#folder}.`);
    for (const problem of catalog.problems)
      this.#logger.warn(`A report is left out: ${problem.replace(/\.$/, "")}.`);
  }

  async #catalogOf(folder: string, facts: GraphFacts): Promise<ReportCatalog | undefined> {
    try {
      return await readCatalog(folder, facts);
    } catch (error) {
      const { message } = error instanceof Error ? error : new Error(String(error));
      this.#logger.error(`The folder of the reports cannot be read: ${message}.`);
      return undefined;
    }
  }
}
