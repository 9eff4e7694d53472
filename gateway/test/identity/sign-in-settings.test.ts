import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGatewaySettings } from "../../src/env.js";
import { developmentIssuer } from "../../src/identity/identity-settings.js";
import { enoughSettings, problemsOf } from "../support/settings.js";

const { folder, enough } = enoughSettings();

test("sign-in needs the keys, the issuer and the audience, and every problem is named", async () => {
  expect((await readGatewaySettings(enough)).identity).toBeUndefined();
  expect(await problemsOf({ ...enough, JWT_ISSUER: "x", JWT_AUDIENCE: "y" })).toEqual([
    "JWT_ISSUER: expected JWKS too: the file or the URL of the keys",
    "JWT_AUDIENCE: expected JWKS too: the file or the URL of the keys",
  ]);
  const problems = await problemsOf({
    ...enough,
    PORT: "x",
    JWKS: "http://keys.example",
    JWT_ALGORITHMS: "ES256,HS256",
  });
  expect(problems.map((problem) => problem.split(",")[0])).toEqual([
    "PORT: expected a port number from 0 to 65535",
    "JWKS: expected a file",
    "JWT_ISSUER: expected the issuer (iss) of the tokens",
    "JWT_AUDIENCE: expected the audience (aud) of the tokens",
    "JWT_ALGORITHMS: expected some of RS256",
  ]);
});

test.each(["https://keys.example/jwks", "http://localhost:8080/jwks"])(
  "keys may come from %s",
  async (url) => {
    const settings = await readGatewaySettings({ ...enough, JWKS: url, JWT_ISSUER: "x", JWT_AUDIENCE: "y" });
    expect(settings.identity).toMatchObject({ issuer: "x", audience: "y" });
  },
);

test("a file without usable keys stops the start, and so does a key for development in production", async () => {
  const settings = (keys: unknown, issuer = "x") => {
    writeFileSync(join(folder, "jwks.json"), JSON.stringify(keys));
    return { ...enough, JWKS: "jwks.json", INIT_CWD: folder, JWT_ISSUER: issuer, JWT_AUDIENCE: "y" };
  };
  const development = { keys: [{ kty: "EC", kid: "development-1" }] };
  expect((await problemsOf(settings({})))[0]).toMatch(
    /^JWKS: cannot use .*jwks.json: expected a JSON Web Key Set/,
  );
  expect((await problemsOf(settings({ keys: [{ kty: "oct", k: "x" }] })))[0]).toMatch(
    "expected public keys only",
  );
  expect((await readGatewaySettings(settings(development, developmentIssuer))).identity).toBeDefined();
  const problems = await problemsOf({ ...settings(development, developmentIssuer), NODE_ENV: "production" });
  expect(problems).toHaveLength(2);
  for (const problem of problems)
    expect(problem).toMatch(/development only\. Set JWKS, JWT_ISSUER and JWT_AUDIENCE/);
});
