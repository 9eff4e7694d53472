import type { SampleLocality } from "../population/population.js";

/** Which localities a plan of the sample is about. */
export type Area = (locality: SampleLocality) => boolean;

const bacNinhId = "24@2025-07-01";
const phuThoId = "25@2025-07-01";
const baViId = "271";

export const bacNinh: Area = ({ provinceId }) => provinceId === bacNinhId;
export const formerBacNinh: Area = (locality) => bacNinh(locality) && locality.formerProvinceId === "27";
export const formerBacGiang: Area = (locality) => bacNinh(locality) && locality.formerProvinceId === "24";
export const phuTho: Area = ({ provinceId }) => provinceId === phuThoId;
export const formerVinhPhuc: Area = (locality) => phuTho(locality) && locality.formerProvinceId === "26";
export const quangNinh: Area = ({ formerProvinceId }) => formerProvinceId === "22";
export const haNoi: Area = ({ formerProvinceId }) => formerProvinceId === "01";
export const baVi: Area = ({ formerDistrictId }) => formerDistrictId === baViId;
export const haNoiWithoutBaVi: Area = (locality) => haNoi(locality) && !baVi(locality);

/** The unit that living area is published for. */
export const bacNinhUnitId = bacNinhId;
