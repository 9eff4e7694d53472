import type { GraphQLFormattedError } from "graphql";
import { toJsonText } from "./exact-json.js";
import { isJsonObject } from "./json-object.js";

/** No operation that is planned has more. */
const longestPath = 1_000;
const longestMessage = 1_000;
const longestCode = 100;
const longestExtensions = 10_000;

/** Reads an error of a response, which may be anything. */
export function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions }: Record<string, unknown> = isJsonObject(error) ? error : {};
  return {
    message: typeof message === "string" ? message : "The subgraph gave no message",
    ...(isPath(path) ? { path: path.slice(0, longestPath) } : {}),
    ...(isJsonObject(extensions) ? { extensions } : {}),
  };
}

/** An error that may be told at many places of an answer: a response may have 32 MiB of it. */
export function shortened({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message: message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message,
    ...(path && { path }),
    ...(extensions && { extensions: isShort(extensions) ? extensions : codeOf(extensions) }),
  };
}

function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number");
}

/** False for values in so many lists that they have no text. */
function isShort(extensions: object): boolean {
  try {
    return toJsonText(extensions).length <= longestExtensions;
  } catch {
    return false;
  }
}

const codeOf = ({ code }: Readonly<Record<string, unknown>>) =>
  typeof code === "string" && code.length <= longestCode ? { code } : {};
