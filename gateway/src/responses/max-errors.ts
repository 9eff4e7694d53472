/**
 * At most so many errors of one response, and about the values in one answer, reach the client. A response may have
 * 100,000 of them, and one fetch may be about thousands of entities.
 */
export const maxErrors = 100;
