import { normaliseText, type Turn } from '@codeerbank/core'

/** An answer to an open question. */
export interface WrittenAnswer {
  readonly question: string
  readonly words: string
}

/** The document of a respondent: a heading for each question that was answered, and the answer as a turn. */
export function surveyDocument(
  respondent: string,
  answers: readonly WrittenAnswer[],
): { readonly text: string; readonly turns: readonly Turn[] } {
  let text = ''
  const turns: Turn[] = []
  for (const { question, words } of answers) {
    text += `${text === '' ? '' : '\n\n'}## ${question.replace(/\s+/g, ' ').trim()}\n\n`
    const start = text.length
    text += normaliseText(words).trim()
    turns.push({ start, end: text.length, speaker: respondent, role: 'participant', participant: respondent })
  }
  return { text, turns }
}
