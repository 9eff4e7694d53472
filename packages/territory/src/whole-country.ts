// Stands for Viet Nam where a unit's id is expected, as it does among the areas of a caller.
export { wholeCountry } from "@an-sinh/server/caller";
