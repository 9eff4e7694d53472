/** At most so many errors are reported about one response. One fetch may be about thousands of entities. */
export const maxErrors = 100;
