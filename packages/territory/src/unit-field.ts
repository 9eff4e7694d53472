/**
 * How the schema describes a filter's field that names an administrative unit and throws as `getLocalities` does.
 * `condition` begins the description and says what the row has to do with the unit: "The project lies in".
 */
export const unitField = (condition: string) => ({
  nullable: true,
  description: `${condition} the administrative unit with this id: a province, district or commune, of today or closed. An unknown id is NOT_FOUND. An empty text is BAD_USER_INPUT, and so is a code in the place of an id: the message names the ids that it may mean.`,
});
