import type { GraphQLRequest } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import { RequestError } from "./errors.js";
import { readParameters } from "./url-parameters.js";

type Fields = Readonly<Record<string, unknown>>;
type ParseJson = (text: string) => unknown;

/**
 * Reads one operation from a request, by the specification "GraphQL over HTTP": from the URL of a GET, or from the body
 * of a POST. An operation name without characters is none. Throws `RequestError` where the request is malformed.
 */
export function readGraphQLRequest(request: FastifyRequest, parseJson: ParseJson): GraphQLRequest {
  return toGraphQLRequest(isSafe(request) ? fromUrl(request.url, parseJson) : fromBody(request));
}

/** Whether a request may only read. */
export function isSafe({ method }: Pick<FastifyRequest, "method">): boolean {
  return method !== "POST";
}

function fromUrl(url: string, parseJson: ParseJson): Fields {
  const { variables, extensions, ...texts } = readParameters(url, [
    "query",
    "operationName",
    "variables",
    "extensions",
  ]);
  const parse = (name: string, text: string | undefined): unknown => {
    try {
      return text ? parseJson(text) : undefined;
    } catch {
      throw malformed(`expected JSON in the parameter ${name} of the URL`);
    }
  };
  return {
    ...texts,
    variables: parse("variables", variables),
    extensions: parse("extensions", extensions),
  };
}

function fromBody({ body, headers }: FastifyRequest): Fields {
  if (body === undefined && headers["content-type"] === undefined) {
    throw malformed("expected a body with the content type application/json");
  }
  if (Array.isArray(body)) {
    throw malformed("expected one operation, but got: a list. Send each operation in a request of its own");
  }
  if (!isObject(body)) throw malformed(`expected a JSON object, but got: ${kindOf(body)}`);
  // A library could take it for a prototype. Below the body's own keys it is a name like any other.
  if (Object.hasOwn(body, "__proto__")) throw malformed("expected no key named __proto__");
  return body;
}

function toGraphQLRequest({ query, operationName, variables, extensions }: Fields): GraphQLRequest {
  const read = {
    query: textOf("query", query),
    operationName: nameOf(operationName),
    variables: objectOf("variables", variables),
    extensions: objectOf("extensions", extensions),
  };
  if (!read.query && !read.extensions?.["persistedQuery"]) {
    throw malformed("expected a GraphQL document as the text of `query`");
  }
  return read;
}

function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw malformed(`expected a text as \`${name}\`, but got: ${kindOf(value)}`);
}

const longestName = 200;

function nameOf(value: unknown): string | undefined {
  const name = textOf("operationName", value) || undefined;
  if (name === undefined || name.length <= longestName) return name;
  throw malformed(`expected at most ${longestName} characters as \`operationName\``);
}

function objectOf(name: string, value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) return value;
  throw malformed(`expected an object or null as \`${name}\`, but got: ${kindOf(value)}`);
}

/** A number that keeps all its digits is an object of a class: see `parseJson`. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What a JSON value is, without the value: it may be about a person. */
function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "a text" : typeof value === "boolean" ? "a boolean" : "a number";
}

function malformed(expectation: string): RequestError {
  return new RequestError(400, "BAD_REQUEST", `The request is malformed: ${expectation}.`);
}
