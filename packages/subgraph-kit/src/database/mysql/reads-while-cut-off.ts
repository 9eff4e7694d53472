/**
 * Has a node of a Galera cluster answer a session's reads while it is cut off from the others, where it refuses them else.
 * What it has is then of some moment before, as on any replica. Other servers do not know this setting, and refuse it.
 */
export const readsWhileCutOff = "SET SESSION wsrep_dirty_reads = ON";
