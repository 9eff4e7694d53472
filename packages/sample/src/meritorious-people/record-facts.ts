import type { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import { dayInMonths } from "../population/random-day.js";
import type { CategoryCode } from "./categories.js";
import { birthYear, type RecognitionPlan } from "./recognition-plan.js";

/** The random part of a record. The rest follows from the person and the household. */
export interface RecordFacts {
  readonly code: CategoryCode;
  readonly recognizedOn: string;
  /** The ending of the decision's number. */
  readonly issuer: string;
  readonly injuryRatePercent: number | null;
  readonly endedOn: string | null;
  readonly relativeOfId: string | null;
}

const provinceDecision = "QĐ-UBND";

/** Facts of a person with meritorious service. The recognition is not before the age of 18. */
export function drawFacts(plan: RecognitionPlan, person: SamplePerson, random: Random): RecordFacts {
  const [first, last] = plan.decided;
  const recognizedOn = drawDay(Math.max(first, birthYear(person) + 18), last, random);
  return {
    code: plan.code,
    recognizedOn,
    issuer: plan.issuer ?? provinceDecision,
    injuryRatePercent: plan.injuryRatePercent ? drawLow(...plan.injuryRatePercent, random) : null,
    endedOn: drawEnd(plan, recognizedOn, random),
    relativeOfId: null,
  };
}

/** Facts of a relative. The recognition is later than that of the person with meritorious service. */
export function drawRelativeFacts(
  of: MeritoriousRecordEntity,
  person: SamplePerson,
  random: Random,
): RecordFacts {
  const earliest = Math.max(yearOf(of.recognizedOn) + 1, birthYear(person) + 1, 1996);
  return {
    code: "RELATIVE",
    recognizedOn: drawDay(earliest, 2025, random),
    issuer: provinceDecision,
    injuryRatePercent: null,
    endedOn: drawSuspension(random),
    relativeOfId: of.id,
  };
}

function drawEnd(
  { isPosthumous, died }: RecognitionPlan,
  recognizedOn: string,
  random: Random,
): string | null {
  if (isPosthumous) return recognizedOn;
  return died ? drawDay(...died, random) : drawSuspension(random);
}

/** One record in a hundred is suspended, in the last days of 2025, after all recognitions. */
const drawSuspension = (random: Random) => (random.chance(0.01) ? `2025-12-${random.between(29, 31)}` : null);

/** A whole number between the two. Low numbers are more frequent. */
const drawLow = (lowest: number, highest: number, random: Random) =>
  lowest + Math.floor((highest - lowest + 1) * random.next() ** 2);

/** A day in the years from the first to the last; in the last where the first is later. */
const drawDay = (firstYear: number, lastYear: number, random: Random): string =>
  dayInMonths(random, random.between(Math.min(firstYear, lastYear), lastYear), 1, 12);
