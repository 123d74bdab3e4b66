type Files = Readonly<Record<string, string | Uint8Array>>

/** A small study folder with nothing wrong in it. */
export const sound: Readonly<Record<string, string>> = {
  'study.yaml': `title: { nl: Plein en markt, en: Square and market }
language: nl
created: 2024-12-02T09:00:00+01:00
coders:
  - { id: anna, label: Anna A. }
  - bram
variables:
  - { id: soort, label: Soort }
  - { id: Leden, on: participant, type: number }
  - { id: weer, on: source }
cases:
  - { id: oost, label: Oostplein, values: { soort: plein } }
  - { id: west, label: Westmarkt, values: { soort: markt } }
judgements:
  - frame: fasen
    case: oost
    rows: [vormen, Stormen]
    state: completed
    by: anna
    at: 2024-12-01T09:00:00+01:00
  - frame: fasen
    case: oost
    rows: Normeren
    state: current
    reasons: Nog bezig.
`,
  'codebook.md': `# Codeboek

## Kader

Hoe men het ziet.

- **Overlap**

  Gelijk.

- **Verschil**

  Anders.

## Fasen

- frame: fasen

1. **Vormen**
   - code: Overlap
2. **Stormen**
   - code: Verschil
3. **Normeren**
   - code: Kader
`,
  'participants.csv':
    'id,label,organisation,function,case,Leden\nH01,Jan,Gemeente,Beleid,oost,"12,5"\nH02,Piet,,,west,\n',
  'sources/oost/oost-int-1.md': `---
title: Eerste gesprek
kind: interview
form: individual
date: 2024-10-03
participants: [H01]
speakers: { R1: H01 }
values: { weer: zon }
---

**Interviewer:** Hoe ziet u het?

**R1:** [00:00:05] Wij zien :code[hetzelfde]{code="Overlap" coder="bram"} 😀, echt hetzelfde.
`,
  'sources/oost/oost-obs-1.md': `---
kind: meeting-observation
participants: [H01]
---

### Non-verbaal

| Indicator | H01 |
| --------- | --- |
| Blik      | weg |
`,
  'sources/west/west-note-1.txt': 'De markt is leeg. R1: dat zei men.\n',
  'sources.csv':
    'file,title,kind,date,participants,activities\nwest/west-note-1.txt,Notitie,fieldwork-note,2024-10-04,H02,3\n',
  'codings.csv': `source,quote,code,coder,occurrence,memo,at,stance
oost-int-1,hetzelfde,Overlap,anna,2,,2024-11-01T10:00:00+01:00,
west-note-1,De markt is,Verschil,anna,,,,
west-note-1,De markt is leeg,Kader > Verschil,bram,,Leeg!,,contradicts
`,
}

/** A study folder with a fault of every kind, all at once. */
export const faulty: Files = {
  'study.yaml': `title: Fout
coders:
  - anna
  - anna
variables:
  - { id: soort }
cases:
  - { id: oost, values: { soort: plein, kleur: rood } }
  - west
  - { id: oost }
judgements:
  - { frame: stadia, case: oost, rows: Vormen, state: current }
  - { frame: fasen, case: oost, rows: [Vormen, Rouwen], state: current }
  - { frame: fasen, case: oost, rows: [Vormen, Normeren], state: current }
  - { frame: fasen, case: noord, rows: [Vormen], state: current }
  - { frame: fasen, case: west, rows: [Vormen], state: current, by: cees }
  - { frame: fasen, case: west, rows: [Vormen], state: completed }
auteur: ik
`,
  'codebook.md': `# Codeboek

## Kader

Hoe men het ziet.

- **Overlap**

  Gelijk.

- **Overlap**

  Nog eens gelijk.

## Rond

Samen.

- merged into: Terug
- retired: yes

## Terug

Samen.

- merged into: Rond
- retired: yes

## Dubbel

Een.

- id: dubbel

## Nog eens

Twee.

- id: dubbel

## Fasen

- frame: fasen

1. **Vormen**
   - code: Kader
2. **Stormen**
   - code: Overleg
3. **Normeren**
   - code: Kader
`,
  'participants/oost.csv': 'id,label,schoenmaat\nH01,Jan,44\n,Piet,45\nH01,Jan weer,46\n',
  'sources.csv':
    'file,kind\noost/weg.md,interview\noost/c-turns.txt,film\noost/a.md,interview\noost/a.md,interview\n',
  'sources/los.md': '---\nkind: interview\ncase: noord\n---\nR1: Ja.\n',
  'sources/nergens.md': '---\nkind: interview\n---\nR1: Ja.\n',
  'sources/oost/a.md':
    '---\nkind: interview\nparticipants: [H01, H09]\n---\nH01: De kat zit op de mat, en nog eens op de mat.\n',
  'sources/oost/b-leeg.md': '---\nkind: interview\n---\n\n',
  'sources/oost/c-turns.txt': '---\nkind: interview\n---\n\nEen verhaal zonder sprekers.\n',
  'sources/oost/d-obs.md':
    '---\nkind: meeting-observation\n---\n\n| Indicator | H01 | H02 |\n| - | - | - |\n| Blik | weg |\n',
  'sources/oost/e-bytes.txt': Uint8Array.from([0x52, 0x31, 0x3a, 0x0a, 0x20, 0x81, 0x0a]),
  'sources/oost/f-mark.md': '---\nkind: fieldwork-note\n---\nEen :code[mark]{code="Kader"}.\n',
  'sources/oost/film.mp4': '',
  'sources/west/a.md': '---\nkind: interview\nid: a\n---\nR1: Ja.\n',
  'sources/west/front.md': '---\nkind: gesprek\ndate: nooit\n---\nR1: Ja.\n',
  'codings/1.csv': `source,quote,code,coder,occurrence
a,De kat zat op de mat,Kader,anna,
a,op de mat,Kader,anna,
a,op de mat,Kader,anna,3
a,De kat,Kadar,anna,
a,De kat,Kader,ana,
aa,De kat,Kader,anna,
a,De kat,Kader,anna,
a,De kat,Kader,anna,
a,,Kader,anna,
a,De kat,Kader,anna,een
`,
  'codings/2.csv': 'source,quote,code\na,De kat,Kader\n',
  'codings/3.csv': 'source,quote,code,coder\na,"De kat"x,Kader,anna\n',
}

