import { getOwn } from "./json-values.js";

/**
 * Code that is generated for one query plan. It reads properties by their names, which engines optimize far better
 * than a loop over names. Values from outside enter the code as constants or as literals, never as code.
 */
export class GeneratedCode {
  readonly #constants: unknown[] = [getOwn];
  readonly #functions: string[] = [];

  /** The expression of a value that the code uses. */
  constant(value: unknown): string {
    const known = this.#constants.indexOf(value);
    return `c${known === -1 ? this.#constants.push(value) - 1 : known}`;
  }

  /** Adds a function. Returns its name. */
  define(parameters: string, body: string): string {
    const name = `f${this.#functions.length}`;
    this.#functions.push(`function ${name}(${parameters}) {\n${body}\n}`);
    return name;
  }

  /** Compiles the functions, and returns the one of this name. */
  compile(name: string): unknown {
    const constants = this.#constants.map((_, index) => `const c${index} = constants[${index}];`).join("\n");
    const source = `"use strict";\n${constants}\n${this.#functions.join("\n")}\nreturn ${name};`;
    // oxlint-disable-next-line no-new-func
    const make = new Function("constants", source) as (constants: readonly unknown[]) => unknown;
    return make(this.#constants);
  }
}

/** The expression of a text. */
export const literal = (text: string): string => JSON.stringify(text);

/** The expression of a property. A GraphQL name is always a valid name in code. */
export function property(object: string, name: string): string {
  if (!/^[_A-Za-z][_0-9A-Za-z]*$/.test(name)) throw new Error("Expected a GraphQL name");
  return name in Object.prototype ? `c0(${object}, ${literal(name)})` : `${object}.${name}`;
}
