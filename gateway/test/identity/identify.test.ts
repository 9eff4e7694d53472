import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createIdentify } from "../../src/identity/identify.js";
import { keySourceOf, type KeySource } from "../../src/identity/key-source.js";
import { silent } from "../support/gateway.js";
import { createIssuer, seconds } from "../support/token-issuer.js";

const ask = (identify: ReturnType<typeof createIdentify>, token: string) =>
  identify({ requestId: "id", headers: { authorization: `Bearer ${token}` } });

/** An issuer whose keys are counted when they are read, and a clock that is set by hand. */
async function withClock(keys?: KeySource) {
  const issuer = await createIssuer();
  const clock = { now: Date.now(), reads: 0, keys: keys ?? issuer.settings.keys };
  const source = () => {
    clock.reads += 1;
    return clock.keys();
  };
  const identify = createIdentify({ ...issuer.settings, keys: source }, silent, () => clock.now);
  return { issuer, clock, identify };
}

test("a good token says who asks", async () => {
  const { issuer, identify } = await withClock();
  const token = await issuer.sign({
    agency: "Office",
    scope: "households:read  persons:read",
    areas: ["a", "b"],
  });
  expect(await ask(identify, token)).toEqual({
    subject: "official",
    agency: "Office",
    scopes: ["households:read", "persons:read"],
    areas: ["a", "b"],
  });
});

test("a token is verified once, and gives the same caller until it expires", async () => {
  const { issuer, clock, identify } = await withClock();
  const token = await issuer.sign({ exp: seconds() + 100 });
  const [first, ...others] = await Promise.all([ask(identify, token), ask(identify, token)]);
  expect(others[0]).toBe(first);
  expect(await ask(identify, token)).toBe(first);
  expect(await ask(identify, await issuer.sign({ exp: seconds() + 101 }))).not.toBe(first);
  clock.now += 106_000;
  await expect(ask(identify, token)).rejects.toThrow("The token has expired.");
});

test("a key that was withdrawn is refused after ten minutes", async () => {
  const { issuer, clock, identify } = await withClock();
  const token = await issuer.sign({ exp: seconds() + 10_000 });
  await ask(identify, token);
  clock.keys = (await createIssuer("new")).settings.keys;
  clock.now += 599_000;
  await ask(identify, token);
  clock.now += 2_000;
  await expect(ask(identify, token)).rejects.toMatchObject({ status: 401 });
});

test("an unknown key id reads the keys again, at most every 30 s", async () => {
  const { issuer, clock, identify } = await withClock();
  await ask(identify, await issuer.sign());
  const next = await createIssuer("next");
  clock.keys = next.settings.keys;
  await expect(ask(identify, await next.sign())).rejects.toMatchObject({ status: 401 });
  clock.now += 31_000;
  expect(await ask(identify, await next.sign())).toMatchObject({ subject: "official" });
  const unknown = await next.sign({}, { kid: "unknown" });
  for (let count = 0; count < 10; count += 1)
    await expect(ask(identify, unknown)).rejects.toThrow("not one that");
  expect(clock.reads).toBe(2);
});

test("keys that cannot be read refuse nobody as unknown: 503, and the last keys count for an hour", async () => {
  const failing = async () => Promise.reject(new Error("gone"));
  const { issuer, clock, identify } = await withClock(failing);
  const token = await issuer.sign({ exp: seconds() + 10_000 });
  await expect(ask(identify, token)).rejects.toMatchObject({ status: 503, code: "INTERNAL" });
  await expect(ask(identify, token)).rejects.toMatchObject({ status: 503 });
  expect(clock.reads).toBe(1);
  clock.now += 31_000;
  clock.keys = issuer.settings.keys;
  await ask(identify, token);
  clock.keys = failing;
  clock.now += 59 * 60_000;
  await ask(identify, token);
  clock.now += 2 * 60_000 + 10 * 60_000;
  await expect(ask(identify, token)).rejects.toMatchObject({ status: 503 });
});

test("keys come from a URL, from there only, and of a bounded size", async () => {
  const issuer = await createIssuer();
  const { keys } = await issuer.settings.keys();
  const server = createServer((request, response) => {
    if (request.url === "/keys") return response.end(JSON.stringify({ keys }));
    if (request.url === "/elsewhere") return response.writeHead(302, { location: "/keys" }).end();
    if (request.url === "/long") return response.end(JSON.stringify({ keys, more: "x".repeat(300_000) }));
    if (request.url === "/private") return response.end(JSON.stringify({ keys: [{ ...keys[0], d: "d" }] }));
    return response.writeHead(500).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const read = (path: string) => keySourceOf({ url: new URL(path, `http://127.0.0.1:${port}`) }, false)();
  expect(await read("/keys")).toEqual({ keys });
  await expect(read("/elsewhere")).rejects.toThrow("fetch failed");
  await expect(read("/long")).rejects.toThrow("expected at most 262144 bytes");
  await expect(read("/private")).rejects.toThrow("expected public keys only");
  await expect(read("/broken")).rejects.toThrow("expected status 200, but got: 500");
  server.close();
});
