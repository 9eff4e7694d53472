import type { DocumentNode } from "graphql";
import { serviceNamesOf } from "./join-directives.js";
import { PartWriter, type PartNames } from "./part-writer.js";
import { requiringFields, type RequiringField } from "./requiring-fields.js";
import { withoutUnusedExternals } from "./unused-externals.js";

/**
 * Moves the fields that require something to subgraphs of their own. Each is a part of its real subgraph that has what
 * the fields need, and nothing else.
 *
 * Where a `@requires` needs a field that itself requires something, the query planner of Apollo Gateway 2.14.4 may put
 * that field into an earlier fetch of the same subgraph, which has nothing of what the field requires. It may also ask
 * a subgraph for fields that the subgraph only requires. Between different subgraphs it makes no such mistakes.
 * Tests: gateway/test/federation/requires-circular.case.ts and gateway/test/federation/requires-below.case.ts.
 */
export function separateRequirements(original: DocumentNode): {
  readonly supergraph: DocumentNode;
  /** The names of the real subgraphs, by the names of their parts. */
  readonly partNames: ReadonlyMap<string, string>;
} {
  const services = serviceNamesOf(original);
  const partNames = new Map<string, string>();
  let supergraph = original;
  for (const fields of partsOf(original)) {
    const [{ graph }] = fields;
    const service = services.get(graph) ?? graph;
    const name = `${service}#${partNames.size}`;
    supergraph = addSubgraphPart(supergraph, fields, { graph: `${graph}__PART_${partNames.size}`, name });
    partNames.set(name, service);
  }
  return { supergraph, partNames };
}

/** The fields of each part. A field that others require has one for itself. */
function partsOf(supergraph: DocumentNode): readonly (readonly [RequiringField, ...RequiringField[]])[] {
  const parts = new Map<string, [RequiringField, ...RequiringField[]]>();
  for (const field of requiringFields(supergraph)) {
    const key = field.isRequired ? `${field.graph}:${field.typeName}.${field.fieldName}` : field.graph;
    const part = parts.get(key);
    if (part) part.push(field);
    else parts.set(key, [field]);
  }
  return [...parts.values()];
}

/** Moves fields of a subgraph to a new one, which has what the fields need. */
function addSubgraphPart(
  supergraph: DocumentNode,
  fields: readonly [RequiringField, ...RequiringField[]],
  names: PartNames,
): DocumentNode {
  const [{ graph }] = fields;
  const writer = new PartWriter(supergraph, graph, fields, names);
  const definitions = supergraph.definitions.map((definition) => writer.definition(definition));
  const graphs = [graph, names.graph];
  return withoutUnusedExternals({ ...supergraph, definitions }, (field) => graphs.includes(field.graph));
}
