import { auditTrail } from '@codeerbank/analysis'
import { codebookVersion } from '@codeerbank/codebook'
import { type Language, labelText, type Study, type Table } from '@codeerbank/core'
import { tableToMarkdown } from '@codeerbank/export'
import type { LogEntry, LogHead } from '@codeerbank/store'
import { summaryOf } from './summary.ts'

const words = {
  title: { nl: 'Verantwoording', en: 'Audit trail' },
  about: {
    nl: 'Alles wat in deze studie gedaan is, uit het logboek: door wie, wanneer en waarom. De indeling volgt Lincoln en Guba (1985).',
    en: 'Everything that was done in this study, from its log: by whom, when and why. The classes follow Lincoln and Guba (1985).',
  },
  chain: {
    nl: (count: number, hash: string) => `${count} regels in het logboek; de laatste heeft de hash ${hash}.`,
    en: (count: number, hash: string) => `${count} entries in the log; the last has the hash ${hash}.`,
  },
  codebook: {
    nl: (version: string) => `Versie van het codeboek: ${version}.`,
    en: (version: string) => `Version of the codebook: ${version}.`,
  },
  none: { nl: 'Niets.', en: 'Nothing.' },
} as const

/** The audit trail of a study as Markdown: what it is, where its log stands, and everything that was done, by class. */
export function auditReport(
  entries: readonly LogEntry[],
  study: Study,
  head: LogHead,
  language: Language,
): string {
  const shown = { ...study, language }
  const sections = auditTrail(entries, shown).map(({ label, counts, changes }) =>
    [
      `## ${labelText(label, language)}`,
      ...(counts.rows.length === 0 ? [words.none[language]] : [bare(counts, language)]),
      ...(changes === null || changes.rows.length === 0 ? [] : [bare(changes, language)]),
    ].join('\n\n'),
  )
  return `${[
    `# ${words.title[language]}`,
    `${words.about[language]} ${summaryOf(study, language)}.`,
    `${words.chain[language](head.seq, head.hash)} ${words.codebook[language](codebookVersion(study))}`,
    ...sections,
  ].join('\n\n')}\n`
}

/** A table whose title is the heading above it. */
function bare(table: Table, language: Language): string {
  return tableToMarkdown(table, { language })
    .replace(/^\*\*.*\*\*\n\n/, '')
    .trimEnd()
}
