import { prepareMembers, preparePage } from "./households.js";
import { json, list, plain } from "./json.js";
import { groupBy, prepareForList, type Departments, type Row } from "./tables.js";

/** A page of households, then at the same time what belongs to them. */
export function medium(departments: Departments): () => Promise<string> {
  const { households, "credit-programs": credit, "housing-projects": housing } = departments;
  const page = preparePage(households, 50);
  const members = prepareMembers(households);
  const classes = prepareForList(
    households,
    (marks) => `
    SELECT household_id, class, since FROM household_classification
    WHERE household_id IN (${marks}) AND is_reporting = TRUE
      AND since <= '2025-12-31' AND (until IS NULL OR until >= '2025-12-31')
    ORDER BY since, review_id`,
  );
  const loans = prepareForList(
    credit,
    (marks) => `
    SELECT household_id, program.code, program.name, principal, outstanding, status, due_on
    FROM loan JOIN credit_program program ON program.id = loan.program_id
    WHERE household_id IN (${marks}) ORDER BY household_id, disbursed_on, loan.id`,
  );
  const supports = prepareForList(
    housing,
    (marks) => `
    SELECT household_id, program, kind, amount, decided_on FROM housing_support
    WHERE household_id IN (${marks}) ORDER BY decided_on, id`,
  );
  return async () => {
    const rows = await page();
    const ids = rows.map(({ id }) => String(id));
    const found = await Promise.all([members(ids), classes(ids), loans(ids), supports(ids)]);
    const [ofMembers, ofClasses, ofLoans, ofSupports] = found.map((all) => groupBy(all, "household_id"));
    const edges = list(rows, ({ id, code, hamlet }) => {
      const last = ofClasses?.get(id)?.at(-1);
      return (
        `{"node":{"code":${json(code)},"hamlet":${json(hamlet)},"members":${list(ofMembers?.get(id), member)}` +
        `,"classification":${last ? `{"class":"${last["class"]}","since":"${last["since"]}"}` : "null"}` +
        `,"loans":${list(ofLoans?.get(id), loan)},"housingSupports":${list(ofSupports?.get(id), support)}}}`
      );
    });
    return `{"data":{"households":{"edges":${edges}}}}`;
  };
}

const member = ({ full_name, birth_date, relationship_to_head }: Row) =>
  `{"fullName":${json(full_name)},"birthDate":${plain(birth_date)},"relationshipToHead":${plain(relationship_to_head)}}`;

const loan = ({ code, name, principal, outstanding, status, due_on }: Row) =>
  `{"program":{"code":${json(code)},"name":${json(name)}},"principal":${principal},"outstanding":${outstanding},"status":"${status}","dueOn":"${due_on}"}`;

const support = ({ program, kind, amount, decided_on }: Row) =>
  `{"program":"${program}","kind":"${kind}","amount":${amount},"decidedOn":"${decided_on}"}`;
