import type { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import type { SamplePerson } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { CategoryCode } from "./categories.js";
import { birthYear, type RecognitionPlan } from "./recognition-plan.js";

/** What is decided by chance about a record; the rest follows from the person and household. */
export interface RecordFacts {
  readonly code: CategoryCode;
  readonly recognizedOn: string;
  /** The ending of the decision's number. */
  readonly issuer: string;
  readonly injuryRatePercent: number | null;
  readonly endedOn: string | null;
  readonly relativeOfId: string | null;
}

const province = "QĐ-UBND";

/** Of somebody with meritorious service: recognized as an adult. */
export function drawFacts(plan: RecognitionPlan, person: SamplePerson, random: Random): RecordFacts {
  const [first, last] = plan.decided;
  const recognizedOn = drawDay(Math.max(first, birthYear(person) + 18), last, random);
  return {
    code: plan.code,
    recognizedOn,
    issuer: plan.issuer ?? province,
    injuryRatePercent: plan.injuryRatePercent ? drawLow(...plan.injuryRatePercent, random) : null,
    endedOn: drawEnd(plan, recognizedOn, random),
    relativeOfId: null,
  };
}

/** Of a relative: recognized after the person whose relative they are. */
export function drawRelativeFacts(
  of: MeritoriousRecordEntity,
  person: SamplePerson,
  random: Random,
): RecordFacts {
  const earliest = Math.max(Number(of.recognizedOn.slice(0, 4)) + 1, birthYear(person) + 1, 1996);
  return {
    code: "RELATIVE",
    recognizedOn: drawDay(earliest, 2025, random),
    issuer: province,
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

/** One in a hundred is suspended, in the last days of 2025: after every recognition. */
const drawSuspension = (random: Random) => (random.chance(0.01) ? `2025-12-${random.between(29, 31)}` : null);

/** From the lowest to the highest, the low ones more often. */
const drawLow = (lowest: number, highest: number, random: Random) =>
  lowest + Math.floor((highest - lowest + 1) * random.next() ** 2);

/** A day from the first year to the last, which wins where the first is later; never after the 28th of a month. */
function drawDay(firstYear: number, lastYear: number, random: Random): string {
  const year = random.between(Math.min(firstYear, lastYear), lastYear);
  return `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");
