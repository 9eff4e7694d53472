import { GeneratedCode, property } from "../values/generated-code.js";
import { getOwn } from "../values/json-values.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";

type Collect = (root: ResponseObject, found: ResponseObject[]) => void;

/** Compiles the walk to all objects at the end of a path. `@` stands for each item of a list. */
export function compileWalk(path: readonly string[]): Collect {
  const code = new GeneratedCode();
  const walk = (index: number, value: string): string => {
    const step = path[index];
    if (step === undefined) return `found.push(${value});`;
    const next = `v${index}`;
    const inner = walk(index + 1, next);
    const expected =
      path[index + 1] === "@"
        ? `Array.isArray(${next})`
        : `typeof ${next} === "object" && ${next} !== null && !Array.isArray(${next})`;
    if (step !== "@") return `const ${next} = ${property(value, step)};\nif (${expected}) {\n${inner}\n}`;
    return `for (const ${next} of ${value}) {\nif (${expected}) {\n${inner}\n}\n}`;
  };
  return code.compile(code.define("root, found", walk(0, "root"))) as Collect;
}

export type ResponsePath = readonly (string | number)[];

/** The places of the objects at the ends of some paths. An object may be in very many places. */
export function placesAt(
  root: ResponseObject,
  paths: readonly (readonly string[])[],
): ReadonlyMap<object, readonly ResponsePath[]> {
  const places = new Map<object, ResponsePath[]>();
  const walk = (value: unknown, path: readonly string[], place: ResponsePath): void => {
    const [step, ...rest] = path;
    if (step === "@") {
      if (Array.isArray(value)) value.forEach((item, position) => walk(item, rest, [...place, position]));
      return;
    }
    if (!isJsonObject(value)) return;
    if (step !== undefined) return walk(getOwn(value, step), rest, [...place, step]);
    const known = places.get(value);
    if (known) known.push(place);
    else places.set(value, [place]);
  };
  for (const path of paths) walk(root, path, []);
  return places;
}
