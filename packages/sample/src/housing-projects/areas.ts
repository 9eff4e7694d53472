import {
  formerCommune,
  formerDistrict,
  formerProvince,
  mergedBacNinhId,
  mergedPhuThoId,
} from "../administrative-units/named-units.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";

/** Whether a locality lies in the area of a plan. */
export type Area = (locality: SampleLocality) => boolean;

const inFormerProvince =
  (code: string): Area =>
  ({ formerProvinceCode }) =>
    formerProvinceCode === code;

export const haNoi = inFormerProvince(formerProvince.haNoi);
export const quangNinh = inFormerProvince(formerProvince.quangNinh);
export const formerBacGiang = inFormerProvince(formerProvince.bacGiang);
export const formerBacNinh = inFormerProvince(formerProvince.bacNinh);
export const formerVinhPhuc = inFormerProvince(formerProvince.vinhPhuc);
export const mergedBacNinh: Area = ({ provinceId }) => provinceId === mergedBacNinhId;
export const mergedPhuTho: Area = ({ provinceId }) => provinceId === mergedPhuThoId;
export const baVi: Area = ({ formerDistrictCode }) => formerDistrictCode === formerDistrict.baVi;
/** A commune of Cam Khe until 2024-12-31. */
export const taXa: Area = ({ formerCommuneCode }) => formerCommuneCode === formerCommune.taXa;
export const haNoiWithoutBaVi: Area = (locality) => haNoi(locality) && !baVi(locality);
