import { todayInVietNam } from "@an-sinh/subgraph-kit/calendar";
import { prepareForList, type Row, type Tables } from "./tables.js";

const unitId = "24@2025-07-01";

/** What is poor today: the condition of a household's class, without its day. */
const isPoorToday = `is_reporting = TRUE AND class = 'POOR' AND since <= ? AND (until IS NULL OR until >= ?)`;

/** The province's poor households in the order of their codes. */
export function preparePage(households: Tables, size: number): () => Promise<readonly Row[]> {
  const page = households.prepare(`
    SELECT household.id, household.code, hamlet, livelihood, head_id,
           unit.id AS unit_id, unit.name AS unit_name
    FROM household_unit placement
    JOIN household ON household.code = placement.code
    JOIN administrative_unit unit ON unit.id = household.commune_id
    WHERE placement.unit_id = '${unitId}' AND EXISTS (
      SELECT 1 FROM household_classification
      WHERE household_id = household.id AND ${isPoorToday})
    ORDER BY placement.code LIMIT ${size}`);
  return async () => {
    const today = todayInVietNam();
    return page(today, today);
  };
}

/** How many they are. */
export function prepareCount(households: Tables): () => Promise<number> {
  const count = households.prepare(`
    SELECT COUNT(DISTINCT household_id) AS households
    FROM territory
    JOIN household_classification classification ON classification.locality_id = territory.locality_id
    WHERE territory.unit_id = '${unitId}' AND ${isPoorToday}`);
  return async () => {
    const today = todayInVietNam();
    const [row] = await count(today, today);
    return Number(row?.["households"]);
  };
}

/** The members of households. */
export const prepareMembers = (households: Tables) =>
  prepareForList(
    households,
    (marks) => `
    SELECT household_id, id, full_name, birth_date, sex, ethnic_group, relationship_to_head
    FROM person WHERE household_id IN (${marks}) ORDER BY id`,
  );
