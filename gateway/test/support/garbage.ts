import { createHash } from "node:crypto";

/** A request as nobody should send it. */
export interface Garbage {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (body: unknown): Garbage => ({ body: JSON.stringify(body) });

// prettier-ignore
const unusual = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "\u0000", "…", "\ud800"];

/** Each is another one, and most of them are wrong in another way. */
export function garbageAt(index: number): Garbage {
  const name = unusual[index % unusual.length] ?? "";
  const kinds = [...documents, ...variables, ...bodies, ...headers];
  return kinds[index % kinds.length]?.(index, name) ?? json(null);
}

type Kind = (index: number, name: string) => Garbage;

/** So many fragments, each in the next, and the first in the last. */
function cycle(index: number): string {
  const size = 1 + (index % 60);
  const fragments = Array.from(
    { length: size },
    (_, at) => `fragment f${at} on Query { ...f${(at + 1) % size} }`,
  );
  return `{ a${index}: a ...f0 } ${fragments.join(" ")}`;
}

const documents: readonly Kind[] = [
  (index, name) => json({ query: `{ ${name}: a${index} }` }),
  (index, name) => json({ query: `{ ${name}: a b${index}: a }` }),
  (index) => json({ query: "{".repeat(index % 500) }),
  (index, name) => json({ query: `{ a(${name}: ${index}) }` }),
  (index, name) => json({ query: `{ a${index}: __typename ...${name} }` }),
  (index) => json({ query: cycle(index) }),
  (index) => json({ query: `{ ${"a @skip(if: false) ".repeat(index % 50)} }` }),
  (index) => json({ query: `{ a(deep: ${"[".repeat(index % 40)}${"]".repeat(index % 40)}) }` }),
  (index) => {
    const depth = index % 40;
    return json({ query: `{ node { ${"below { ".repeat(depth)} id ${"}".repeat(depth)} } }` });
  },
  (index, name) => {
    const types = Array.from(
      { length: 1 + (index % 30) },
      (_, at) => `${name}${at}: __schema { types { name } }`,
    );
    return json({ query: `{ ${types.join(" ")} }` });
  },
];

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

const variables: readonly Kind[] = [
  (index, name) => json({ query: `query ($v${index}: Int) { a }`, variables: { [name]: index } }),
  (index, name) =>
    json({ query: `query ($${name}: String) { a(text: $${name}) }`, variables: { [name]: [index] } }),
  (index) => json({ query: "query ($v: [[[Int]]]) { a(deep: $v) }", variables: { v: nested(index % 60) } }),
  (index) =>
    json({ query: "query ($v: [String!]) { a(list: $v) }", variables: { v: Array(index).fill(null) } }),
  (index, name) => json({ query: `query q${index} { a }`, operationName: name }),
  (index, name) => json({ query: index, variables: name }),
];

const hashOf = (index: number) => createHash("sha256").update(String(index)).digest("hex");
const persisted = (sha256Hash: unknown, version: unknown = 1) =>
  json({ extensions: { persistedQuery: { version, sha256Hash } } });

const bodies: readonly Kind[] = [
  (index) => persisted(hashOf(index)),
  (index, name) => persisted(`${name}${index}`, name),
  (index) =>
    json({
      query: `{ a${index}: a }`,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(index) } },
    }),
  (index) => json([index]),
  (index, name) => ({ body: `{"query":"{ a }","${name}":${index}` }),
  (index) => ({ body: Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0xff, index % 256, 0x22, 0x7d) }),
  (index) => ({ body: "[".repeat(index) }),
  () => ({ body: "" }),
];

const query = JSON.stringify({ query: "{ __typename }" });

const headers: readonly Kind[] = [
  (index) => ({ body: query, headers: { "content-type": `text/plain; a=${index}` } }),
  (index) => ({ body: query, headers: { "content-type": `application/json; charset=utf-${index}` } }),
  (index) => ({
    body: query,
    headers: { "content-encoding": ["gzip", "br", "deflate", `x${index}`][index % 4] ?? "" },
  }),
  (index) => ({ body: query, headers: { authorization: `Bearer ${index}.${index}.${index}` } }),
  (index) => ({ body: query, headers: { authorization: `Bearer ${"x".repeat(index)}` } }),
  (index) => ({ body: query, headers: { "x-long": "x".repeat(2 * index) } }),
  (index) => ({
    body: query,
    headers: Object.fromEntries(Array.from({ length: index % 200 }, (_, at) => [`x-${at}`, String(index)])),
  }),
];
