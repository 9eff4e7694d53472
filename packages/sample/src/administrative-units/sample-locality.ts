/** Land that no boundary crosses, with its units until 2025-06-30 and today's. */
export interface SampleLocality {
  readonly id: string;
  /** The code of its first commune on record, such as "09310". */
  readonly formerCommuneCode: string;
  /** The ids of its communes until 2025-06-30, the earliest first. Mostly there is one. */
  readonly formerCommuneIds: readonly string[];
  /** The codes of its district and province until 2025-06-30, such as "260" and "27". */
  readonly formerDistrictCode: string;
  readonly formerProvinceCode: string;
  /** The ids of its units since then, such as "09319@2025-07-01" and "24@2025-07-01". */
  readonly communeId: string;
  readonly provinceId: string;
  readonly isUrban: boolean;
}
