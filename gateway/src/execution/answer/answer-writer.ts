import {
  getNullableType,
  GraphQLID,
  GraphQLString,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type GraphQLLeafType,
} from "graphql";
import { tooManyBytes, tooManyNodes, type AnswerLimits } from "../../responses/answer-budget.js";
import type { FieldShape, ObjectShape } from "./answer-shape.js";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { escapeText, quote } from "../values/json-values.js";
import { leafCode } from "./leaf-code.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";
import type { ResponseObject } from "../values/response-objects.js";

/** The texts of the fields that the schema answers, by response name. */
export type IntrospectionTexts = ReadonlyMap<string, string>;

/** The text of an answer. Undefined: a value is not what the schema promises, and the answer needs care. */
export type WriteAnswer = (data: ResponseObject, introspection: IntrospectionTexts) => string | undefined;

const unexpected = new Error("A value of a response is not what the schema promises");
const fail = (): never => {
  throw unexpected;
};

/**
 * Compiles the text of an answer. The code knows the names, the types and the order of all fields, and writes them
 * while it reads the responses. It accepts only what the schema promises: a null or a value of the right type. For
 * anything else careful-answer.ts finds what is wrong, and where. Throws `AnswerTooLargeError` as soon as the text is too
 * long, or has too many items of lists.
 */
export function compileAnswer(shape: ObjectShape, limits: AnswerLimits, types: SupergraphTypes): WriteAnswer {
  const writer = new WriterCompiler(limits, types);
  const write = writer.compile(shape);
  return (data, introspection) => {
    writer.written.items = 0;
    try {
      return write(data, introspection);
    } catch (error) {
      if (error === unexpected) return undefined;
      throw error;
    }
  };
}

class WriterCompiler {
  readonly #code = new GeneratedCode();
  readonly #fail = `${this.#code.constant(fail)}();`;
  readonly #escape = this.#code.constant(escapeText);
  readonly #objects = new Map<ObjectShape, string>();
  /** How many items the lists have that are written so far. */
  readonly written = { items: 0 };
  readonly #checkItems: string;
  readonly #checkText: string;

  constructor(
    limits: AnswerLimits,
    readonly types: SupergraphTypes,
  ) {
    const refuse = (error: (limits: AnswerLimits) => Error) =>
      this.#code.constant((): never => {
        throw error(limits);
      });
    const items = `${this.#code.constant(this.written)}.items`;
    this.#checkItems = `if ((${items} += list.length) > ${limits.nodes}) ${refuse(tooManyNodes)}();`;
    this.#checkText = `if (text.length > ${limits.bytes}) ${refuse(tooManyBytes)}();`;
  }

  compile(shape: ObjectShape): (data: ResponseObject, introspection: IntrospectionTexts) => string {
    const root = this.#object(shape);
    const name = this.#code.define("data, introspection", `return ${root}("", data, introspection);`);
    return this.#code.compile(name) as ReturnType<WriterCompiler["compile"]>;
  }

  /** The function that appends an object to a text, and returns the longer text. */
  #object(shape: ObjectShape): string {
    const known = this.#objects.get(shape);
    if (known !== undefined) return known;
    const check = `if (typeof o !== "object" || o === null || Array.isArray(o)) ${this.#fail}`;
    const body = shape.isAbstract ? this.#choice(shape) : this.#onlyType(shape);
    const name = this.#code.define("text, o, introspection", `${check}\n${body}`);
    this.#objects.set(shape, name);
    return name;
  }

  #onlyType({ typeName, byType }: ObjectShape): string {
    const known = `if (o.__typename !== undefined && o.__typename !== ${literal(typeName)}) ${this.#fail}`;
    return `${known}\n${this.#fields(byType.get(typeName) ?? [])}`;
  }

  #choice({ typeName, byType, ofAnyType }: ObjectShape): string {
    const anyType = ofAnyType && this.#code.define("text, o", this.#fields(ofAnyType));
    const cases = [...byType].map(([name, fields]) => {
      const write = anyType ?? this.#code.define("text, o", this.#fields(fields));
      return `case ${literal(name)}: return ${write}(text, o);`;
    });
    if (anyType) cases.push(`case undefined: case ${literal(typeName)}: return ${anyType}(text, o);`);
    return `switch (o.__typename) {\n${cases.join("\n")}\ndefault: ${this.#fail}\n}`;
  }

  #fields(fields: readonly FieldShape[]): string {
    const lines = ["let value, part;"];
    // What is the same for all objects is appended together with the next value.
    let pending = "{";
    for (const [index, field] of fields.entries()) {
      pending += `${index === 0 ? "" : ","}${quote(field.responseName)}:`;
      if (field.source === "typeName") {
        pending += quote(field.parentName);
      } else if (field.source === "cut") {
        if (isNonNullType(field.type)) lines.push(this.#fail);
        pending += "null";
      } else if (field.source === "introspection") {
        lines.push(`text += ${literal(pending)} + introspection.get(${literal(field.responseName)});`);
        pending = "";
      } else {
        lines.push(`value = ${property("o", field.name)};`);
        pending = this.#append(field, pending, lines);
      }
    }
    return `${lines.join("\n")}\nreturn text + ${literal(`${pending}}`)};`;
  }

  /** Adds the code that appends `value` after the pending text. Returns what is pending then. */
  #append({ type, below }: Pick<FieldShape, "type" | "below">, pending: string, lines: string[]): string {
    const start = literal(pending);
    const nothing = isNonNullType(type) ? this.#fail : `text += ${literal(`${pending}null`)};`;
    // What is undefined was left out.
    const otherwise = `else if (value === null) { ${nothing} } else ${this.#fail}`;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const list = this.#list({ type: nullable.ofType, below });
      lines.push(`if (Array.isArray(value)) text = ${list}(text + ${start}, value); ${otherwise}`);
      return "";
    }
    if (below) {
      const append = `text = ${this.#object(below)}(text + ${start}, value);`;
      lines.push(isNonNullType(type) ? append : `if (value === null) { ${nothing} } else ${append}`);
      return "";
    }
    if (isNonNullType(type) && isText(nullable)) {
      lines.push(`if (typeof value !== "string") ${this.#fail}`);
      lines.push(`text += ${literal(`${pending}"`)};\ntext += ${this.#escape}(value);`);
      return '"';
    }
    const form = this.types.formOf((nullable as GraphQLLeafType).name);
    lines.push(`${leafCode(nullable as GraphQLLeafType, { form, pending, code: this.#code })} ${otherwise}`);
    return "";
  }

  #list(item: Pick<FieldShape, "type" | "below">): string {
    const lines: string[] = [];
    const pending = this.#append(item, "", lines);
    return this.#code.define(
      "text, list",
      `let part;
${this.#checkItems}
text += "[";
for (let index = 0; index < list.length; index += 1) {
const value = list[index];
if (index > 0) text += ",";
${this.#checkText}
${lines.join("\n")}
${pending === "" ? "" : `text += ${literal(pending)};`}
}
return text + "]";`,
    );
  }
}

const isText = (type: GraphQLOutputType): boolean => type === GraphQLString || type === GraphQLID;
