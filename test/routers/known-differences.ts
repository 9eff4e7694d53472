/** Another router's answer that differs although this graph's is right. */
interface KnownDifference {
  /** The names of the routers. */
  readonly routers: readonly string[];
  readonly question: string;
  /** The field that differs. What differs elsewhere is not known. */
  readonly field: string;
  readonly reason: string;
}

/** The departments' responses were read: they were right and whole. */
const knownDifferences: readonly KnownDifference[] = [
  {
    routers: ["hive"],
    question: "applications",
    field: "eligibility",
    reason:
      "it drops the response where a field requires fields of another entity, one of which requires some itself",
  },
  {
    routers: ["hive"],
    question: "a-field-named-then",
    field: "household",
    reason: "it takes an object with a field `then` for a promise",
  },
];

/** Why an answer of a router differs there. Null: it is not known. `why` names the first place. */
export const knownReason = (router: string, question: string, why: string): string | null =>
  knownDifferences.find(
    (known) =>
      known.routers.includes(router) &&
      known.question === question &&
      why.split(":")[0]?.split("/").includes(known.field),
  )?.reason ?? null;
