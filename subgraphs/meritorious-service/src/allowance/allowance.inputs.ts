/** The `on` argument of every field that lists allowances. */
export const allowancesOnArgument = {
  nullable: true,
  description: "Lists what is in force on this day, with the amounts of this day. Null: today.",
} as const;
