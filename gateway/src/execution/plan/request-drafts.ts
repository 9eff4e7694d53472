import type { PlannedFetch } from "./planned-fetches.js";

/** The fetches of one request. */
export interface RequestDraft {
  /** Equal for fetches of entities that can start together at one subgraph. Empty for a fetch of the root. */
  readonly key: string;
  readonly fetches: PlannedFetch[];
  /** The positions of the requests that must be complete before. */
  readonly needs: readonly number[];
}

/**
 * Puts the fetches that can start together at one subgraph into one request. In a query, a request that no other one
 * waits for joins a later one to its subgraph: the answer waits for that one anyway.
 */
export function draftRequests(
  fetches: readonly PlannedFetch[],
  isMutation: boolean,
): readonly RequestDraft[] {
  const drafts: RequestDraft[] = [];
  /** The request of each fetch. */
  const requestOf: number[] = [];
  for (const fetch of fetches) {
    const needs = lastOf(
      fetch.needs.flatMap((index) => requestOf[index] ?? []),
      drafts,
    );
    const key = JSON.stringify([fetch.service, needs]);
    const known = fetch.requires ? drafts.findIndex((draft) => draft.key === key) : -1;
    if (known === -1) drafts.push({ key: fetch.requires ? key : "", fetches: [fetch], needs });
    else drafts[known]?.fetches.push(fetch);
    requestOf.push(known === -1 ? drafts.length - 1 : known);
  }
  return isMutation ? drafts : joinLater(drafts);
}

function joinLater(drafts: readonly RequestDraft[]): readonly RequestDraft[] {
  const index = drafts.findIndex((draft, position) => laterThan(draft, position, drafts) !== undefined);
  const joining = drafts[index];
  const later = joining && laterThan(joining, index, drafts);
  if (!joining || !later) return drafts;
  const joined = drafts.map((draft) =>
    draft === later ? { ...draft, fetches: [...joining.fetches, ...draft.fetches] } : draft,
  );
  // Nothing waits for what is removed.
  const moved = joined.toSpliced(index, 1).map((draft) => ({
    ...draft,
    needs: draft.needs.map((need) => (need > index ? need - 1 : need)),
  }));
  return joinLater(moved);
}

/** The request to the same subgraph that starts when this one could have started, or later. */
function laterThan(
  draft: RequestDraft,
  index: number,
  drafts: readonly RequestDraft[],
): RequestDraft | undefined {
  if (draft.key === "" || drafts.some(({ needs }) => needs.includes(index))) return undefined;
  return drafts.find((other, position) => {
    if (position === index || other.key === "" || serviceOf(other) !== serviceOf(draft)) return false;
    const before = ancestorsOf(position, drafts);
    return draft.needs.every((need) => before.has(need));
  });
}

const serviceOf = ({ fetches }: RequestDraft): string | undefined => fetches[0]?.service;

/** Those of the requests that no other one of them waits for. */
function lastOf(requests: readonly number[], drafts: readonly RequestDraft[]): readonly number[] {
  const distinct = [...new Set(requests)].toSorted((left, right) => left - right);
  const awaited = new Set(distinct.flatMap((index) => [...ancestorsOf(index, drafts)]));
  return distinct.filter((index) => !awaited.has(index));
}

function ancestorsOf(
  index: number,
  drafts: readonly RequestDraft[],
  found = new Set<number>(),
): ReadonlySet<number> {
  for (const need of drafts[index]?.needs ?? []) {
    if (found.has(need)) continue;
    found.add(need);
    ancestorsOf(need, drafts, found);
  }
  return found;
}