/** What is wrong in it, `file:line code`, and what a message says where that matters. */
export const faults: readonly (readonly [fault: string, says?: string])[] = [
  ['study.yaml:4 duplicate-coder'],
  ['study.yaml:8 unknown-variable', '"kleur"'],
  ['study.yaml:10 duplicate-case'],
  ['study.yaml:12 unknown-frame', '"stadia"'],
  ['study.yaml:13 unknown-row', '"Rouwen"'],
  ['study.yaml:14 rows-not-neighbours'],
  ['study.yaml:15 unknown-case', '"noord"'],
  ['study.yaml:16 unknown-coder', '"cees"'],
  ['study.yaml:17 duplicate-judgement'],
  ['study.yaml:18 unknown-key', '"auteur"'],
  ['codebook.md:11 duplicate-name'],
  ['codebook.md:15 merge-cycle'],
  ['codebook.md:35 duplicate-code', '"dubbel"'],
  ['codebook.md:48 unknown-code', '"Overleg"'],
  ['participants/oost.csv:1 unknown-column', 'schoenmaat'],
  ['participants/oost.csv:3 incomplete-participant'],
  ['participants/oost.csv:4 duplicate-participant'],
  ['sources.csv:2 file-missing', 'oost/weg.md'],
  ['sources.csv:3 unfit-value', 'kind'],
  ['sources.csv:5 duplicate-source'],
  ['sources/los.md:3 unknown-case', '"noord"'],
  ['sources/nergens.md:2 case-missing', 'oost, west'],
  ['sources/oost/a.md:3 unknown-participant', '"H09"'],
  ['sources/oost/b-leeg.md:1 empty-source'],
  ['sources/oost/c-turns.txt:5 no-turns'],
  ['sources/oost/d-obs.md:7 uneven-grid'],
  ['sources/oost/e-bytes.txt:2 not-utf8'],
  ['sources/oost/f-mark.md:4 bad-mark'],
  ['sources/oost/film.mp4:1 unknown-file'],
  ['sources/west/a.md:3 duplicate-source', 'sources/oost/a.md'],
  ['sources/west/front.md:2 unfit-value'],
  ['sources/west/front.md:3 unfit-value'],
  ['sources/west/front.md:2 kind-assumed', 'an interview'],
  ['codings/1.csv:2 quote-not-found', '"De kat zit op de mat"'],
  ['codings/1.csv:3 quote-ambiguous', 'lines 5, 5'],
  ['codings/1.csv:4 quote-not-found', '2 times'],
  ['codings/1.csv:5 unknown-code', '"Kader"'],
  ['codings/1.csv:6 unknown-coder', '"anna"'],
  ['codings/1.csv:7 unknown-source', '"a"'],
  ['codings/1.csv:9 duplicate-coding'],
  ['codings/1.csv:10 incomplete-coding'],
  ['codings/1.csv:11 bad-occurrence'],
  ['codings/2.csv:1 missing-column', 'coder'],
  ['codings/3.csv:2 malformed-csv'],
]
