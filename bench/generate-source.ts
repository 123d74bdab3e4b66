import { type Source, sourceKinds, type Turn } from '@codeerbank/core'
import type { Draw } from './mulberry32.ts'

const words = (
  'de het een van en wij zij buurt winkel plein bewoner gemeente politie wijkteam afspraak overleg samen vaak soms ' +
  'nooit altijd zien doen praten bellen vragen vertrouwen kennen werken lopen merken denken heel erg veel weinig ' +
  'jongeren ondernemers veiligheid rommel avond ochtend daarna omdat zodat maar ook nog wel niet reünie café één'
).split(' ')

export interface SourcePlan {
  readonly id: string
  readonly case: string
  /** The participants of the source's case, some of whom speak in it. */
  readonly people: readonly string[]
  readonly paragraphs: number
}

/** A source, and the stretches of words in it that can be coded: what was said, or every paragraph of a report. */
export interface GeneratedSource {
  readonly source: Source
  readonly passages: readonly { readonly start: number; readonly end: number }[]
}

/** Sentences of common words, to make texts of: a pool costs less than new words for every source. */
export function generateSentences(draw: Draw, count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const chosen = Array.from({ length: 5 + draw.below(14) }, () => draw.pick(words)).join(' ')
    return `${chosen[0]!.toUpperCase()}${chosen.slice(1)}.`
  })
}

/** An interview in which the interviewer and one or two people take turns, or a report in paragraphs. */
export function generateSource(draw: Draw, plan: SourcePlan, sentences: readonly string[]): GeneratedSource {
  const interview = draw.chance(0.6)
  const people = [...new Set([draw.pick(plan.people), draw.pick(plan.people)])]
  const lines: string[] = []
  const turns: Turn[] = []
  const passages: { start: number; end: number }[] = []
  let at = 0
  for (let i = 0; i < plan.paragraphs; i++) {
    const asked = interview && i % 2 === 0
    const person = draw.below(people.length)
    const speaker = asked ? 'I' : `R${person + 1}`
    const label = interview ? `${speaker}: ` : ''
    const said = Array.from({ length: asked ? 1 : 2 + draw.below(4) }, () => draw.pick(sentences)).join(' ')
    const start = at + label.length
    const end = start + said.length
    if (interview)
      turns.push({
        start,
        end,
        speaker,
        ...(asked ? { role: 'interviewer' } : { role: 'participant', participant: people[person]! }),
      })
    if (!asked) passages.push({ start, end })
    lines.push(label + said)
    at = end + 2
  }
  const kind = interview ? 'interview' : draw.pick(sourceKinds.filter(each => each !== 'interview'))
  const source: Source = {
    id: plan.id,
    title: `Bron ${plan.id}`,
    kind,
    ...(interview ? { form: people.length === 1 ? 'individual' : 'duo' } : {}),
    case: plan.case,
    date: `2024-${String(1 + draw.below(12)).padStart(2, '0')}-${String(1 + draw.below(28)).padStart(2, '0')}`,
    participants: people,
    text: lines.join('\n\n'),
    turns,
  }
  return { source, passages }
}
