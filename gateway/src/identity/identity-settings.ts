import { list, readEnv, SettingsError, userPath } from "@an-sinh/server/env";
import { z } from "zod";
import {
  checkKeyFile,
  keySourceOf,
  productionNeeds,
  type KeyLocation,
  type KeySource,
} from "./key-source.js";
import type { TokenRules } from "./verify-token.js";

/** How tokens are verified. */
export interface IdentitySettings extends TokenRules {
  readonly keys: KeySource;
}

/** The issuer of the tokens that developers sign for themselves. Production refuses them. */
export const developmentIssuer = "urn:an-sinh:development";

/** All are asymmetric: whoever verifies a token cannot sign one. */
const knownAlgorithms = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");

const algorithms = list
  .refine(
    (given) => given.every((name) => knownAlgorithms.includes(name)),
    `expected some of ${knownAlgorithms.join(", ")}, separated by commas`,
  )
  .default(["ES256", "RS256", "PS256", "EdDSA", "Ed25519"]);

const keyLocation = z.string().transform((text, context): KeyLocation => {
  if (!/^\w+:\/\//.test(text)) return { file: text };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && isPrivate(url)) return { url };
  context.addIssue("expected a file, an https URL, or an http URL of this machine");
  return z.NEVER;
});

/** Whoever can change the keys on their way can sign in as anyone. */
const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));

const withKeys = z.object({
  JWKS: keyLocation,
  JWT_ISSUER: z.string({ error: "expected the issuer (iss) of the tokens, because JWKS is set" }),
  JWT_AUDIENCE: z.string({ error: "expected the audience (aud) of the tokens, because JWKS is set" }),
  JWT_ALGORITHMS: algorithms,
});

const unused = z.undefined({ error: "expected JWKS too: the file or the URL of the keys" }).optional();
const withoutKeys = z.object({ JWT_ISSUER: unused, JWT_AUDIENCE: unused, JWT_ALGORITHMS: unused });

/** Undefined: nobody can sign in. Throws `SettingsError` with every problem. */
export function readIdentitySettings(source: NodeJS.ProcessEnv): IdentitySettings | undefined {
  if (!source["JWKS"]) {
    readEnv(withoutKeys, source);
    return undefined;
  }
  const { JWKS, JWT_ISSUER, JWT_AUDIENCE, JWT_ALGORITHMS } = readEnv(withKeys, source);
  const isProduction = source["NODE_ENV"] === "production";
  const location = "file" in JWKS ? { file: userPath(JWKS.file, source) } : JWKS;
  const problems = isProduction && JWT_ISSUER === developmentIssuer ? [refusedIssuer] : [];
  if ("file" in location) problems.push(...keyFileProblems(location.file, isProduction));
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    keys: keySourceOf(location, isProduction),
    issuer: JWT_ISSUER,
    audience: JWT_AUDIENCE,
    algorithms: JWT_ALGORITHMS,
  };
}

const refusedIssuer = `JWT_ISSUER: ${developmentIssuer} is for development only. ${productionNeeds}`;

function keyFileProblems(file: string, isProduction: boolean): string[] {
  try {
    checkKeyFile(file, isProduction);
    return [];
  } catch (error) {
    return [`JWKS: cannot use ${file}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
