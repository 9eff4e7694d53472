import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { RequestError } from "@an-sinh/server/errors";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createIdentify } from "../../src/identity/identify.js";
import { createIssuer, seconds } from "../support/token-issuer.js";

const [ours, other] = [await createIssuer(), await createIssuer()];
const good = await ours.sign();

const text = (value: object | string): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** A token whose header and payload are as given, with the signature of a good one. */
const forged = (header: object | string, payload: object | string): string =>
  `${text(header)}.${text(payload)}.${good.split(".")[2]}`;

const payload = { iss: ours.settings.issuer, aud: "graph", sub: "official", exp: seconds() + 60 };

/** Signed by HMAC with the text of the public key as the secret. */
async function signedWithPublicKey(alg: string): Promise<string> {
  const [key] = (await ours.settings.keys()).keys;
  const unsigned = `${text({ alg, kid: "key" })}.${text(payload)}`;
  return `${unsigned}.${createHmac("sha256", JSON.stringify(key)).update(unsigned).digest("base64url")}`;
}

const notAccepted = "The token is not one that this server accepts.";
const malformed = "Expected one header Authorization: Bearer, followed by a signed JSON Web Token.";

/** Headers, and the message of the refusal. */
const refused: readonly (readonly [name: string, header: string, message: string])[] = [
  ["no signature", `Bearer ${forged({ alg: "none" }, payload).replace(/[^.]*$/, "")}`, notAccepted],
  [
    "the algorithm none with a signature",
    `Bearer ${forged({ alg: "none", kid: "key" }, payload)}`,
    notAccepted,
  ],
  ["HMAC with the public key", `Bearer ${await signedWithPublicKey("HS256")}`, notAccepted],
  ["HMAC that says ES256", `Bearer ${await signedWithPublicKey("ES256")}`, notAccepted],
  ["another key under our key's id", `Bearer ${await other.sign()}`, notAccepted],
  ["an unknown key id", `Bearer ${await ours.sign({}, { kid: "unknown" })}`, notAccepted],
  [
    "a key in its header",
    `Bearer ${forged({ alg: "ES256", jwk: {}, jku: "http://127.0.0.1" }, payload)}`,
    notAccepted,
  ],
  [
    "an altered payload",
    `Bearer ${forged({ alg: "ES256", kid: "key" }, { ...payload, scope: "all" })}`,
    notAccepted,
  ],
  ["a payload that is no JSON", `Bearer ${forged({ alg: "ES256", kid: "key" }, "{")}`, notAccepted],
  ["a header that is no JSON", `Bearer ${forged("{", payload)}`, notAccepted],
  [
    "an unknown critical header",
    `Bearer ${forged({ alg: "ES256", crit: ["x"], x: 1 }, payload)}`,
    notAccepted,
  ],
  ["another issuer", `Bearer ${await ours.sign({ iss: "https://other.example" })}`, notAccepted],
  ["no issuer", `Bearer ${await ours.sign({ iss: undefined })}`, notAccepted],
  ["another audience", `Bearer ${await ours.sign({ aud: ["other"] })}`, notAccepted],
  ["no audience", `Bearer ${await ours.sign({ aud: undefined })}`, notAccepted],
  ["no expiry", `Bearer ${await ours.sign({ exp: undefined })}`, notAccepted],
  ["no subject", `Bearer ${await ours.sign({ sub: undefined })}`, notAccepted],
  ["an empty subject", `Bearer ${await ours.sign({ sub: "" })}`, notAccepted],
  ["a long subject", `Bearer ${await ours.sign({ sub: "a".repeat(201) })}`, notAccepted],
  ["areas as a text", `Bearer ${await ours.sign({ areas: "VN" })}`, notAccepted],
  ["areas that are no texts", `Bearer ${await ours.sign({ areas: [{}] })}`, notAccepted],
  ["scopes as a list", `Bearer ${await ours.sign({ scope: ["households:read"] })}`, notAccepted],
  ["too many scopes", `Bearer ${await ours.sign({ scope: "a ".repeat(1_001) })}`, notAccepted],
  ["expired", `Bearer ${await ours.sign({ exp: seconds() - 10 })}`, "The token has expired."],
  ["an expiry as a text", `Bearer ${await ours.sign({ exp: "9" as unknown as number })}`, notAccepted],
  [
    "not before tomorrow",
    `Bearer ${await ours.sign({ nbf: seconds() + 86_400 })}`,
    "The token is not valid yet.",
  ],
  [
    "issued tomorrow",
    `Bearer ${await ours.sign({ iat: seconds() + 86_400 })}`,
    "The token is not valid yet.",
  ],
  ["a payload of 1 MB", `Bearer ${await ours.sign({ x: "x".repeat(1_000_000) })}`, "The token is too long."],
  ["two tokens", `Bearer ${good}, Bearer ${good}`, malformed],
  ["another scheme", `Basic ${good}`, malformed],
  ["no scheme", good, malformed],
  ["no token", "Bearer ", malformed],
  ["nothing", "", malformed],
  ["what is no token", "Bearer abc", malformed],
];

