/** The turns of `pages.pdf`: 26 questions and answers, put together of these sentences in turn. */
const questions = [
  'Kunt u daar meer over vertellen?',
  'Hoe ging dat dan?',
  'En wat vond u daarvan?',
  'Wie was daarbij?',
  'Wanneer merkte u dat?',
]

const sentences = [
  'Het plein was vroeger een parkeerplaats, en dat vergeten mensen.',
  'We hebben toen met de buurt om tafel gezeten, ook met de jongeren.',
  'De samenwerking met de gemeente ging in het begin moeizaam, vond ik.',
  'Er was wantrouwen, en dat was ook wel begrijpelijk na die jaren.',
  'Uiteindelijk hebben we een afspraak op papier gezet.',
  'Daar houden ze zich aan, meestal dan.',
  'Mijn buurvrouw regelt de sleutels van het buurthuis.',
  'Zonder haar was er niets van terechtgekomen, dat zeg ik eerlijk.',
  'Ik heb het vaak gezegd: begin klein en kom terug.',
  'De wijkagent zag je in het begin nooit, nu elke week wel een keer.',
]

export const pagesTurns = madeTurns()

function madeTurns(): readonly string[] {
  const turns: string[] = []
  let from = 0
  for (let i = 0; i < 26; i++) {
    const count = 2 + ((i * 7) % 5)
    const answer = Array.from({ length: count }, (_, j) => sentences[(from + j) % sentences.length])
    turns.push(`Interviewer|-|${questions[i % questions.length]}`, `R${1 + (i % 2)}|-|${answer.join(' ')}`)
    from += count
  }
  return turns
}
