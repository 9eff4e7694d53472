import type { Subgraphs } from "./subgraphs.js";

const pageQuery = `{
  households(first: 100, filter: { administrativeUnit: "24@2025-07-01", class: [POOR] }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id
      code
      hamlet
      livelihood
      administrativeUnit { id name }
      head { id fullName }
      members { id fullName birthDate sex ethnicGroup relationshipToHead }
      classification(on: "2025-12-31") { class since review { monthlyIncomePerPerson deprivations } }
      classificationHistory { class since until }
    } }
  }
}`;

const creditQuery = `query ($households: [_Any!]!) {
  households: _entities(representations: $households) { ... on Household {
    loans { id program { code name } principal outstanding status dueOn }
    newlyEscapedCreditLapsesOn(on: "2025-12-31")
  } }
}`;

const meritoriousQuery = `query ($households: [_Any!]!, $persons: [_Any!]!) {
  households: _entities(representations: $households) { ... on Household {
    housingGrants { id kind amount grantedOn legalBasisCode }
    isMeritoriousFamily
    meritoriousMembers { id }
  } }
  persons: _entities(representations: $persons) { ... on Person {
    meritoriousRecords { id category { code name } decisionNumber }
  } }
}`;

const housingQuery = `query ($households: [_Any!]!) {
  households: _entities(representations: $households) { ... on Household {
    housingSupports { id program kind amount decidedOn }
    supportOverlaps { need verdict amountReceived amountDue }
  } }
}`;

interface Member {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly ethnicGroup: string | null;
  readonly relationshipToHead: string | null;
}

interface Household {
  readonly id: string;
  readonly code: string;
  readonly hamlet: string | null;
  readonly livelihood: string | null;
  readonly administrativeUnit: object;
  readonly head: object | null;
  readonly members: readonly Member[];
  readonly classification: object | null;
  /** Only the credit department needs it. */
  readonly classificationHistory: readonly object[];
}

interface Page {
  readonly households: {
    readonly totalCount: number;
    readonly pageInfo: object;
    readonly edges: readonly { readonly node: Household }[];
  };
}

interface OfCredit {
  readonly loans: readonly object[];
  readonly newlyEscapedCreditLapsesOn: string | null;
}

interface HousingGrant {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly grantedOn: string;
  readonly legalBasisCode: string;
}

interface OfMeritorious {
  readonly housingGrants: readonly HousingGrant[];
  readonly isMeritoriousFamily: boolean;
  readonly meritoriousMembers: readonly object[];
}

interface OfHousing {
  readonly housingSupports: readonly object[];
  readonly supportOverlaps: readonly object[];
}

interface OfHouseholds<Entity> {
  readonly households: readonly (Entity | null)[];
}

interface OfPersons {
  readonly persons: readonly ({ readonly meritoriousRecords: readonly object[] } | null)[];
}

/** Credit is asked at the same time as meritorious service, whose data the housing department requires. */
export async function large(subgraphs: Subgraphs): Promise<object> {
  const page = await subgraphs.households<Page>(pageQuery);
  const households = page.households.edges.map(({ node }) => node);
  const [credit, { meritorious, housing }] = await Promise.all([
    askCredit(subgraphs, households),
    askMeritoriousAndHousing(subgraphs, households),
  ]);
  const { totalCount, pageInfo } = page.households;
  let person = 0;
  const edges = households.map((household, index) => {
    const { id, code, hamlet, livelihood, administrativeUnit, head, members, classification } = household;
    const ofCredit = credit.households[index];
    const ofMeritorious = meritorious.households[index];
    const ofHousing = housing.households[index];
    return {
      node: {
        id,
        code,
        hamlet,
        livelihood,
        administrativeUnit,
        head,
        members: members.map((member) => ({
          id: member.id,
          fullName: member.fullName,
          birthDate: member.birthDate,
          sex: member.sex,
          ethnicGroup: member.ethnicGroup,
          relationshipToHead: member.relationshipToHead,
          meritoriousRecords: meritorious.persons[person++]?.meritoriousRecords ?? null,
        })),
        classification,
        loans: ofCredit?.loans ?? null,
        newlyEscapedCreditLapsesOn: ofCredit?.newlyEscapedCreditLapsesOn ?? null,
        housingSupports: ofHousing?.housingSupports ?? null,
        housingGrants: ofMeritorious?.housingGrants.map(withoutCode) ?? null,
        supportOverlaps: ofHousing?.supportOverlaps ?? null,
        isMeritoriousFamily: ofMeritorious?.isMeritoriousFamily ?? null,
        meritoriousMembers: ofMeritorious?.meritoriousMembers ?? null,
      },
    };
  });
  return { data: { households: { totalCount, pageInfo, edges } } };
}

const withoutCode = ({ id, kind, amount, grantedOn }: HousingGrant) => ({ id, kind, amount, grantedOn });

function askCredit(subgraphs: Subgraphs, households: readonly Household[]): Promise<OfHouseholds<OfCredit>> {
  return subgraphs["credit-programs"](creditQuery, {
    households: households.map(({ id, classificationHistory }) => ({
      __typename: "Household",
      id,
      classificationHistory,
    })),
  });
}

async function askMeritoriousAndHousing(subgraphs: Subgraphs, households: readonly Household[]) {
  const meritorious = await subgraphs["meritorious-service"]<OfHouseholds<OfMeritorious> & OfPersons>(
    meritoriousQuery,
    {
      households: households.map(({ id, members }) => ({
        __typename: "Household",
        id,
        members: members.map((member) => ({ id: member.id })),
      })),
      persons: households.flatMap(({ members }) => members.map(({ id }) => ({ __typename: "Person", id }))),
    },
  );
  const housing = await subgraphs["housing-projects"]<OfHouseholds<OfHousing>>(housingQuery, {
    households: households.map(({ id }, index) => ({
      __typename: "Household",
      id,
      housingGrants: meritorious.households[index]?.housingGrants ?? null,
    })),
  });
  return { meritorious, housing };
}
