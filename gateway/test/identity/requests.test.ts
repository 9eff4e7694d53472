import { request, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIdentify } from "../../src/identity/identify.js";
import { startGateway, silent, type GatewayUnderTest } from "../support/gateway.js";
import { createIssuer } from "../support/token-issuer.js";

const issuer = await createIssuer();
const good = `Bearer ${await issuer.sign()}`;
const bad = `Bearer ${await issuer.sign({ aud: "other" })}`;

const whoAsks = {
  name: "a",
  sdl: "type Query { subject: String }",
  resolvers: {
    Query: {
      subject: (_: unknown, _arguments: unknown, { caller }: { caller: { subject: string | null } }) =>
        caller.subject,
    },
  },
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway([whoAsks], "local", { identify: createIdentify(issuer.settings, silent) });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Sends the query by POST or GET. A list of values is sent as that many headers. */
async function send(method: string, query: string, headers: Record<string, string | string[]>) {
  const url = new URL("/graphql", gateway.url);
  const body = method === "POST" ? JSON.stringify({ query }) : undefined;
  if (!body) url.searchParams.set("query", query);
  const client = request(url, { method, headers: { "content-type": "application/json", ...headers } }).end(
    body,
  );
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    client.on("response", resolve).on("error", reject),
  );
  return {
    status: response.statusCode,
    challenge: response.headers["www-authenticate"],
    body: await json(response),
  };
}

// The first time, Apollo Server answers; the second time, the operation is known and answered directly.
test.each(["POST", "GET"])(
  "by %s, a bad token is refused and never anonymous, asked once or again",
  async (method) => {
    const query = `{ subject } # ${method}`;
    for (let times = 0; times < 2; times += 1) {
      const refusal = await send(method, query, { authorization: bad });
      expect(refusal).toEqual({
        status: 401,
        challenge:
          'Bearer error="invalid_token", error_description="The token is not one that this server accepts."',
        body: {
          errors: [
            {
              message: "The token is not one that this server accepts.",
              extensions: { code: "UNAUTHENTICATED" },
            },
          ],
        },
      });
      const answered = await send(method, query, { authorization: good });
      expect(answered).toMatchObject({ status: 200, body: { data: { subject: "official" } } });
      expect(await send(method, query, {})).toMatchObject({ status: 200, body: { data: { subject: null } } });
    }
  },
);

test("two headers Authorization are refused, whichever is good", async () => {
  for (const authorization of [
    [good, bad],
    [bad, good],
    [good, good],
  ]) {
    expect(await send("POST", "{ subject }", { authorization })).toMatchObject({ status: 401 });
  }
});

const spellings = [
  "x-caller",
  "X-Caller",
  "X-CALLER",
  "x_caller",
  "X_Caller",
  "x.caller",
  "x-caller-",
  "caller",
];

test.each(spellings)("a client that names a caller itself stays who it is: %s", async (name) => {
  const caller = Buffer.from(
    JSON.stringify({ subject: "other", agency: null, scopes: [], areas: ["VN"] }),
  ).toString("base64url");
  for (const value of [caller, [caller, caller], ["", caller]]) {
    const headers = { [name]: value };
    for (const [authorization, subject] of [
      [undefined, null],
      [good, "official"],
    ] as const) {
      const answer = await send(
        "POST",
        "{ subject }",
        authorization ? { ...headers, authorization } : headers,
      );
      expect(answer.body).toEqual({ data: { subject } });
    }
  }
});
