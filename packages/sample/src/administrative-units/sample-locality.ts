/** Land that no boundary crosses, with its units until 2025-06-30 and today's. */
export interface SampleLocality {
  readonly id: string;
  /** The codes of its units until 2025-06-30, such as "09310", "260" and "27". */
  readonly formerCommuneCode: string;
  readonly formerDistrictCode: string;
  readonly formerProvinceCode: string;
  /** The ids of its units since then, such as "09319@2025-07-01" and "24@2025-07-01". */
  readonly communeId: string;
  readonly provinceId: string;
  readonly isUrban: boolean;
}
