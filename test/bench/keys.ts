/** The key of every graph that is measured, so that all have the same cursors. It is no secret. */
export const benchCursorKey = "0".repeat(64);

/** The key by which this graph's gateway signs its calls of every subgraph that is measured. It is no secret. */
export const benchSubgraphKey = "1".repeat(64);

/** The key that seals what the graphs that are measured record of their readers. It is no secret. */
export const benchAuditKey = "2".repeat(64);
