import { readOptions } from "@an-sinh/command-line/read-arguments";
import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { readTokenSettings } from "./data-folder/env.js";
import { signDevelopmentToken, type TokenClaims } from "./sign-in/development-token.js";
import { roles, type Role } from "./sign-in/roles.js";

const help = `Usage: npm run --silent token -- --role ROLE [--area UNIT ...] [--subject NAME] [--agency NAME] [--expires 8h]
                                     [--debug]

Prints a token for a graph that npm start or npm run start:distributed serves from the same DATA_DIR. Send it as the
header "Authorization: Bearer TOKEN". It is for development: NODE_ENV=production refuses it.

  --role ROLE      what the token may see:
${roles.map(({ name, scopes }) => `                     ${name.padEnd(21)}${scopes.join(" ") || "(what everyone sees)"}`).join("\n")}
  --area UNIT      the id of an administrative unit whose rows the token may see, such as 24@2025-07-01, or VN for the
                   whole country. May be given again. Every role but ${namesOf(roles.filter(({ hasAreas }) => !hasAreas))} needs one.
                   The graph knows the ids: { administrativeUnit(code: "24", on: "2025-12-31") { id } }
  --subject NAME   who signs in (default: the role)
  --agency NAME    the office
  --debug          the token may also read query plans: docs/access.md
  --expires TIME   how long it lasts, such as 30m, 8h or 7d, at most 30d (default: 8h)
  --help           show this`;

const unitSeconds: ReadonlyMap<string, number> = new Map([
  ["m", 60],
  ["h", 3_600],
  ["d", 86_400],
]);

const maxSeconds = 30 * 86_400;

function namesOf(some: readonly Role[]): string {
  return some.map(({ name }) => name).join(" and ");
}

function readRole(name: unknown): Role {
  const role = roles.find((known) => known.name === name);
  if (role) return role;
  const got = name === undefined ? "none" : String(name);
  throw new UsageError(`--role: expected ${roles.map((known) => known.name).join(", ")}, but got: ${got}`);
}

function readAreas({ name, hasAreas }: Role, given: unknown): string[] {
  const areas = Array.isArray(given) ? given.map(String) : [];
  const bad = areas.find((area) => !/^(VN|\d{2,5}@(0|\d{4}-\d\d-\d\d))$/.test(area));
  if (bad !== undefined)
    throw new UsageError(
      `--area: expected the id of a unit, such as 24@2025-07-01 or 24@0, or VN, but got: ${bad}`,
    );
  if (hasAreas === areas.length > 0) return areas;
  throw new UsageError(
    hasAreas ? `--area: the role ${name} needs at least one` : `--area: the role ${name} has none`,
  );
}

function readLifetime(text: string): number {
  const [, number = "", unit = ""] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const lifetime = Number(number) * (unitSeconds.get(unit) ?? 0);
  if (lifetime > 0 && lifetime <= maxSeconds) return lifetime;
  throw new UsageError(`--expires: expected a time such as 30m, 8h or 7d, at most 30d, but got: ${text}`);
}

function readName(option: string, text: unknown): string {
  if (typeof text === "string" && text.length > 0 && text.length <= 200) return text;
  throw new UsageError(`--${option}: expected 1 to 200 characters`);
}

function toClaims(values: Readonly<Record<string, unknown>>): TokenClaims {
  const role = readRole(values["role"]);
  return {
    subject: readName("subject", values["subject"] ?? role.name),
    agency: values["agency"] === undefined ? undefined : readName("agency", values["agency"]),
    scopes: values["debug"] === true ? [...role.scopes, "graph:debug"] : role.scopes,
    areas: readAreas(role, values["area"]),
    lifetimeSeconds: readLifetime(String(values["expires"] ?? "8h")),
  };
}

await runCommand(async () => {
  const values = readOptions(process.argv.slice(2), {
    role: { type: "string" },
    area: { type: "string", multiple: true },
    subject: { type: "string" },
    agency: { type: "string" },
    expires: { type: "string" },
    debug: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values["help"]) console.log(help);
  else console.log(await signDevelopmentToken(readTokenSettings().dataFolder, toClaims(values)));
  return 0;
});
