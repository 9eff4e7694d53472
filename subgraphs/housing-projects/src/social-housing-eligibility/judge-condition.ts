import { vietnameseDay, Wording } from "@an-sinh/subgraph-kit/languages/wording";
import type { ApplicantGroup } from "../social-housing-application/social-housing-application.enums.js";
import type { ApplicantFacts } from "./applicant-facts.js";
import type { IncomeCeilingEntity } from "./income-ceiling.entity.js";
import type { ConditionStatus, SocialHousingRule } from "./social-housing-eligibility.enums.js";

/** What a condition is judged by: an applicant on a day, and the rules of that day. */
export interface Applicant {
  readonly group: ApplicantGroup;
  readonly facts: ApplicantFacts;
  /** Null: no ceiling is on record for the day. */
  readonly ceiling: IncomeCeilingEntity | null;
  /** The earlier day on which the household was allotted social housing. Null: there is none. */
  readonly allottedOn: string | null;
}

interface Finding {
  readonly status: ConditionStatus;
  readonly explanation: Wording;
}

const finding =
  (status: ConditionStatus) =>
  (english: string, vietnamese: string): Finding => ({
    status,
    explanation: new Wording(english, vietnamese),
  });
const met = finding("MET");
const notMet = finding("NOT_MET");
const notKnown = finding("NOT_KNOWN");

/** Judges each rule by the registers. A rule is NOT_KNOWN if no register holds the fact. */
export const judgeCondition: Readonly<Record<SocialHousingRule, (applicant: Applicant) => Finding>> = {
  BELONGS_TO_GROUP: ({ group, facts }) => belongsToGroup(group, facts),
  INCOME_WITHIN_CEILING: ({ facts, ceiling }) => incomeWithin(ceiling, facts),
  MILITARY_PAY_WITHIN_CEILING: () =>
    notKnown(
      "No register holds the pay in the armed forces.",
      "Chưa có dữ liệu về tiền lương trong lực lượng vũ trang.",
    ),
  HOUSING_NEED: ({ facts }) =>
    facts.lacksFloorArea
      ? met(
          "The review of the household found less floor area a person than the minimum.",
          "Kết quả rà soát hộ cho thấy diện tích nhà ở bình quân đầu người thấp hơn mức tối thiểu.",
        )
      : notKnown(
          "No register holds which houses the applicant owns and how large they are.",
          "Chưa có dữ liệu về nhà ở thuộc sở hữu của người đăng ký và diện tích nhà.",
        ),
  NO_SOCIAL_HOUSING_BEFORE: ({ allottedOn }) =>
    allottedOn === null
      ? met(
          "The household was not allotted social housing before the day.",
          "Hộ chưa được bố trí nhà ở xã hội trước ngày xét.",
        )
      : notMet(
          `The household was allotted an apartment on ${allottedOn}.`,
          `Hộ đã được bố trí căn hộ nhà ở xã hội ngày ${vietnameseDay(allottedOn)}.`,
        ),
};

function belongsToGroup(group: ApplicantGroup, facts: ApplicantFacts): Finding {
  switch (group) {
    case "MERITORIOUS_PERSON":
      return facts.isMeritorious
        ? met(
            "A member has a record of own or a relative's meritorious service that is in force.",
            "Hộ có thành viên là người có công hoặc thân nhân người có công với hồ sơ đang có hiệu lực.",
          )
        : notMet(
            "No member has a record of meritorious service that is in force.",
            "Hộ không có thành viên nào có hồ sơ người có công đang có hiệu lực.",
          );
    case "RURAL_POOR_OR_NEAR_POOR":
      return poorIn(inTheCountryside, facts.isPoorOrNearPoor && !facts.isUrban);
    case "URBAN_POOR_OR_NEAR_POOR":
      return poorIn(inATown, facts.isPoorOrNearPoor && facts.isUrban);
    case "URBAN_LOW_INCOME":
      return facts.isUrban
        ? met("The household lives in a town.", "Hộ cư trú ở khu vực đô thị.")
        : notMet("The household does not live in a town.", "Hộ không cư trú ở khu vực đô thị.");
    default:
      return notKnown(
        "No register holds employment or recovered land.",
        "Chưa có dữ liệu về việc làm hoặc đất bị thu hồi.",
      );
  }
}

const inTheCountryside = new Wording("the countryside", "nông thôn");
const inATown = new Wording("a town", "đô thị");

const poorIn = ({ EN, VI }: Wording, belongs: boolean): Finding =>
  belongs
    ? met(
        `The household was classified poor or near-poor on the day and lives in ${EN}.`,
        `Hộ thuộc diện hộ nghèo, hộ cận nghèo tại ngày xét và cư trú ở khu vực ${VI}.`,
      )
    : notMet(
        `The household was not classified poor or near-poor on the day, or does not live in ${EN}.`,
        `Hộ không thuộc diện hộ nghèo, hộ cận nghèo tại ngày xét hoặc không cư trú ở khu vực ${VI}.`,
      );

/**
 * The registers hold the income of the whole household, which is at least the applicant's. So the rule is met if that
 * income is at or below the ceiling. It is not met if it is above and no other adult can have earned part of it.
 */
function incomeWithin(ceiling: IncomeCeilingEntity | null, facts: ApplicantFacts): Finding {
  const { householdMonthlyIncome: income, hasOtherEarners, situation } = facts;
  if (ceiling === null)
    return notKnown(
      "No income ceiling is on record for the day.",
      "Chưa có dữ liệu về mức trần thu nhập tại ngày xét.",
    );
  if (income === null)
    return notKnown(
      "The household had no review in force on the day.",
      "Hộ không có kết quả rà soát còn hiệu lực tại ngày xét.",
    );
  if (income <= ceiling.monthlyIncome) {
    return met(
      "The income of the whole household is at or below the ceiling.",
      "Thu nhập của cả hộ không vượt mức trần.",
    );
  }
  return hasOtherEarners || situation === null
    ? notKnown(
        "The income of the whole household is above the ceiling. The part of the applicant is not on record.",
        "Thu nhập của cả hộ vượt mức trần; chưa có dữ liệu về phần thu nhập của người đăng ký.",
      )
    : notMet(
        "The income of the household is above the ceiling, and no other adult can have earned part of it.",
        "Thu nhập của hộ vượt mức trần và không có người trưởng thành nào khác có thể tạo ra thu nhập đó.",
      );
}
