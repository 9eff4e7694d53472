import { currentUnitId } from "../administrative-units/unit-ids.js";
import type { SampleLocality } from "../population/population.js";

/** Which localities a plan of the sample is about. */
export type Area = (locality: SampleLocality) => boolean;

const bacNinhId = currentUnitId("24");
const phuThoId = currentUnitId("25");

export const bacNinh: Area = ({ provinceId }) => provinceId === bacNinhId;
export const formerBacNinh: Area = (locality) => bacNinh(locality) && locality.formerProvinceCode === "27";
export const formerBacGiang: Area = (locality) => bacNinh(locality) && locality.formerProvinceCode === "24";
export const phuTho: Area = ({ provinceId }) => provinceId === phuThoId;
export const formerVinhPhuc: Area = (locality) => phuTho(locality) && locality.formerProvinceCode === "26";
export const quangNinh: Area = ({ formerProvinceCode }) => formerProvinceCode === "22";
export const haNoi: Area = ({ formerProvinceCode }) => formerProvinceCode === "01";
export const baVi: Area = ({ formerDistrictCode }) => formerDistrictCode === "271";
export const haNoiWithoutBaVi: Area = (locality) => haNoi(locality) && !baVi(locality);

/** The unit that living area is published for. */
export const bacNinhUnitId = bacNinhId;
