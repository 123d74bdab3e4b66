import type { ChangeKind, Label } from '@codeerbank/core'

/**
 * The classes of an audit trail (Lincoln and Guba, Naturalistic Inquiry, 1985, pp. 319-320, after Halpern), as far as a log of changes
 * holds them; what they call materials about intentions and about instruments stands outside the study.
 */
export const auditCategories = ['raw data', 'reduction', 'reconstruction', 'process', 'decisions'] as const

export type AuditCategory = (typeof auditCategories)[number]

export const auditLabels: Readonly<Record<AuditCategory, Label>> = {
  'raw data': { nl: 'Ruwe gegevens', en: 'Raw data' },
  reduction: {
    nl: 'Reductie: wat is aangewezen en gecodeerd',
    en: 'Data reduction: what was marked and coded',
  },
  reconstruction: {
    nl: 'Reconstructie: wat ervan gemaakt is',
    en: 'Data reconstruction: what was made of it',
  },
  process: { nl: 'Aantekeningen over het proces', en: 'Process notes' },
  decisions: { nl: 'Beslissingen', en: 'Decisions' },
}

/** To which class each kind of change belongs. */
export const categoryOf: Readonly<Record<ChangeKind, AuditCategory>> = {
  'describe-study': 'process',
  'add-variable': 'raw data',
  'add-coder': 'process',
  'add-case': 'raw data',
  'add-participant': 'raw data',
  'set-value': 'raw data',
  'add-source': 'raw data',
  'correct-source': 'raw data',
  'remove-source': 'raw data',
  'add-code': 'reduction',
  'add-segment': 'reduction',
  'accept-segment': 'reduction',
  'place-segment': 'reduction',
  'remove-segment': 'reduction',
  'code-segment': 'reduction',
  'withdraw-coding': 'reduction',
  'review-coding': 'reduction',
  'record-screening': 'reduction',
  'withdraw-screening': 'reduction',
  'set-frame': 'reconstruction',
  'remove-frame': 'reconstruction',
  'record-judgement': 'reconstruction',
  'withdraw-judgement': 'reconstruction',
  'save-query': 'reconstruction',
  'remove-query': 'reconstruction',
  'state-claim': 'reconstruction',
  'withdraw-claim': 'reconstruction',
  'write-summary': 'reconstruction',
  'remove-summary': 'reconstruction',
  'write-memo': 'process',
  'remove-memo': 'process',
  'rename-code': 'decisions',
  'redefine-code': 'decisions',
  'move-code': 'decisions',
  'merge-codes': 'decisions',
  'split-code': 'decisions',
  'retire-code': 'decisions',
  'freeze-codebook': 'decisions',
  'thaw-codebook': 'decisions',
  'settle-conflict': 'decisions',
}
