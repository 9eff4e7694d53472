import { GeneratedCode, property } from "../values/generated-code.js";
import { getOwn } from "../values/json-values.js";
import { isResponseObject, type ResponseObject } from "../values/response-objects.js";

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

/** The places of the objects at the end of a path. An object may be in several places. */
export function placesAt(
  root: ResponseObject,
  path: readonly string[],
): ReadonlyMap<object, readonly ResponsePath[]> {
  const places = new Map<object, ResponsePath[]>();
  const walk = (value: unknown, index: number, place: ResponsePath): void => {
    const step = path[index];
    if (step === "@") {
      if (Array.isArray(value))
        value.forEach((item, position) => walk(item, index + 1, [...place, position]));
      return;
    }
    if (!isResponseObject(value)) return;
    if (step === undefined) places.set(value, [...(places.get(value) ?? []), place]);
    else walk(getOwn(value, step), index + 1, [...place, step]);
  };
  walk(root, 0, []);
  return places;
}
