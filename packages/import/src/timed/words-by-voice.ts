/** Words of a cue, and who says them where the cue says so. */
export interface VoicedWords {
  readonly speaker?: string
  readonly text: string
}

/**
 * The words of a cue by who says them: `<v Name>words</v>`, with or without the end. Other tags are taken out, as are the marks
 * of place that SubStation's users put in SRT (`{\an8}`).
 *
 * @returns one without words where the cue has none
 */
export function wordsByVoice(payload: string): readonly VoicedWords[] {
  const parts = payload.split(/<v(?:\.[^\s>]*)?(?:[ \t]+([^>]*))?>/)
  const found: VoicedWords[] = [{ text: plainWords(parts[0] ?? '') }]
  for (let i = 1; i < parts.length; i += 2) {
    const speaker = plainWords(parts[i] ?? '')
    found.push({ ...(speaker === '' ? {} : { speaker }), text: plainWords(parts[i + 1] ?? '') })
  }
  const worded = found.filter(({ text }) => text !== '')
  return worded.length === 0 ? [{ text: '' }] : worded
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
}

/** Without the tags and character references that WebVTT knows. */
function plainWords(text: string): string {
  return text
    .replace(/<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<[\d:.]+>|\{\\[^{}]*\}/gi, '')
    .replace(/&(?:amp|lt|gt|nbsp|quot|#39|lrm|rlm);/g, reference => entities[reference]!)
    .replace(/\s+/g, ' ')
    .trim()
}
