import { type Label, type Language, labelText } from '@codeerbank/core'
import type { Agreement, UndefinedReason } from '../agreement/reliability-table.ts'

const reasons: Readonly<Record<UndefinedReason, Label>> = {
  'fewer than two coders': { nl: 'minder dan twee codeurs', en: 'fewer than two coders' },
  'no unit rated by two coders': {
    nl: 'geen eenheid door twee codeurs beoordeeld',
    en: 'no unit rated by two coders',
  },
  'no variation': { nl: 'geen variatie', en: 'no variation' },
}

/** Why a coefficient has no value, in words; `null` where it has one. */
export function undefinedBecause({ reason }: Agreement, language: Language): string | null {
  return reason === undefined ? null : labelText(reasons[reason], language)
}
