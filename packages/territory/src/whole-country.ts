/** Stands for Viet Nam where a unit's id is expected. The country is no administrative unit of the register. */
export const wholeCountry = "VN";
