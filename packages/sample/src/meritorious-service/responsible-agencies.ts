import type { ResponsibleAgencyEntity } from "@an-sinh/meritorious-service/responsible-agency/responsible-agency.entity";

/** The agencies responsible for meritorious service, before and since the reorganization of 2025. */
export function* responsibleAgencyRows(): Iterable<ResponsibleAgencyEntity> {
  yield {
    validFrom: "1945-09-02",
    validTo: "2025-02-28",
    name: "Sở Lao động - Thương binh và Xã hội",
    englishName: "Department of Labor, Invalids and Social Affairs",
    legalBasis: "Sample value: the province's organization before 2025-03-01",
  };
  yield {
    validFrom: "2025-03-01",
    validTo: null,
    name: "Sở Nội vụ",
    englishName: "Department of Home Affairs",
    legalBasis: "Sample value: the province's organization since 2025-03-01",
  };
}
