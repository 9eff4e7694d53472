/** Everything runs in each dialect and each topology, in these two pairs. */
export const wholePairs = ["sqlite embedded", "mysql http"];

/** What also runs in the other pairs: the stored operations, what counts statements, and what runs in just one pair. */
export const inOtherPairs: Readonly<Record<string, readonly string[]>> = {
  "mysql embedded": [
    "areas-walk",
    "constant-statements",
    "credit-by-sql",
    "credit-totals",
    "households-totals",
    "housing-totals",
    "meritorious-totals",
    "operation-plans",
    "operations/*",
    "page-plans",
    "partial-answers",
    "sql-in-arguments",
  ],
  "sqlite http": [
    "access",
    "constant-statements",
    "examples",
    "hostile-names",
    "kept-responses",
    "operations/*",
    "partial-answers",
  ],
};
