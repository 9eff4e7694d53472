import { Wording } from "@an-sinh/subgraph-kit/languages/wording";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { HousingGrant } from "../external/housing-grant.stub.js";
import type { HousingSupportEntity } from "../housing-support/housing-support.entity.js";
import type { OverlapRuleEntity } from "./overlap-rule.entity.js";
import type { HousingNeed } from "./support-overlap.enums.js";
import type { SupportOverlap } from "./support-overlap.type.js";

/** What the rules look at in a support or a grant. */
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

/**
 * Judges every two supports or grants of one household for the same need. Of two rules about the same schemes on the
 * same day, the one that comes first in `rules` is used.
 */
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

const noRule = new Wording(
  "No rule about the two is on record: both are due.",
  "Chưa có quy định về trường hợp này trong dữ liệu: được hưởng cả hai khoản.",
);

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
    explanation: rule?.explanation ?? noRule,
    amountReceived,
    amountDue,
    amountExcess: amountReceived - amountDue,
  };
}

/** The rule about the two schemes, in either order, that was in force on the day of the later decision. */
function ruleFor([a, { scheme, decidedOn }]: Pair, rules: Rules): OverlapRuleEntity | undefined {
  return rules.find(
    (rule) =>
      isInForce(rule, decidedOn) &&
      ((rule.firstScheme === a.scheme && rule.secondScheme === scheme) ||
        (rule.firstScheme === scheme && rule.secondScheme === a.scheme)),
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
