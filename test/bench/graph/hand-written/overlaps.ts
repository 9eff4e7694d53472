import { list } from "./json.js";
import type { Row, Statement, Tables } from "./tables.js";

/** The rules about households with support under two schemes, the latest first. */
export const prepareOverlapRules = (housing: Tables): Statement =>
  housing.prepare(`
    SELECT first_scheme, second_scheme, verdict, valid_from, valid_to
    FROM support_overlap_rule ORDER BY valid_from DESC, id`);

interface Received {
  readonly scheme: unknown;
  readonly need: string;
  readonly amount: number;
  readonly decidedOn: string;
}

/** The JSON of every two supports or grants for the same need, and what the rules say about them. */
export function overlapsOf(supports: readonly Row[], grants: readonly Row[], rules: readonly Row[]): string {
  if (supports.length + grants.length < 2) return "[]";
  const received = [
    ...supports.map((row) => toReceived(row, row["program"], row["decided_on"])),
    ...grants.map((row) => toReceived(row, row["legal_basis_code"], row["granted_on"])),
  ].toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : Number(a.decidedOn > b.decidedOn)));
  const pairs = received.flatMap((earlier, index) =>
    received
      .slice(index + 1)
      .filter(({ need }) => need === earlier.need)
      .map((later) => ({ earlier, later })),
  );
  return list(pairs, ({ earlier, later }) => overlap(earlier, later, rules));
}

const toReceived = (row: Row, scheme: unknown, decidedOn: unknown): Received => ({
  scheme,
  need: row["kind"] === "SANITARY_FACILITY" ? "SANITATION" : "HOUSE",
  amount: Number(row["amount"]),
  decidedOn: String(decidedOn),
});

function overlap(earlier: Received, later: Received, rules: readonly Row[]): string {
  const rule = rules.find(
    ({ valid_from, valid_to, first_scheme, second_scheme }) =>
      String(valid_from) <= later.decidedOn &&
      (valid_to === null || String(valid_to) >= later.decidedOn) &&
      ((first_scheme === earlier.scheme && second_scheme === later.scheme) ||
        (first_scheme === later.scheme && second_scheme === earlier.scheme)),
  );
  const received = earlier.amount + later.amount;
  const verdict = rule?.["verdict"] ?? "STACK";
  const excluding = earlier.scheme === rule?.["first_scheme"] ? earlier.amount : later.amount;
  const higher = Math.max(earlier.amount, later.amount);
  const due = verdict === "EXCLUDE" ? excluding : verdict === "HIGHER_OF" ? higher : received;
  return `{"need":"${earlier.need}","verdict":"${verdict}","amountReceived":${received},"amountDue":${due}}`;
}
