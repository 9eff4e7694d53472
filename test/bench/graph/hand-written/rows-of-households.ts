import { prepareForList, type Departments } from "./tables.js";

/** The statements of `large` about many households or persons at once. */
export const prepareRowsOfHouseholds = (departments: Departments) => ({
  classes: prepareForList(
    departments.households,
    (marks) => `
    SELECT classification.household_id, classification.class, since, until,
           monthly_income_per_person AS income, deprivations
    FROM household_classification classification JOIN poverty_review review ON review.id = review_id
    WHERE classification.household_id IN (${marks}) AND is_reporting = TRUE ORDER BY since, review_id`,
  ),
  loans: prepareForList(
    departments["credit-programs"],
    (marks) => `
    SELECT household_id, loan.id, program.code, program.name, principal, outstanding, status, due_on
    FROM loan JOIN credit_program program ON program.id = loan.program_id
    WHERE household_id IN (${marks}) ORDER BY household_id, disbursed_on, loan.id`,
  ),
  supports: prepareForList(
    departments["housing-projects"],
    (marks) => `
    SELECT household_id, id, program, kind, amount, decided_on FROM housing_support
    WHERE household_id IN (${marks}) ORDER BY decided_on, id`,
  ),
  grants: prepareForList(
    departments["meritorious-service"],
    (marks) => `
    SELECT household_id, id, kind, amount, granted_on, legal_basis_code FROM housing_grant
    WHERE household_id IN (${marks}) ORDER BY granted_on, id`,
  ),
  records: prepareForList(
    departments["meritorious-service"],
    (marks) => `
    SELECT person_id, record.id, status, decision_number, category.code, category.name
    FROM meritorious_record record JOIN meritorious_category category ON category.id = category_id
    WHERE person_id IN (${marks}) ORDER BY recognized_on, record.id`,
  ),
});
