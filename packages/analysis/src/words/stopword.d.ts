/** The part of the package `stopword` (3.1), which has no types of its own, that is used here. */
declare module 'stopword' {
  export const nld: readonly string[]
  export const eng: readonly string[]
}
