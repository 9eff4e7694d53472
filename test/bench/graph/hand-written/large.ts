import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { benchCursorKey } from "../../keys.js";
import { prepareCount, prepareMembers, preparePage } from "./households.js";
import { json, list, plain } from "./json.js";
import { lapseOf, prepareLapseMonths } from "./lapse.js";
import { overlapsOf, prepareOverlapRules } from "./overlaps.js";
import { prepareRowsOfHouseholds } from "./rows-of-households.js";
import { groupBy, type Departments, type Row } from "./tables.js";

const day = "2025-12-31";
const pageSize = 100;

/** A page of households and their number, then their members and what belongs to them, then the members' records. */
export function large(departments: Departments): () => Promise<string> {
  const { households, "credit-programs": credit, "housing-projects": housing } = departments;
  // One more tells whether there is another page.
  const page = preparePage(households, pageSize + 1);
  const count = prepareCount(households);
  const members = prepareMembers(households);
  const { classes, loans, supports, grants, records } = prepareRowsOfHouseholds(departments);
  const lapseMonths = prepareLapseMonths(credit, day);
  const overlapRules = prepareOverlapRules(housing);
  return async () => {
    const [found, total] = await Promise.all([page(), count()]);
    const rows = found.slice(0, pageSize);
    const ids = rows.map(({ id }) => String(id));
    const [people, months, rules, ...lists] = await Promise.all([
      members(ids),
      lapseMonths(),
      overlapRules(),
      classes(ids),
      loans(ids),
      supports(ids),
      grants(ids),
    ]);
    const [ofClasses, ofLoans, ofSupports, ofGrants] = lists.map((all) => groupBy(all, "household_id"));
    const ofMembers = groupBy(people, "household_id");
    const ofPersons = groupBy(await records(people.map(({ id }) => String(id))), "person_id");
    const edges = list(rows, (household) => {
      const { id } = household;
      const own = ofMembers.get(id) ?? [];
      const history = ofClasses?.get(id) ?? [];
      const recordsOfMembers = own.flatMap((person) => ofPersons.get(person["id"]) ?? []);
      const ownSupports = ofSupports?.get(id) ?? [];
      const ownGrants = ofGrants?.get(id) ?? [];
      return (
        `{"node":{${ofHousehold(household, own)},"members":${list(own, (person) => member(person, ofPersons.get(person["id"])))}` +
        `,"classification":${classification(history)},"loans":${list(ofLoans?.get(id), loan)}` +
        `,"newlyEscapedCreditLapsesOn":${plain(lapseOf(history, months, day))}` +
        `,"housingSupports":${list(ownSupports, support)},"housingGrants":${list(ownGrants, grant)}` +
        `,"supportOverlaps":${overlapsOf(ownSupports, ownGrants, rules)}` +
        `,"isMeritoriousFamily":${recordsOfMembers.some(({ status }) => status === "IN_FORCE")}` +
        `,"meritoriousMembers":${list(recordsOfMembers, (record) => `{"id":${json(record["id"])}}`)}}}`
      );
    });
    const hasMore = found.length > pageSize;
    return `{"data":{"households":{"totalCount":${total},"pageInfo":{"hasNextPage":${hasMore},"endCursor":"${cursorOf(rows.at(-1))}"},"edges":${edges}}}}`;
  };
}

const cursors = new Cursors(Buffer.from(benchCursorKey, "hex"));

/** The graph's cursor of a household in the list in the order of the codes. */
const cursorOf = (row: Row | undefined) => cursors.encode("households:CODE", [String(row?.["code"])]);

function ofHousehold(
  { id, code, hamlet, livelihood, unit_id, unit_name, head_id }: Row,
  members: readonly Row[],
) {
  const head = members.find((person) => person["id"] === head_id);
  return (
    `"id":"${id}","code":${json(code)},"hamlet":${json(hamlet)},"livelihood":${json(livelihood)}` +
    `,"administrativeUnit":{"id":"${unit_id}","name":${json(unit_name)}}` +
    `,"head":${head ? `{"id":"${head["id"]}","fullName":${json(head["full_name"])}}` : "null"}`
  );
}

function member(person: Row, records: readonly Row[] | undefined): string {
  const { id, full_name, birth_date, sex, ethnic_group, relationship_to_head } = person;
  return (
    `{"id":"${id}","fullName":${json(full_name)},"birthDate":${plain(birth_date)},"sex":${plain(sex)}` +
    `,"ethnicGroup":${json(ethnic_group)},"relationshipToHead":${plain(relationship_to_head)}` +
    `,"meritoriousRecords":${list(records, record)}}`
  );
}

const record = ({ id, code, name, decision_number }: Row) =>
  `{"id":"${id}","category":{"code":${json(code)},"name":${json(name)}},"decisionNumber":${json(decision_number)}}`;

/** The class on the day. Where two overlap, the later decision counts. */
function classification(history: readonly Row[]): string {
  const current = history.findLast(
    ({ since, until }) => String(since) <= day && (until === null || String(until) >= day),
  );
  if (!current) return "null";
  const { class: name, since, income, deprivations } = current;
  return (
    `{"class":"${name}","since":"${since}","review":{"monthlyIncomePerPerson":${income}` +
    `,"deprivations":${list(deprivationsOf(Number(deprivations)), plain)}}}`
  );
}

const deprivationNames = [
  "EMPLOYMENT",
  "DEPENDENTS",
  "NUTRITION",
  "HEALTH_INSURANCE",
  "ADULT_EDUCATION",
  "CHILD_SCHOOL_ATTENDANCE",
  "HOUSING_QUALITY",
  "HOUSING_AREA",
  "WATER_SOURCE",
  "LATRINE",
  "TELECOMMUNICATION_USE",
  "INFORMATION_ACCESS_MEANS",
];

/** A review stores them as the bits of a number. */
const deprivationsOf = (bits: number) => deprivationNames.filter((_, index) => bits & (1 << index));

const loan = ({ id, code, name, principal, outstanding, status, due_on }: Row) =>
  `{"id":"${id}","program":{"code":${json(code)},"name":${json(name)}},"principal":${principal}` +
  `,"outstanding":${outstanding},"status":"${status}","dueOn":"${due_on}"}`;

const support = ({ id, program, kind, amount, decided_on }: Row) =>
  `{"id":"${id}","program":"${program}","kind":"${kind}","amount":${amount},"decidedOn":"${decided_on}"}`;

const grant = ({ id, kind, amount, granted_on }: Row) =>
  `{"id":"${id}","kind":"${kind}","amount":${amount},"grantedOn":"${granted_on}"}`;