test.each(refused)("a token is refused: %s", async (_name, authorization, message) => {
  const logged: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
  const identify = createIdentify(ours.settings, logger);
  const refusal = await identify({ requestId: "id", headers: { authorization } }).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(RequestError);
  expect(refusal).toMatchObject({
    status: 401,
    code: "UNAUTHENTICATED",
    message,
    headers: { "www-authenticate": `Bearer error="invalid_token", error_description="${message}"` },
  });
  const parts = authorization.split(/[ .,]+/).filter((part) => part.length > 8);
  expect(parts.filter((part) => logged.join("").includes(part))).toEqual([]);
});

test("where no keys are set, a token is refused, which is logged once, and nobody else is", async () => {
  const logged: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const identify = createIdentify(undefined, logger);
  const ask = () => identify({ requestId: "id", headers: { authorization: `Bearer ${good}` } });
  await expect(ask()).rejects.toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  await expect(ask()).rejects.toMatchObject({ status: 401 });
  expect(logged).toHaveLength(1);
  expect(await identify({ requestId: "id", headers: {} })).toMatchObject({ subject: null, scopes: [] });
});

const kids = [
  "/dev/null",
  "../../../etc/passwd",
  "file:///etc/passwd",
  "__proto__",
  "constructor",
  "toString",
];

test.each([...kids, "", "' OR 1=1 --", "\u0000", "key\u0000", "KEY", " key"])(
  "the id of a key finds a key of that id only: %j",
  async (kid) => {
    const identify = createIdentify(ours.settings, pino({ level: "silent" }));
    for (const issuer of [ours, other]) {
      const headers = { authorization: `Bearer ${await issuer.sign({}, { kid })}` };
      await expect(identify({ requestId: "id", headers })).rejects.toMatchObject({ status: 401 });
    }
  },
);

test("no key is fetched from where a token says, nor taken from it", async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    void other.settings.keys().then((keys) => response.end(JSON.stringify(keys)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  const [jwk] = (await other.settings.keys()).keys;
  const identify = createIdentify(ours.settings, pino({ level: "silent" }));
  try {
    for (const header of [{ jku: url }, { x5u: url }, { x5c: ["MIIB"] }, { jwk }, { kid: url }]) {
      const forgery = await other.sign({}, header);
      await expect(
        identify({ requestId: "id", headers: { authorization: `Bearer ${forgery}` } }),
      ).rejects.toMatchObject({ status: 401 });
      if ("kid" in header) continue;
      // They change nothing about a good token either.
      const headers = { authorization: `Bearer ${await ours.sign({}, header)}` };
      expect(await identify({ requestId: "id", headers })).toMatchObject({ subject: "official" });
    }
    expect(asked).toBe(0);
  } finally {
    await once(server.close(), "close");
  }
});
