import type { HousingGrant } from "../external/housing-grant.js";
import type { ConstructionKind } from "../housing-support/housing-support.enums.js";
import type { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import type { OverlapRuleEntity } from "./overlap-rule.entity.js";
import type { HousingNeed } from "./support-overlap.enums.js";
import type { SupportOverlap } from "./support-overlap.type.js";

/** A support or a grant, seen alike. */
interface Received {
  readonly scheme: string;
  readonly need: HousingNeed;
  readonly amount: number;
  readonly decidedOn: string;
  readonly support?: HousingSupportEntity;
  readonly grant?: HousingGrant;
}

type Rules = readonly OverlapRuleEntity[];
type Pair = readonly [earlier: Received, later: Received];

/** Every two supports of one household for the same need, judged. `rules`: the latest first. */
export function judgeOverlaps(
  supports: readonly HousingSupportEntity[],
  grants: readonly HousingGrant[],
  rules: Rules,
): SupportOverlap[] {
  const received = [...supports.map(fromSupport), ...grants.map(fromGrant)].toSorted(byDecision);
  return received.flatMap((earlier, index) =>
    received
      .slice(index + 1)
      .filter((later) => later.need === earlier.need)
      .map((later) => judge([earlier, later], rules)),
  );
}

const needOf = (kind: ConstructionKind): HousingNeed =>
  kind === "SANITARY_FACILITY" ? "SANITATION" : "HOUSE";

function fromSupport(support: HousingSupportEntity): Received {
  const { program, kind, amount, decidedOn } = support;
  return { scheme: program, need: needOf(kind), amount, decidedOn, support };
}

function fromGrant(grant: HousingGrant): Received {
  const { legalBasisCode, kind, amount, grantedOn } = grant;
  return { scheme: legalBasisCode, need: needOf(kind), amount, decidedOn: grantedOn, grant };
}

const byDecision = (a: Received, b: Received): number =>
  a.decidedOn < b.decidedOn ? -1 : Number(a.decidedOn > b.decidedOn);

function judge(pair: Pair, rules: Rules): SupportOverlap {
  const [earlier, later] = pair;
  const rule = ruleFor(pair, rules);
  const amountReceived = earlier.amount + later.amount;
  const amountDue = rule ? dueBy(rule, pair) : amountReceived;
  return {
    need: earlier.need,
    supports: pair.flatMap(({ support }) => support ?? []),
    grants: pair.flatMap(({ grant }) => grant ?? []),
    verdict: rule?.verdict ?? "STACK",
    legalBasis: rule?.legalBasis ?? null,
    explanation: rule?.explanation ?? "No rule is on record for the two: nothing forbids them together.",
    amountReceived,
    amountDue,
    amountExcess: amountReceived - amountDue,
  };
}

/** The rule about two schemes, in either order, on the day of the later decision. */
function ruleFor([a, { scheme, decidedOn }]: Pair, rules: Rules): OverlapRuleEntity | undefined {
  return rules.find(
    ({ firstScheme, secondScheme, validFrom, validTo }) =>
      validFrom <= decidedOn &&
      (validTo === null || validTo >= decidedOn) &&
      ((firstScheme === a.scheme && secondScheme === scheme) ||
        (firstScheme === scheme && secondScheme === a.scheme)),
  );
}

function dueBy({ verdict, firstScheme }: OverlapRuleEntity, [earlier, later]: Pair): number {
  switch (verdict) {
    case "STACK":
      return earlier.amount + later.amount;
    case "HIGHER_OF":
      return Math.max(earlier.amount, later.amount);
    case "EXCLUDE":
      return (earlier.scheme === firstScheme ? earlier : later).amount;
  }
}
