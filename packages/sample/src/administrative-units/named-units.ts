import { currentUnitId, formerUnitId } from "./unit-ids.js";

/** The codes that the sample's provinces had until 2025-06-30. */
export const formerProvince = {
  haNoi: "01",
  hoaBinh: "17",
  quangNinh: "22",
  bacGiang: "24",
  phuTho: "25",
  vinhPhuc: "26",
  bacNinh: "27",
} as const;

/** The codes of the closed districts for which figures were published. */
export const formerDistrict = { socSon: "016", tanSon: "240", baVi: "271" } as const;

/** The codes of closed communes about which something was reported. */
export const formerCommune = { ngocLap: "08335", taXa: "08404" } as const;

/** Ha Noi and Quang Ninh did not merge. They are the same units before and after 2025-07-01. */
export const haNoiId = formerUnitId(formerProvince.haNoi);
export const quangNinhId = formerUnitId(formerProvince.quangNinh);

/** The provinces that others merged into on 2025-07-01. */
export const mergedBacNinhId = currentUnitId("24");
export const mergedPhuThoId = currentUnitId("25");
