import { roles } from "@an-sinh/deployment/sign-in/roles";
import { fieldAccess } from "./access.js";

/** A row of the table in docs/access.md for each field that not everyone sees who sees the object around it. */
export function accessTable(): readonly (readonly string[])[] {
  const rows = fieldAccess()
    .filter(({ own }) => own.length > 0)
    .map(({ name, own, all }) => [
      `\`${name}\``,
      own.map((scope) => `\`${scope}\``).join(", "),
      ...roles.map(({ scopes }) => (all.every((scope) => scopes.includes(scope)) ? "yes" : "")),
    ]);
  return [["field", "needs", ...roles.map((role) => role.name)], ...rows];
}

/** The cells of the tables in a text, row by row, without the rules under the headings. */
export function tableRows(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
