/** At most so many errors are added to a response. One fetch may be about thousands of entities. */
export const maxErrors = 100;
