import type { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { EntrustedOrganization } from "@an-sinh/credit-programs/savings-group/savings-group.enums";
import type { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import { codeOfUnit } from "@an-sinh/territory/unit-id";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import type { Population } from "../population/population.js";

const organizations = Object.values(EntrustedOrganization);

const organizationNames: Readonly<Record<EntrustedOrganization, string>> = {
  WOMENS_UNION: "Hội Liên hiệp Phụ nữ",
  FARMERS_UNION: "Hội Nông dân",
  VETERANS_ASSOCIATION: "Hội Cựu chiến binh",
  YOUTH_UNION: "Đoàn Thanh niên",
};

const districtOfficeId = ({ formerDistrictCode }: SampleLocality) => `TO-${formerDistrictCode}`;
const provinceOfficeId = ({ provinceId }: SampleLocality) => `TO-${codeOfUnit(provinceId)}`;

/** The policy bank's transaction offices, and the savings-and-credit groups of the localities with households. */
export class LendingNetwork {
  readonly offices = new Map<string, TransactionOfficeEntity>();
  readonly groups: SavingsGroupEntity[] = [];
  readonly #groupsOf = new Map<string, readonly SavingsGroupEntity[]>();
  readonly #unitNames: ReadonlyMap<string, string>;

  constructor({ households, geography }: Population) {
    this.#unitNames = new Map(geography.units.map(({ id, name }) => [id, name]));
    for (const { locality } of households) {
      if (!this.#groupsOf.has(locality.id)) this.#open(locality);
    }
  }

  /** The groups of a locality, one of each entrusted organization. */
  groupsOf(locality: SampleLocality): readonly SavingsGroupEntity[] {
    return this.#groupsOf.get(locality.id) ?? [];
  }

  /** The office of the province. It lends without a group. */
  provinceOfficeOf(locality: SampleLocality): string {
    return provinceOfficeId(locality);
  }

  #open(locality: SampleLocality): void {
    this.#addOffice(districtOfficeId(locality), formerUnitId(locality.formerDistrictCode), "Phòng giao dịch");
    this.#addOffice(provinceOfficeId(locality), locality.provinceId, "Chi nhánh");
    const groups = organizations.map((organization) => this.#group(locality, organization));
    this.#groupsOf.set(locality.id, groups);
  }

  #addOffice(id: string, administrativeUnitId: string, kind: string): void {
    if (this.offices.has(id)) return;
    const unitName = this.#unitNames.get(administrativeUnitId) ?? administrativeUnitId;
    this.offices.set(id, {
      id,
      name: `${kind} Ngân hàng Chính sách xã hội ${unitName}`,
      administrativeUnitId,
    });
  }

  #group(locality: SampleLocality, entrustedOrganization: EntrustedOrganization): SavingsGroupEntity {
    const number = this.groups.length + 1;
    const group = {
      id: `SG-${String(number).padStart(5, "0")}`,
      name: `Tổ tiết kiệm và vay vốn số ${number} – ${organizationNames[entrustedOrganization]}`,
      localityId: locality.id,
      entrustedOrganization,
      transactionOfficeId: districtOfficeId(locality),
    };
    this.groups.push(group);
    return group;
  }
}
