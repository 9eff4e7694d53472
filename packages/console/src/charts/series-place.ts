/** As many as the categories of meritorious service, the longest list that is drawn; then they begin anew. */
const colors = 13;

/** The name of a series' color, which styles/colors.css defines in light and dark. */
export const seriesPlace = (place: number): string => `series-${(place % colors) + 1}`;

export const seriesColor = (place: number): string => `var(--${seriesPlace(place)})`;
