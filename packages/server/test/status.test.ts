import { afterAll, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  jsonType,
  refusalOf,
  startEcho,
  textOf,
  type EchoServer,
  type Sent,
} from "./support/echo-server.js";

let server: EchoServer;
beforeAll(async () => {
  server = await startEcho();
});
afterAll(() => server[Symbol.asyncDispose]());

const post = (body: unknown): Sent => ({ body: JSON.stringify(body), headers: jsonType });
const get = (query: string): Sent => ({ path: `/graphql?${query}` });
const accepting = (accept: string, sent: Sent): Sent => ({
  ...sent,
  headers: { ...(sent.headers as Record<string, string>), accept },
});

const json = "application/json";
const graphQLResponse = "application/graphql-response+json";

const wellFormed: readonly (readonly [string, string, Sent])[] = [
  ["a syntax error", "GRAPHQL_PARSE_FAILED", post({ query: "{" })],
  ["a syntax error, by GET", "GRAPHQL_PARSE_FAILED", get("query={")],
  ["an unknown field", "GRAPHQL_VALIDATION_FAILED", post({ query: "{ you }" })],
  ["no such operation", "OPERATION_RESOLUTION_FAILURE", post({ query: "{ me }", operationName: "A" })],
  [
    "two operations and no name",
    "OPERATION_RESOLUTION_FAILURE",
    post({ query: "query A { me } query B { me }", operationName: "" }),
  ],
  [
    "a variable of the wrong type",
    "BAD_USER_INPUT",
    post({ query: "query ($n: Float) { me(n: $n) }", variables: { n: "a" } }),
  ],
];

test.each(wellFormed)(
  "%s: the status is 200 with application/json, and 400 with the type of GraphQL",
  async (_, code, sent) => {
    for (const [accept, status] of [
      [json, 200],
      [graphQLResponse, 400],
    ] as const) {
      const received = await server.sendTwice(accepting(accept, sent));
      expect(refusalOf(received)).toEqual({ status, code });
      expect(received.headers["content-type"]).toBe(`${accept}; charset=utf-8`);
    }
  },
);

const malformed: readonly (readonly [string, Sent, RegExp])[] = [
  ["no body", { method: "POST" }, /expected a body/],
  ["an empty body", { body: "", headers: jsonType }, /expected JSON/],
  ["JSON null", post(null), /expected a JSON object, but got: null/],
  ["a JSON text", post("{ me }"), /expected a JSON object, but got: a text/],
  ["a batch", post([{ query: "{ me }" }]), /Send each operation in a request of its own/],
  ["no query", post({}), /`query`/],
  ["a query without characters", post({ query: "" }), /`query`/],
  ["a query that is a list", post({ query: ["{ me }"] }), /`query`, but got: a list/],
  ["variables without characters", post({ query: "{ me }", variables: "" }), /`variables`, but got: a text/],
  ["variables that are a number", post({ query: "{ me }", variables: 1 }), /`variables`, but got: a number/],
  ["variables that are a list", post({ query: "{ me }", variables: [] }), /`variables`, but got: a list/],
  ["an operation name that is true", post({ query: "{ me }", operationName: true }), /but got: a boolean/],
  ["extensions that are a text", post({ query: "{ me }", extensions: "x" }), /`extensions`, but got: a text/],
  ["a key named __proto__", { body: '{"query":"{me}","__proto__":{}}', headers: jsonType }, /__proto__/],
  ["a GET without a query", get(""), /`query`/],
  ["a query that comes twice", get("query={me}&query={me}"), /query once/],
  ["variables in a URL that are no JSON", get("query={me}&variables={"), /JSON in the parameter variables/],
  ["variables in a URL that are a list", get("query={me}&variables=[]"), /`variables`, but got: a list/],
  ["extensions in a URL that are a text", get('query={me}&extensions="a"'), /`extensions`/],
  ["a parameter that is no UTF-8", get("query=%FF"), /expected UTF-8/],
  ["a parameter with half an escape", get("query=%A"), /expected UTF-8/],
];

test.each(malformed)("%s is answered with 400 and what was expected", async (_, sent, message) => {
  for (const accept of [json, graphQLResponse]) {
    const received = await server.sendTwice(accepting(accept, sent));
    expect(refusalOf(received)).toEqual({ status: 400, code: "BAD_REQUEST" });
    expect(answerOf(received).errors?.[0]?.message).toMatch(message);
    expect(received.headers["content-type"]).toBe(`${accept}; charset=utf-8`);
  }
});

const absent: readonly Sent[] = [
  post({ query: "{ me }", operationName: "", variables: null, extensions: null, other: 1 }),
  post({ query: "query A { me }", operationName: null }),
  get("query={me}&operationName=&variables=&extensions=&other=1"),
  get("operationName=A&query=query+A%7Bme%7D&variables=null&extensions=%7B%7D"),
];

test("what is null or has no characters is as if it were not there", async () => {
  for (const sent of absent) {
    const received = await server.sendTwice(sent);
    expect([received.status, textOf(received)]).toEqual([200, '{"data":{"me":"{}"}}']);
  }
});

const types: readonly (readonly [string, string | undefined])[] = [
  ["*/*", json],
  ["application/*", json],
  ["", json],
  ["application/JSON", json],
  ["application/json; charset=utf-8", json],
  ["application/json; odata=verbose", json],
  ["application/graphql-response+json, application/json", graphQLResponse],
  ["application/json;q=0.9, application/graphql-response+json", graphQLResponse],
  ["application/graphql-response+json;q=0.1, */*;q=0.2", json],
  ["application/json;q=0, */*", graphQLResponse],
  ["text/html, */*;q=0.1", json],
  ["text/csv", undefined],
  ["*/*;q=0", undefined],
  ["application/json;q=0", undefined],
];

test("the media type is the one that the client likes best, and 406 where it likes none", async () => {
  for (const [accept, type] of types) {
    for (const sent of [post({ query: "{ me }" }), get("query={me}")]) {
      const received = await server.sendTwice(accepting(accept, sent));
      const expected = { status: type ? 200 : 406, type: `${type ?? json}; charset=utf-8` };
      const { status, headers } = received;
      expect({ status, type: headers["content-type"] }, accept).toEqual(expected);
    }
  }
});
