import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIdentify } from "@an-sinh/gateway/identity/identify";
import { readIdentitySettings } from "@an-sinh/gateway/identity/identity-settings";
import { createLogger } from "@an-sinh/server/logger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { developmentKeyIn } from "../src/sign-in/development-key.js";
import { developmentSettings, signDevelopmentToken } from "../src/sign-in/development-token.js";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "an-sinh-token-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const claims = { agency: "Office", scopes: ["a:read", "b:read"], areas: ["24@0", "VN"], lifetimeSeconds: 60 };

test("a graph with the same folder takes the token", async () => {
  const token = await signDevelopmentToken(root, { subject: "official", ...claims });
  const identify = createIdentify(
    readIdentitySettings(await developmentSettings(root)),
    createLogger("silent"),
  );
  const { agency, scopes, areas } = claims;
  expect(await identify({ requestId: "id", headers: { authorization: `Bearer ${token}` } })).toEqual({
    subject: "official",
    agency,
    scopes,
    areas,
  });
});

test("production refuses the key, and says what to set", async () => {
  const settings = { ...(await developmentSettings(root)), NODE_ENV: "production" };
  expect(() => readIdentitySettings(settings)).toThrow(
    /JWT_ISSUER: .*Set JWKS, .*\n.*JWKS: .*Set JWKS, JWT_ISSUER and JWT_AUDIENCE/,
  );
});

test("programs that start at once have one key, which nobody else may read", async () => {
  const folder = join(root, "new");
  const keys = await Promise.all(Array.from({ length: 10 }, () => developmentKeyIn(folder)));
  expect(new Set(keys.map(({ privateKey }) => privateKey.kid)).size).toBe(1);
  expect((await readdir(join(folder, "keys"))).toSorted()).toEqual([
    "development.jwk.json",
    "development.jwks.json",
  ]);
  const modes = await Promise.all(
    ["", "development.jwk.json"].map((name) => stat(join(folder, "keys", name))),
  );
  expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
});
