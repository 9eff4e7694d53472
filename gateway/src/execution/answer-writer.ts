import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
  type GraphQLLeafType,
} from "graphql";
import type { FieldShape, ObjectShape } from "./answer-shape.js";
import { GeneratedCode, literal, property } from "./generated-code.js";
import { quote } from "./json-values.js";
import { leafText } from "./leaf-values.js";
import type { ResponseObject } from "./response-objects.js";

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
 * anything else careful-answer.ts finds what is wrong, and where.
 */
export function compileAnswer(shape: ObjectShape): WriteAnswer {
  const writer = new WriterCompiler();
  const write = writer.compile(shape);
  return (data, introspection) => {
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
  readonly #fail = `${this.#code.constant(fail)}()`;
  readonly #objects = new Map<ObjectShape, string>();

  compile(shape: ObjectShape): (data: ResponseObject, introspection: IntrospectionTexts) => string {
    const name = this.#object(shape);
    return this.#code.compile(name) as ReturnType<WriterCompiler["compile"]>;
  }

  /** The function that writes an object. */
  #object(shape: ObjectShape): string {
    const known = this.#objects.get(shape);
    if (known !== undefined) return known;
    const check = `if (typeof o !== "object" || o === null || Array.isArray(o)) ${this.#fail};`;
    const body = shape.isAbstract ? this.#choice(shape) : this.#onlyType(shape);
    const name = this.#code.define("o, introspection", `${check}\n${body}`);
    this.#objects.set(shape, name);
    return name;
  }

  #onlyType({ typeName, byType }: ObjectShape): string {
    const known = `if (o.__typename !== undefined && o.__typename !== ${literal(typeName)}) ${this.#fail};`;
    return `${known}\n${this.#fields(byType.get(typeName) ?? [])}`;
  }

  #choice({ typeName, byType, ofAnyType }: ObjectShape): string {
    const anyType = ofAnyType && this.#code.define("o", this.#fields(ofAnyType));
    const cases = [...byType].map(([name, fields]) => {
      const write = anyType ?? this.#code.define("o", this.#fields(fields));
      return `case ${literal(name)}: return ${write}(o);`;
    });
    if (anyType) cases.push(`case undefined: case ${literal(typeName)}: return ${anyType}(o);`);
    return `switch (o.__typename) {\n${cases.join("\n")}\ndefault: ${this.#fail};\n}`;
  }

  #fields(fields: readonly FieldShape[]): string {
    const lines = ['let text = "", value;'];
    let fixed = "{";
    for (const [index, field] of fields.entries()) {
      fixed += `${index === 0 ? "" : ","}${quote(field.responseName)}:`;
      if (field.source === "typeName") {
        fixed += quote(field.parentName);
        continue;
      }
      if (field.source === "subgraph") lines.push(`value = ${property("o", field.name)};`);
      lines.push(`text += ${literal(fixed)} + ${this.#fieldValue(field)};`);
      fixed = "";
    }
    return `${lines.join("\n")}\nreturn text + ${literal(`${fixed}}`)};`;
  }

  #fieldValue({ source, responseName, type, below }: FieldShape): string {
    if (source === "introspection") return `introspection.get(${literal(responseName)})`;
    return `(${this.#value(type, below, "value")})`;
  }

  /** The expression that writes the value of a variable. */
  #value(type: GraphQLOutputType, below: ObjectShape | undefined, variable: string): string {
    const nothing = isNonNullType(type) ? this.#fail : '"null"';
    const otherwise = `${variable} == null ? ${nothing} : ${this.#fail}`;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const list = this.#list(nullable.ofType, below);
      return `Array.isArray(${variable}) ? ${list}(${variable}) : ${otherwise}`;
    }
    if (below) {
      const written = `${this.#object(below)}(${variable})`;
      return isNonNullType(type) ? written : `${variable} == null ? "null" : ${written}`;
    }
    return this.#leaf(nullable as GraphQLLeafType, variable, `${variable} == null ? ${nothing} : `);
  }

  #list(itemType: GraphQLOutputType, below: ObjectShape | undefined): string {
    return this.#code.define(
      "list",
      `let text = "[";
for (let index = 0; index < list.length; index += 1) {
const item = list[index];
if (index > 0) text += ",";
text += (${this.#value(itemType, below, "item")});
}
return text + "]";`,
    );
  }

  /** The values that are usual are written at once. */
  #leaf(type: GraphQLLeafType, variable: string, ifNull: string): string {
    const checked = (value: unknown) => leafText(value, type) ?? fail();
    const otherwise = `${ifNull}${this.#code.constant(checked)}(${variable})`;
    const quoted = `${this.#code.constant(quote)}(${variable})`;
    if (isEnumType(type)) {
      const texts = new Map(type.getValues().map(({ name }) => [name, quote(name)]));
      return `${this.#code.constant(texts)}.get(${variable}) ?? (${otherwise})`;
    }
    switch (type.name) {
      case "Int":
        return `typeof ${variable} === "number" && (${variable} | 0) === ${variable} ? String(${variable}) : ${otherwise}`;
      case "Float":
        return `Number.isFinite(${variable}) ? String(${variable}) : ${otherwise}`;
      case "Boolean":
        return `${variable} === true ? "true" : ${variable} === false ? "false" : ${otherwise}`;
      default:
        return `typeof ${variable} === "string" ? ${quoted} : ${otherwise}`;
    }
  }
}
