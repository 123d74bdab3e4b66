/** The time of a change or a coding for which no time is known: so that the same files always make the same study. */
export const unknownTime = '1970-01-01T00:00:00Z'
