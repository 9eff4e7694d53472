/** An object or a list of the response while its parts are filled in. */
export type Container = Record<string | number, unknown>;

/** An object or a list of the response, and where it stands. */
export interface Place {
  readonly value: Container;
  /** Null: this is `data`. */
  readonly up: Place | null;
  /** Its key in the one above. */
  readonly key: string | number;
  readonly isNonNull: boolean;
  /** Whether null took the place. What is still to come for it is not wanted. */
  isNulled: boolean;
}

/** The path of a part, as errors name it. `data` is in no path. */
export function pathOf(place: Place, key: string | number): (string | number)[] {
  const path = [key];
  for (let at: Place = place; at.up; at = at.up) path.push(at.key);
  return path.toReversed();
}

/** Puts null in the place, and in those around it that must not hold null either. */
export function nullify(place: Place): void {
  let at = place;
  at.isNulled = true;
  while (at.isNonNull && at.up) {
    at = at.up;
    at.isNulled = true;
  }
  if (at.up) at.up.value[at.key] = null;
}

/** Whether null took the place, or one around it. */
export function isUnwanted(place: Place): boolean {
  for (let at: Place | null = place; at; at = at.up) if (at.isNulled) return true;
  return false;
}
