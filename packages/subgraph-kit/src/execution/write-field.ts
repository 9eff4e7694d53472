import { GraphQLError, locatedError } from "graphql";
import { Loading } from "../loaders/loading.js";
import type { FoundEntity } from "./entities.js";
import { Level } from "./objects.js";
import { isUnwanted, nullify, pathOf, type Container, type Place } from "./place.js";
import type { Completion, FieldStep, Selection } from "./program.js";
import { Failure } from "./settle.js";

/** Puts the values of one field into the response, for all objects of a level. */
export class FieldWriter {
  /** The objects that are to be filled in next. */
  readonly children = new Map<Selection, Level>();

  constructor(
    private readonly step: FieldStep,
    private readonly errors: GraphQLError[],
  ) {}

  write(places: readonly Place[], values: readonly unknown[]): void {
    const { completion, key } = this.step;
    for (const [index, place] of places.entries()) {
      // Null takes a place only with an error.
      if (this.errors.length > 0 && isUnwanted(place)) continue;
      place.value[key] = this.#complete(completion, values[index], key, place);
    }
  }

  /** What becomes of a value. `up` is the place of what it is put into. */
  #complete(completion: Completion, given: unknown, key: string | number, up: Place): unknown {
    const value = given instanceof Loading ? given.found : given;
    if (value === null || value === undefined)
      return completion.isNonNull ? this.#failed(completion, nullError(this.step), key, up) : null;
    if (value instanceof Error) return this.#failed(completion, value, key, up);
    if (value instanceof Failure) return this.#failed(completion, value.error, key, up);
    switch (completion.kind) {
      case "leaf":
        try {
          return completion.serialize(value);
        } catch (error) {
          return this.#failed(completion, error, key, up);
        }
      case "list":
        return Array.isArray(value)
          ? this.#list(completion, completion.item, value, key, up)
          : this.#failed(completion, listError(this.step), key, up);
      case "object":
        return this.#levelOf(completion.selection).add(value, { up, key, isNonNull: completion.isNonNull })
          .value;
      case "entity": {
        const { type, value: entity } = value as FoundEntity;
        return this.#complete(completion.completionOf(type), entity, key, up);
      }
    }
  }

  #list(
    { isNonNull }: Completion,
    item: Completion,
    values: readonly unknown[],
    key: string | number,
    up: Place,
  ): unknown {
    const list: unknown[] = [];
    const place = { value: list as unknown as Container, up, key, isNonNull, isNulled: false };
    for (const [index, value] of values.entries()) list.push(this.#complete(item, value, index, place));
    return place.isNulled ? null : list;
  }

  #levelOf(selection: Selection): Level {
    const known = this.children.get(selection);
    if (known) return known;
    const level = new Level(selection);
    this.children.set(selection, level);
    return level;
  }

  #failed({ isNonNull }: Completion, error: unknown, key: string | number, up: Place): null {
    if (isUnwanted(up)) return null;
    this.errors.push(locatedError(error, [...this.step.nodes], pathOf(up, key)));
    if (isNonNull) nullify(up);
    return null;
  }
}

const nullError = ({ type, field }: FieldStep) =>
  new Error(`Cannot return null for non-nullable field ${type.name}.${field.name}.`);

const listError = ({ type, field }: FieldStep) =>
  new GraphQLError(`Expected Iterable, but did not find one for field "${type.name}.${field.name}".`);
