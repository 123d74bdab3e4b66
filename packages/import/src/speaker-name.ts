const particles = new Set("van de der den ter ten te 't von zu el al da di la le du".split(' '))

/** `Nee: dat niet.` */
const openers = new Set(
  [
    'ja nee nou dus kijk maar en want oké goed precies eigenlijk toen daarom omdat bijvoorbeeld kortom namelijk ach oh zo',
    'yes no yeah well so look but and because okay right then actually anyway',
    'nein und aber denn genau gut also doch weil',
  ].flatMap(words => words.split(' ')),
)

/** Whether a label is a word that begins a sentence, and names nobody. */
export function isOpener(speaker: string): boolean {
  return openers.has(speaker.toLowerCase())
}

/** At most four words beside particles, of which the first and the last begin as names and numbers do. */
export function looksLikeName(speaker: string): boolean {
  if (isOpener(speaker)) return false
  const words = speaker.split(/\s+/)
  const names = words.filter(word => !particles.has(word))
  return names.length <= 4 && [words[0]!, words.at(-1)!].every(word => /^[\p{Lu}\p{Lo}\d(]/u.test(word))
}

/** A name as meetings list them, `de Vries - van der Berg, Anna`: only particles begin with a small letter. */
export function looksLikeFullName(speaker: string): boolean {
  if (isOpener(speaker)) return false
  const words = speaker.split(/[\s,-]+/).filter(word => word !== '')
  const names = words.filter(word => !particles.has(word))
  return names.length > 0 && names.length <= 5 && names.every(word => /^[\p{Lu}\p{Lo}\d(&]/u.test(word))
}
