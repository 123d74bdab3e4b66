/** A study in English with one thing of every kind that a format may have no place for. */
export const twoMarkets: Readonly<Record<string, string>> = {
  'study.yaml': `title: Two markets
language: en
coders: [ann, bob]
variables:
  - { id: size, label: { nl: Omvang, en: Size }, on: case, type: number }
cases:
  - { id: north, label: { nl: Markt Noord, en: North Market }, values: { size: 12 } }
  - { id: south, label: { nl: Markt Zuid, en: South Market } }
judgements:
  - { frame: keeping, case: north, rows: [Keeping], state: current, by: ann }
queries:
  - { id: kept, query: keeping }
claims:
  - { id: firm, text: Promises hold., rules: [{ case: north, supports: keeping }] }
screened:
  - { sources: all, codes: [keeping], by: ann }
`,
  'codebook.md': `# Codebook

## Agreements — *Agreements*

What people promise each other.

### Keeping — *Keeping*

What was promised, happens.

### Breaking — *Breaking*

What was promised, does not happen.

## Keeping by market

- frame: keeping
- table: 1

1. **Keeping**
   - code: Keeping
`,
  'sources/north/talk-1.md': `---
title: Talk with the market master
kind: interview
date: 2024-03-12
participants: [R1]
---

**Interviewer:** How are the stalls?

**R1:** By six all stands there, that was promised. Only the fish comes late.
`,
  'participants.csv': 'id,label,case,organisation,function\nR1,Market master,north,Town,Master\n',
  'codings.csv': `source,quote,code,coder,stance,memo
talk-1,that was promised,Keeping,ann,,
talk-1,Only the fish comes late,Breaking,bob,,
talk-1,Only the fish comes late,Keeping,bob,contradicts,A sore point.
`,
}
