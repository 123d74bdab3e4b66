/** How months begin, without accents, in English, Dutch, German, Spanish and Portuguese. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrt', 'maa', 'mae'],
  ['apr', 'abr'],
  ['may', 'mei', 'mai'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
]

const months = new Map(beginnings.flatMap((each, i) => each.map(name => [name, i + 1] as const)))

/** The number of a month, from 1, by its name or the beginning of it. */
export function monthOf(name: string): number | undefined {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '')
  return months.get(plain.toLowerCase().slice(0, 3))
}
