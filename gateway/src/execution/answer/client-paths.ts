import { getNullableType, isListType, type GraphQLOutputType } from "graphql";
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
  const walk = ({ below, lists }: Place, value: unknown, index: number, path: ResponsePath): void => {
    const step = internal[index];
    if (step === undefined) {
      found.push({ path, isWhole: true });
    } else if (typeof step === "number" && lists > 0) {
      const item: unknown = Array.isArray(value) ? value[step] : undefined;
      walk({ below, lists: lists - 1 }, item, index + 1, [...path, step]);
    } else {
      const fields = below && typeof step === "string" ? fieldsNamed(step, below, value) : [];
      if (fields.length === 0) found.push({ path, isWhole: false });
      const next = isJsonObject(value) ? getOwn(value, String(step)) : undefined;
      for (const { below: inner, type, responseName } of fields)
        walk({ below: inner, lists: listsIn(type) }, next, index + 1, [...path, responseName]);
    }
  };
  walk({ below: shape, lists: 0 }, data, 0, []);
  return found;
}

/** A value of the responses. */
interface Place {
  /** Undefined: it is a leaf. */
  readonly below: ObjectShape | undefined;
  /** How many lists there are around its objects or leaves. */
  readonly lists: number;
}

function listsIn(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsIn(nullable.ofType) : 0;
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
