import type { Place } from "./place.js";
import type { FieldStep, Selection } from "./program.js";

/** Objects of the response: what they are read from, and where they stand. */
export interface Objects {
  readonly sources: unknown[];
  readonly places: Place[];
}

/** The objects of one selection in one level. */
export class Level implements Objects {
  readonly sources: unknown[] = [];
  readonly places: Place[] = [];
  /** The columns that are not put in yet, with the objects where they are not. */
  readonly left = new Map<FieldStep, Objects>();

  constructor(readonly selection: Selection) {}

  /** Makes an object, and returns its place. */
  add(source: unknown, { up, key, isNonNull }: Pick<Place, "up" | "key" | "isNonNull">): Place {
    const left: FieldStep[] = [];
    const value = this.selection.make(source, left);
    const place = { value, up, key, isNonNull, isNulled: false };
    this.sources.push(source);
    this.places.push(place);
    for (const step of left) {
      const objects = this.left.get(step) ?? { sources: [], places: [] };
      this.left.set(step, objects);
      objects.sources.push(source);
      objects.places.push(place);
    }
    return place;
  }
}
