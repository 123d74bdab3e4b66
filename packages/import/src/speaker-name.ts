const particles = new Set("van de der den ter ten te 't von zu el al da di la le du".split(' '))

/** At most four words beside particles, of which the first and the last begin as names and numbers do. */
export function looksLikeName(speaker: string): boolean {
  const words = speaker.split(/\s+/)
  const names = words.filter(word => !particles.has(word))
  return names.length <= 4 && [words[0]!, words.at(-1)!].every(word => /^[\p{Lu}\p{Lo}\d(]/u.test(word))
}

/** A name as meetings list them, `de Vries - van der Berg, Anna`: only particles begin with a small letter. */
export function looksLikeFullName(speaker: string): boolean {
  const words = speaker.split(/[\s,-]+/).filter(word => word !== '')
  const names = words.filter(word => !particles.has(word))
  return names.length > 0 && names.length <= 5 && names.every(word => /^[\p{Lu}\p{Lo}\d(&]/u.test(word))
}
