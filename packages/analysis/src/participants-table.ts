import { byId, labelText, type SourceKind, type Study, type Table } from '@codeerbank/core'

/**
 * Who took part, by case: how often each participant was interviewed, attended a meeting that was observed, and was
 * met in another way (a walk along, a conversation, a note). A participant counts once for a source.
 */
export function participantsTable(study: Study): Table {
  const met = new Map<string, { interviewed: number; attended: number; other: number }>()
  for (const source of study.sources)
    for (const participant of new Set(source.participants)) {
      const counts = met.get(participant) ?? { interviewed: 0, attended: 0, other: 0 }
      counts[columnOf(source.kind)]++
      met.set(participant, counts)
    }
  const order = new Map(study.cases.map((each, i) => [each.id, i]))
  const caseOrder = (id: string | undefined) => order.get(id ?? '') ?? study.cases.length
  const participants = study.participants
    .map((participant, at) => ({ participant, at }))
    .sort((a, b) => caseOrder(a.participant.case) - caseOrder(b.participant.case) || a.at - b.at)
  return {
    id: 'participants',
    title: {
      nl: 'Deelnemers: wie is geïnterviewd, wie was aanwezig',
      en: 'Participants: who was interviewed, who attended',
    },
    unit: { nl: 'bronnen', en: 'sources' },
    columns: [
      { id: 'case', label: { nl: 'Casus', en: 'Case' }, type: 'text' },
      { id: 'participant', label: { nl: 'Deelnemer', en: 'Participant' }, type: 'text' },
      { id: 'label', label: { nl: 'Aanduiding', en: 'Label' }, type: 'text' },
      { id: 'organisation', label: { nl: 'Organisatie', en: 'Organisation' }, type: 'text' },
      { id: 'function', label: { nl: 'Functie', en: 'Function' }, type: 'text' },
      { id: 'interviewed', label: { nl: 'Interviews', en: 'Interviews' }, type: 'number' },
      { id: 'attended', label: { nl: 'Bijeenkomsten', en: 'Meetings' }, type: 'number' },
      { id: 'other', label: { nl: 'Overig', en: 'Other' }, type: 'number' },
    ],
    rows: participants.map(({ participant: { id, label, organisation, function: role, case: of } }) => {
      const counts = met.get(id) ?? { interviewed: 0, attended: 0, other: 0 }
      const place = of === undefined ? undefined : byId(study.cases, of)
      return [
        place === undefined ? null : labelText(place.label, study.language),
        id,
        label,
        organisation ?? null,
        role ?? null,
        counts.interviewed,
        counts.attended,
        counts.other,
      ]
    }),
  }
}

function columnOf(kind: SourceKind): 'interviewed' | 'attended' | 'other' {
  if (kind === 'interview') return 'interviewed'
  return kind === 'meeting-observation' ? 'attended' : 'other'
}
