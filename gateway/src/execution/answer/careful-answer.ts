import {
  GraphQLError,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from "graphql";
import { fieldsOf, type FieldShape, type ObjectShape } from "./answer-shape.js";
import type { IntrospectionTexts } from "./answer-writer.js";
import type { AskedServices } from "../plan/asked-services.js";
import { ValueFaults } from "./value-faults.js";
import type { ResponsePath } from "../entities/entity-paths.js";
import { isToldOf } from "../entities/told-objects.js";
import { isUnknown, isUnknownTo } from "../entities/unknown-entities.js";
import { getOwn, quote } from "../values/json-values.js";
import { leafText } from "../values/leaf-values.js";
import { tellOf } from "../../responses/fetch-failure.js";
import { tooManyBytes, tooManyNodes, type AnswerLimits } from "../../responses/answer-budget.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** What the careful answer knows of a plan. */
interface PlanKnowledge {
  readonly shape: ObjectShape;
  readonly types: SupergraphTypes;
  readonly limits: AnswerLimits;
  readonly services: AskedServices;
}

/** What the subgraphs sent. */
interface Responses {
  readonly data: ResponseObject;
  /** Those for the client. */
  readonly errors: GraphQLError[];
}

interface Position {
  /** With the client's names. */
  readonly path: ResponsePath;
  /** With internal names and without lists. */
  readonly place: string;
  readonly field: FieldShape;
  /** The object that has the field. */
  readonly parent: ResponseObject;
}

/**
 * Writes an answer from responses that are not what the schema promises. Puts null in place of each value that does
 * not fit, and of the parents that must not be without it, and adds an error for each to `errors`. An entity that its
 * subgraph does not have is null without an error, where it may be null. The text is undefined where nothing is left of
 * the answer. Throws `AnswerTooLargeError`.
 */
export function writeCarefully(
  plan: PlanKnowledge,
  responses: Responses,
  introspection: IntrospectionTexts,
): string | undefined {
  return new CarefulWriter(plan, responses, introspection).root();
}

class CarefulWriter {
  readonly #introspection: IntrospectionTexts;
  readonly #plan: PlanKnowledge;
  readonly #responses: Responses;
  readonly #faults: ValueFaults;
  /** Where an unknown entity lacks a value that must not be null. It is reported if the entity must not be null either. */
  readonly #lacking = new Map<unknown, Position>();
  #items = 0;
  #characters = 0;

  constructor(plan: PlanKnowledge, responses: Responses, introspection: IntrospectionTexts) {
    this.#introspection = introspection;
    this.#plan = plan;
    this.#responses = responses;
    this.#faults = new ValueFaults(responses.errors);
  }

  root(): string | undefined {
    const { byType, typeName } = this.#plan.shape;
    const text = this.#fields(byType.get(typeName) ?? [], this.#responses.data, [], "");
    this.#faults.end();
    return text;
  }

  /** Undefined: a field is null that must not be. */
  #fields(
    fields: readonly FieldShape[],
    object: ResponseObject,
    path: ResponsePath,
    place: string,
  ): string | undefined {
    const texts: string[] = [];
    let isWhole = true;
    for (const field of fields) {
      const text = this.#field(field, object, path, place);
      if (text === undefined) isWhole = false;
      else texts.push(`${this.#written(quote(field.responseName))}:${text}`);
    }
    return isWhole ? `{${texts.join(",")}}` : undefined;
  }

  #field(field: FieldShape, object: ResponseObject, path: ResponsePath, place: string): string | undefined {
    if (field.source === "typeName") return quote(field.parentName);
    if (field.source === "introspection") return this.#introspection.get(field.responseName) ?? "null";
    if (field.source === "cut") return this.#told({ field, path: [...path, field.responseName] });
    const position: Position = {
      path: [...path, field.responseName],
      place: place === "" ? field.name : `${place}.${field.name}`,
      field,
      parent: object,
    };
    const value = getOwn(object, field.name);
    if (value === undefined) {
      const services = this.#servicesOf(position);
      if (services.some((service) => isUnknownTo(service, object))) {
        if (!isNonNullType(field.type)) return "null";
        this.#lacking.set(object, position);
        return undefined;
      }
      if (services.some((service) => isToldOf(service, object))) return this.#told(position);
      const name = `${field.parentName}.${field.fieldName}`;
      const faulty = services.at(-1);
      const leftOut = faulty && tellOf(faulty, `left out ${name}, which was requested`);
      this.#report(position, leftOut ?? `No subgraph can be asked for ${name}.`);
    }
    return this.#value(value, field.type, position);
  }

  /** An error explains this null already, and those around it. Undefined: the value must not be null. */
  #told({ field, path }: Pick<Position, "field" | "path">): "null" | undefined {
    if (!isNonNullType(field.type)) return "null";
    this.#faults.explain(path);
    return undefined;
  }

  /** Undefined: the value is null and must not be. */
  #value(value: unknown, type: GraphQLOutputType, position: Position): string | undefined {
    if (isNonNullType(type)) {
      const text = this.#value(value, type.ofType, position);
      if (text !== "null") return text;
      const lacking = this.#lacking.get(value) ?? position;
      const { parentName, fieldName } = lacking.field;
      this.#report(lacking, `Cannot return null for non-nullable field ${parentName}.${fieldName}.`);
      return undefined;
    }
    if (value === null || value === undefined) return "null";
    if (isListType(type)) return this.#list(value, type.ofType, position);
    return isLeafType(type) ? this.#leaf(value, type, position) : this.#object(value, position);
  }

  #list(value: unknown, itemType: GraphQLOutputType, position: Position): string {
    if (!Array.isArray(value)) return this.#malformed(position);
    const { limits } = this.#plan;
    this.#items += value.length;
    if (this.#items > limits.nodes) throw tooManyNodes(limits);
    const texts = value.map((item, index) =>
      this.#value(item, itemType, { ...position, path: [...position.path, index] }),
    );
    return texts.includes(undefined) ? "null" : `[${texts.join(",")}]`;
  }

  #object(value: unknown, position: Position): string {
    const { below } = position.field;
    if (!below || !isJsonObject(value)) return this.#malformed(position);
    const fields = fieldsOf(below, value["__typename"]);
    if (!fields && value["__typename"] === undefined && isUnknown(value)) return "null";
    if (!fields) return this.#malformed(position);
    return this.#fields(fields, value, position.path, position.place) ?? "null";
  }

  #leaf(value: unknown, type: GraphQLLeafType, position: Position): string {
    const text = leafText(value, type, this.#plan.types.formOf(type.name));
    if (text !== undefined) return this.#written(text);
    // A value that the API does not show is a null that tells nothing.
    const isHidden =
      isEnumType(type) && typeof value === "string" && this.#plan.types.hasEnumValue(type.name, value);
    return isHidden ? "null" : this.#malformed(position);
  }

  /** The text of a leaf or a name. */
  #written(text: string): string {
    const { limits } = this.#plan;
    this.#characters += text.length;
    if (this.#characters > limits.bytes) throw tooManyBytes(limits);
    return text;
  }

  #malformed(position: Position): "null" {
    const faulty = this.#servicesOf(position).at(-1);
    this.#report(position, tellOf(faulty, "sent a value of another shape than was requested"));
    return "null";
  }

  #report(position: Position, message: string): void {
    this.#faults.report(position.path, this.#servicesOf(position).at(-1), message);
  }

  /** The subgraphs that were asked for a field. The last one counts where one of them is at fault. */
  #servicesOf({ place, parent }: Position): readonly string[] {
    return this.#plan.services.of(place, getOwn(parent, "__typename"));
  }
}
