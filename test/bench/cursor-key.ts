/** The key of every graph that is measured, so that all have the same cursors. It is no secret. */
export const benchCursorKey = "0".repeat(64);
