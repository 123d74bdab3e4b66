/** The version of the program, as every output states it. */
export const version = '0.1.0'
