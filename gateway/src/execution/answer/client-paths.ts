import { fieldsOf, type FieldShape, type ObjectShape } from "./answer-shape.js";
import type { ResponsePath } from "../entities/entity-paths.js";
import { getOwn } from "../values/json-values.js";
import { isJsonObject } from "../../responses/json-object.js";

/** A place in the answer, with the client's names. */
export interface ClientPath {
  readonly path: ResponsePath;
  /** False: the client did not select the place itself, and the path is the one of the object around it. */
  readonly isWhole: boolean;
}

/**
 * The places in the answer of a place in the responses. There are several where the client gave a field several
 * names.
 */
export function clientPaths(
  shape: ObjectShape,
  data: unknown,
  internal: ResponsePath,
): readonly ClientPath[] {
  const found: ClientPath[] = [];
  const walk = (below: ObjectShape | undefined, value: unknown, index: number, path: ResponsePath): void => {
    const step = internal[index];
    if (step === undefined) {
      found.push({ path, isWhole: true });
    } else if (typeof step === "number") {
      walk(below, Array.isArray(value) ? value[step] : undefined, index + 1, [...path, step]);
    } else {
      const fields = below ? fieldsNamed(step, below, value) : [];
      if (fields.length === 0) found.push({ path, isWhole: false });
      const next = isJsonObject(value) ? getOwn(value, step) : undefined;
      for (const field of fields) walk(field.below, next, index + 1, [...path, field.responseName]);
    }
  };
  walk(shape, data, 0, []);
  return found;
}

/** The fields with an internal name, one for each name that the client gave. */
function fieldsNamed(name: string, shape: ObjectShape, object: unknown): readonly FieldShape[] {
  const typeName = isJsonObject(object) ? object["__typename"] : undefined;
  const fields = fieldsOf(shape, typeName) ?? [...shape.byType.values()].flat();
  const byResponseName = new Map(
    fields.filter((field) => field.name === name).map((field) => [field.responseName, field]),
  );
  return [...byResponseName.values()];
}
