import type { Edge } from "./sum-graph.js";

/** An edge whose two sides nothing else connects. */
export interface Bridge {
  readonly edge: number;
  /** How many vertices are behind the edge, seen from where the search began. */
  readonly size: number;
  readonly isBehind: (vertex: number) => boolean;
}

/** The bridges among the edges that are taken (Tarjan). Other edges count as if they were not there. */
export function findBridges(
  vertices: number,
  edges: readonly Edge[],
  isTaken: (edge: number) => boolean,
): Bridge[] {
  const steps = stepsOf(vertices, edges, isTaken);
  /** When the search came to each vertex. What it found behind one came right after it. */
  const entered = new Int32Array(vertices).fill(-1);
  const bridges: Bridge[] = [];
  let clock = 0;

  /** Returns the earliest vertex that can be reached from here or from behind, without the edge that led here. */
  function enter(vertex: number, by: number): number {
    const time = clock++;
    entered[vertex] = time;
    let earliest = time;
    for (const { edge, to } of steps[vertex] ?? []) {
      if (edge === by) continue;
      const seen = entered[to] ?? -1;
      earliest = Math.min(earliest, seen === -1 ? enter(to, edge) : seen);
    }
    if (earliest === time && by !== -1) bridges.push(bridge(by, time, clock));
    return earliest;
  }

  const bridge = (edge: number, from: number, until: number): Bridge => ({
    edge,
    size: until - from,
    isBehind: (vertex) => (entered[vertex] ?? -1) >= from && (entered[vertex] ?? -1) < until,
  });

  for (let root = 0; root < vertices; root += 1) if (entered[root] === -1) enter(root, -1);
  return bridges;
}

interface Step {
  readonly edge: number;
  readonly to: number;
}

function stepsOf(vertices: number, edges: readonly Edge[], isTaken: (edge: number) => boolean): Step[][] {
  const steps: Step[][] = Array.from({ length: vertices }, () => []);
  for (const [edge, [a, b]] of edges.entries()) {
    // An edge from a vertex to itself is no bridge.
    if (a === b || !isTaken(edge)) continue;
    steps[a]?.push({ edge, to: b });
    steps[b]?.push({ edge, to: a });
  }
  return steps;
}
