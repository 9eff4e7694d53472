/**
 * Has a node of a Galera cluster answer a session's reads, and end statements for it, while it is cut off from the others:
 * it refuses both else. What it has is then of some moment before, as on any replica. Other servers do not know this
 * setting, and refuse it.
 */
export const readsWhileCutOff = "SET SESSION wsrep_dirty_reads = ON";
