/** Land is on record in hectares with two decimals. In square meters it is whole, so that sums are exact. */
export const squareMetersOf = (hectares: number): number => Math.round(hectares * 10_000);

export const hectaresOf = (squareMeters: number): number => squareMeters / 10_000;
