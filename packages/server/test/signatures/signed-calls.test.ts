import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous, writeCaller } from "../../src/caller.js";
import { createGraphQLServer, type GraphQLServer } from "../../src/graphql-server.js";
import { callSigner } from "../../src/signatures/call-signer.js";
import { channelKeys, newChannelKey } from "../../src/signatures/channel-keys.js";
import { signedCalls } from "../../src/signatures/signed-calls.js";
import { signedCallsGuard } from "../../src/signatures/signed-calls-guard.js";
import { executorGraph } from "../support/executor-graph.js";

const [old, current, other] = [newChannelKey(), newChannelKey(), newChannelKey()];
const body = '{"query":"{ me }"}';
const call = { body, caller: writeCaller(anonymous), requestId: "r-1", timeLeftMs: "5000" };
const sign = (subgraph = "near", key = current) => callSigner(subgraph, channelKeys.parse(key))(call);

let server: GraphQLServer;
let port: number;
let now = Date.now();
const log: string[] = [];

beforeAll(async () => {
  const logger = pino({ level: "warn" }, { write: (line: string) => void log.push(line) });
  const keys = channelKeys.parse(`${old},${current}`);
  server = await createGraphQLServer({
    graph: executorGraph(async () => ({ data: { me: "answered" } })),
    createContext: ({ requestId }) => ({ requestId }),
    logger,
    introspection: false,
    guard: signedCallsGuard({ subgraph: "near", keys, logger, now: () => now }),
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = server.fastify.server.address() as AddressInfo);
});
afterAll(() => server.close());
beforeEach(() => {
  now = Date.now();
  log.length = 0;
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
}

function send(headers: readonly string[], sent: Sent = {}): Promise<number | undefined> {
  const { method = "POST", path = "/graphql" } = sent;
  return new Promise((resolve, reject) => {
    const text = method === "POST" ? (sent.body ?? body) : "";
    const fixed = ["host", "near", "content-type", "application/json", "content-length", String(text.length)];
    request({ port, method, path, headers: [...fixed, ...headers] }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    })
      .on("error", reject)
      .end(text);
  });
}

/** The headers with another value for one of them. */
const altered = (name: string, change: (value: string) => string, headers = sign()) =>
  headers.map((value, index) => (headers[index - 1] === name && index % 2 === 1 ? change(value) : value));

const without = (name: string) => {
  const headers = sign();
  const index = headers.indexOf(name);
  return headers.filter((_, place) => place !== index && place !== index + 1);
};

const official = writeCaller({ ...anonymous, subject: "official", areas: ["VN"] });

test.each<[name: string, headers: () => readonly string[], why: string, sent?: Sent]>([
  ["a direct call", () => [], "it is not signed"],
  ["a direct call that names a caller", () => ["x-caller", official], "it is not signed"],
  ["a forged caller", () => altered("x-caller", () => official), "its signature is wrong"],
  ["two callers", () => [...sign(), "x-caller", official], "its signature is wrong"],
  ["another request id", () => altered("x-request-id", () => "r-2"), "its signature is wrong"],
  ["more time", () => altered("x-time-left-ms", () => "600000"), "its signature is wrong"],
  [
    "another digest",
    () => altered("content-digest", (text) => text.replace("=:", "=:A")),
    "its signature is wrong",
  ],
  ["an altered body", sign, "its body is not what was signed", { body: body.replace("me", "us") }],
  ["no digest", () => without("content-digest"), "it is not signed"],
  ["no caller", () => without("x-caller"), "it is not signed"],
  ["no time", () => without("x-time-left-ms"), "it is not signed"],
  ["no signature", () => without("signature"), "it is not signed"],
  [
    "a signature of fewer parts",
    () => altered("signature-input", (text) => text.replace(' "x-caller"', "")),
    "it is not signed",
  ],
  [
    "a later time",
    () => altered("signature-input", (text) => text.replace(/created=\d/, "created=9")),
    "its signature is wrong",
  ],
  [
    "another nonce",
    () => altered("signature-input", (text) => text.replace(/nonce="\w/, 'nonce="_')),
    "its signature is wrong",
  ],
  ["a key that the subgraph does not have", () => sign("near", other), "it is signed by another key"],
  [
    "a signature of another key under a known id",
    () => {
      const id = channelKeys.parse(current)[0].id;
      return altered(
        "signature-input",
        (text) => text.replace(/keyid="\w+"/, `keyid="${id}"`),
        sign("near", other),
      );
    },
    "its signature is wrong",
  ],
  ["a call of another subgraph", () => sign("far"), "it is signed for another subgraph"],
  ["a GET", sign, "it is no POST", { method: "GET", path: "/graphql?query={me}" }],
])("%s is refused before anything runs, and logged once", async (_name, headers, why, sent) => {
  expect(await send(headers(), sent)).toBe(401);
  expect(log.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    `A call was refused: ${why}.`,
  ]);
});

test("a call counts for a minute, and once", async () => {
  const headers = sign();
  expect(await send(headers)).toBe(200);
  expect(await send(headers)).toBe(401);
  expect(log.join("")).toContain("it was sent before");
  const signedNow = now;
  for (const [seconds, status] of [
    [59, 200],
    [62, 401],
    [-3, 200],
    [-10, 401],
  ] as const) {
    now = signedNow + seconds * 1_000;
    expect(await send(sign()), `after ${seconds} s`).toBe(status);
  }
});

test("a call that was answered is refused until its time is over, however late", async () => {
  const headers = sign();
  const start = Date.now();
  now = start - 4_000;
  expect(await send(headers)).toBe(200);
  for (const seconds of [0, 30, 59]) {
    now = start + seconds * 1_000;
    expect(await send(headers), `after ${seconds} s`).toBe(401);
  }
});

test("both keys count while one takes the place of the other", async () => {
  expect(await send(sign("near", old))).toBe(200);
  expect(await send(sign("near", current))).toBe(200);
  expect(await send(sign("near", `${current},${other}`))).toBe(200);
});

test("health is open", async () => {
  expect(await send([], { method: "GET", path: "/health" })).toBe(200);
});

test.each(["", "secret", "0".repeat(63), `${old},`, `${old},${old},${old}`, `${old} ${old}`])(
  "no key is: %s",
  (text) => {
    const { error } = channelKeys.safeParse(text);
    expect(error?.issues).toHaveLength(1);
    expect(error?.message).not.toContain(old);
  },
);

const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const { traceOf } = signedCalls({
  subgraph: "near",
  keys: channelKeys.parse(current),
  logger: pino({ level: "silent" }),
});

test("a trace counts where it is signed, and cannot be altered on its way", async () => {
  const traced = callSigner("near", channelKeys.parse(current))({ ...call, traceParent: traceparent });
  expect(await send(traced)).toBe(200);
  const again = callSigner("near", channelKeys.parse(current))({ ...call, traceParent: traceparent });
  expect(await send(again.map((text) => (text === traceparent ? text.replace("0af7", "0af8") : text)))).toBe(
    401,
  );
  const headers = (given: readonly string[]) =>
    Object.fromEntries(given.flatMap((name, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : [])));
  expect(traceOf?.(headers(traced))).toMatchObject({ traceId: "0af7651916cd43dd8448eb211c80319c" });
  expect(traceOf?.({ ...headers(sign()), traceparent })).toBeUndefined();
});
