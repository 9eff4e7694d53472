import type { CompiledGroup } from "./program.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";

/** The entities of one group that a request asks for. Equal representations are asked for once. */
export class EntityBatch {
  readonly group: CompiledGroup;
  /** The objects that get the fields, and the position of the representation of each. */
  readonly #targets: ResponseObject[] = [];
  readonly #positions: number[] = [];
  /** The first object of each representation. */
  readonly #firsts: ResponseObject[] = [];
  /** The texts of the representations that only their texts can tell apart. */
  readonly #texts: (string | undefined)[] = [];
  /** The objects that lack a field that the subgraph requires. */
  readonly incomplete: ResponseObject[] = [];

  constructor(group: CompiledGroup, root: ResponseObject) {
    this.group = group;
    const found: ResponseObject[] = [];
    for (const walk of group.walks) walk(root, found);
    const known = new Map<unknown, number>();
    for (const object of found) this.#add(object, known);
  }

  get size(): number {
    return this.#firsts.length;
  }

  /** The representations as the text of a JSON list. */
  text(): string {
    const texts = this.#firsts.map(
      (object, index) => this.#texts[index] ?? this.group.required.textOf(object),
    );
    return `[${texts.join(",")}]`;
  }

  values(): Record<string, unknown>[] {
    return this.#firsts.map((object) => this.group.required.valueOf(object));
  }

  /**
   * Gives each object the fields of its entity. Returns the objects that get none: those whose entity is null, neither an
   * object nor null, or another one than was asked for.
   */
  merge(entities: readonly unknown[]): Record<"unknown" | "malformed" | "other", readonly ResponseObject[]> {
    const { merge, isAsked } = this.group;
    const unknown: ResponseObject[] = [];
    const malformed: ResponseObject[] = [];
    const other: ResponseObject[] = [];
    for (const [index, target] of this.#targets.entries()) {
      const entity = entities[this.#positions[index] ?? -1];
      if (!isJsonObject(entity)) (entity === null ? unknown : malformed).push(target);
      else if (isAsked === undefined || isAsked(target, entity)) merge(target, entity);
      else other.push(target);
    }
    return { unknown, malformed, other };
  }

  /** The objects that share a representation. */
  targetsOf(position: number): readonly ResponseObject[] {
    return this.#targets.filter((_, index) => this.#positions[index] === position);
  }

  get targets(): readonly ResponseObject[] {
    return this.#targets;
  }

  #add(object: ResponseObject, known: Map<unknown, number>): void {
    const { required } = this.group;
    const identity = required.identityOf(object);
    const text = identity === undefined ? required.textOf(object) : undefined;
    if (text === null) {
      this.incomplete.push(object);
      return;
    }
    const key = identity ?? text;
    if (key === undefined) return;
    let position = known.get(key);
    if (position === undefined) {
      position = this.#firsts.length;
      known.set(key, position);
      this.#firsts.push(object);
      this.#texts.push(text);
    }
    this.#targets.push(object);
    this.#positions.push(position);
  }
}
