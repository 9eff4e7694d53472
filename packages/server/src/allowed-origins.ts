/** Sites, by their origin or by a pattern of it. */
export type AllowedOrigins = readonly (string | RegExp)[];

/** Whether a page of this origin may query and read the answer. */
export const isAllowed = (origins: AllowedOrigins, origin: string): boolean =>
  origins.some((allowed) => (typeof allowed === "string" ? allowed === origin : allowed.test(origin)));

/** What such a page may read beside the answer. */
export const exposedHeaders = "retry-after, x-request-id";
