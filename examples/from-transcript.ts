/** From one transcript to coded CSV, without a study folder. Run: node examples/from-transcript.ts */
import {
  addSource,
  anchorCodings,
  applyChanges,
  codeFrequencies,
  countText,
  readCodebook,
  readCodings,
  readTranscript,
  replay,
  segmentsToCsv,
} from 'codeerbank'

const transcript = `---
title: Interview wijkagent
kind: interview
---
Interviewer: Hoe loopt de samenwerking?

R1: Als zij zeggen dat ze bellen, dan bellen ze ook. Daar kan ik op rekenen.
`

const codebook = readCodebook(`# Codeboek

## Vertrouwen

Of partners op elkaar rekenen.

- **Afspraken nakomen**

  Wat beloofd is, gebeurt.
`).value

const at = '2024-12-02T09:00:00+01:00'
let study = replay([
  { id: '1', at, by: 'anna', kind: 'add-coder', coder: { id: 'anna', label: 'Anna' } },
  {
    id: '2',
    at,
    by: 'anna',
    kind: 'add-case',
    case: { id: 'oost', label: { nl: 'Plein Oost' }, values: {} },
  },
  ...codebook.codes.map(({ version: _, ...code }) => ({
    id: `add-code:${code.id}`,
    at,
    by: 'anna',
    kind: 'add-code' as const,
    code,
  })),
])

const read = await readTranscript(new TextEncoder().encode(transcript), { name: 'int-1.txt' })
study = addSource(study, read.value, { case: 'oost' })

const list = await readCodings(`source,quote,code,coder,at
int-1,"dan bellen ze ook",Afspraken nakomen,anna,2024-12-03T14:00:00+01:00
int-1,Daar kan ik op rekenen,Vertrouwen,anna,2024-12-03T14:02:00+01:00
`)
const codings = anchorCodings(study, list.value)
study = applyChanges(study, codings.value)

for (const problem of [...read.problems, ...list.problems, ...codings.problems])
  console.error(problem.message)
process.stdout.write(await segmentsToCsv(study))
for (const { code, own, rolledUp } of codeFrequencies(study))
  console.log(`${code}: ${countText(own.segments, 'segments', 'en')}, ${rolledUp.segments} with all below it`)

// Prints:
// ID,Quotation Name,Document,Document Groups,Quotation Content,Comment,Codes,Reference,Density,Created by,Modified by,Created,Modified
// 1:1,dan bellen ze ook,Interview wijkagent,"Plein Oost
// Interview",dan bellen ze ook,,Afspraken nakomen,3 - 3,1,Anna,Anna,2024-12-03T14:00:00+01:00,2024-12-03T14:00:00+01:00
// 1:2,Daar kan ik op rekenen,Interview wijkagent,"Plein Oost
// Interview",Daar kan ik op rekenen,,Vertrouwen,3 - 3,1,Anna,Anna,2024-12-03T14:02:00+01:00,2024-12-03T14:02:00+01:00
// vertrouwen: 1 segment, 2 with all below it
// afspraken-nakomen: 1 segment, 1 with all below it
