import type { Label } from './label.ts'

/** What a source can be, in the order in which the kinds are always shown. */
export const sourceKinds = [
  'interview',
  'ride-along',
  'street-conversation',
  'meeting-observation',
  'fieldwork-note',
  'report-section',
] as const

export type SourceKind = (typeof sourceKinds)[number]

/** What an interview can be: with one person, with two, or with a member of a related partnership. */
export const interviewForms = ['individual', 'duo', 'related'] as const

export type InterviewForm = (typeof interviewForms)[number]

export const sourceKindLabels: Readonly<Record<SourceKind, Label>> = {
  interview: { nl: 'Interview', en: 'Interview' },
  'ride-along': { nl: 'Meeloopobservatie', en: 'Ride-along observation' },
  'street-conversation': { nl: 'Straatgesprek', en: 'Street conversation' },
  'meeting-observation': { nl: 'Observatie van een bijeenkomst', en: 'Meeting observation' },
  'fieldwork-note': { nl: 'Veldwerknotitie', en: 'Fieldwork note' },
  'report-section': { nl: 'Rapportgedeelte', en: 'Report section' },
}

export const interviewFormLabels: Readonly<Record<InterviewForm, Label>> = {
  individual: { nl: 'individueel', en: 'individual' },
  duo: { nl: 'duo', en: 'duo' },
  related: { nl: 'met lid van verwant verband', en: 'with a member of a related partnership' },
}
