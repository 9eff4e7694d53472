import { enumType } from "@an-sinh/subgraph-kit/enum-type";

/**
 * The twelve deprivation indicators of Decree 07/2021/ND-CP, in its order. A review stores them as the bits of a
 * number, and EMPLOYMENT is the lowest bit. Append new indicators at the end, and never change the order.
 */
export const Deprivation = enumType(
  "Deprivation",
  "What a household lacks: twelve indicators of six basic services (Decree 07/2021/ND-CP).",
  {
    EMPLOYMENT: {
      vi: "Việc làm",
      description: "Employment: a member able to work has no job or no steady one.",
    },
    DEPENDENTS: {
      vi: "Người phụ thuộc trong hộ",
      description: "Employment: more than half of the members depend on others.",
    },
    NUTRITION: { vi: "Dinh dưỡng", description: "Health: a child is undernourished." },
    HEALTH_INSURANCE: { vi: "Bảo hiểm y tế", description: "Health: a member has no health insurance." },
    ADULT_EDUCATION: {
      vi: "Trình độ giáo dục của người lớn",
      description: "Education: an adult has not reached the level of schooling set for the age.",
    },
    CHILD_SCHOOL_ATTENDANCE: {
      vi: "Tình trạng đi học của trẻ em",
      description: "Education: a child of school age is not at the right level of school.",
    },
    HOUSING_QUALITY: { vi: "Chất lượng nhà ở", description: "Housing: the house is not solid." },
    HOUSING_AREA: {
      vi: "Diện tích nhà ở bình quân đầu người",
      description: "Housing: less floor area a person than the minimum.",
    },
    WATER_SOURCE: {
      vi: "Nguồn nước sinh hoạt",
      description: "Water and sanitation: no safe source of water.",
    },
    LATRINE: { vi: "Nhà tiêu hợp vệ sinh", description: "Water and sanitation: no hygienic latrine." },
    TELECOMMUNICATION_USE: {
      vi: "Sử dụng dịch vụ viễn thông",
      description: "Information: no member uses the internet.",
    },
    INFORMATION_ACCESS_MEANS: {
      vi: "Phương tiện phục vụ tiếp cận thông tin",
      description: "Information: no means of access such as a television, phone or computer.",
    },
  },
);
export type Deprivation = keyof typeof Deprivation;

export const deprivations = Object.values(Deprivation);

/** The deprivations in a stored number. */
export function deprivationsOf(bits: number): Deprivation[] {
  return deprivations.filter((_, index) => (bits & (1 << index)) !== 0);
}
