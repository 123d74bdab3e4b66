import type { Source, Study } from '@codeerbank/core'
import { describe, expect, it } from 'vitest'
import { loadStudyFolder, writeStudyFolder } from '../../src/index.ts'
import { inFolder } from '../bytes.ts'
import { at, interview, segmentOf, small } from './small-study.ts'

const filesOf = async (study: Study) =>
  Object.fromEntries((await writeStudyFolder(study)).files.map(({ path, text }) => [path, text]))

const readBack = async (study: Study) =>
  inFolder(await filesOf(study), async folder => {
    const { study: read, problems } = await loadStudyFolder(folder)
    return { read, told: problems.map(({ code }) => code) }
  })

describe('the study folder of a study', () => {
  it('reads as a person would have written it', async () => {
    const files = await filesOf(small)
    expect(Object.keys(files)).toEqual([
      'study.yaml',
      'codebook.md',
      'participants.csv',
      'sources/oost/gesprek.md',
      'codings.csv',
    ])
    expect(files['study.yaml']).toBe(`title: Eén plein
language: nl
coders:
  - { id: anna, label: Anna }
  - bram
cases:
  - { id: oost, label: Plein Oost }
`)
    expect(files['participants.csv']).toBe('id,label,organisation,function,note\nP01,Buurvrouw,Bewoners,,\n')
    expect(files['sources/oost/gesprek.md']).toBe(`---
id: gesprek
title: Gesprek op het plein
kind: interview
case: oost
date: 2024-03-12
participants: [ P01 ]
speakers: { R1: P01 }
---

${interview.text}`)
    expect(files['codings.csv']).toBe(
      `source,quote,start,code,coder,memo,at\ngesprek,Elke dag,55,Rust,anna,,${at}\n`,
    )
  })

  it('says which of several places with the same words is meant', async () => {
    const start = interview.text.lastIndexOf('elke dag')
    const later = { ...segmentOf(interview, 'lke dag'), id: 'x', start: start + 1, end: start + 8 }
    const study = { ...small, segments: [later], codings: [{ ...small.codings[0]!, segment: 'x' }] }
    const files = await filesOf(study)
    expect(files['codings.csv']).toContain(`\ngesprek,lke dag,2,${start + 1},Rust,anna,,`)
    // Without the offset, as after a correction, the number finds it.
    const shifted = { ...files, 'codings.csv': files['codings.csv']!.replace(`,${start + 1},`, ',,') }
    const { study: read } = await inFolder(shifted, loadStudyFolder)
    expect(read.segments.map(segment => [segment.id, segment.start])).toEqual([['x', start + 1]])
  })

  const memo = {
    id: 'm',
    on: { type: 'code', id: 'rust' },
    text: 'Twee soorten?\nNog eens lezen.',
    by: 'bram',
    at,
  } as const
  const uncoded = { ...segmentOf(interview, 'vaak', 'los'), comment: 'Vaak?' }
  const retired = small.codes.map(code => ({ ...code, retired: true }))
  const lines = 'WEBVTT\n\n---\nid: x\n**R1:** :code[Ja]{code="Rust" coder="anna"}\n'
  const verbatim: Source = {
    ...interview,
    id: 'v',
    text: lines,
    turns: [{ start: 2, end: 6, speaker: '', role: 'unknown' }],
  }
  const cases: readonly (readonly [string, Partial<Study>, readonly string[]])[] = [
    ['memos, in a file of their own', { memos: [memo] }, ['memos.yaml']],
    ['a segment that nobody coded', { segments: [...small.segments, uncoded] }, ['segments.csv']],
    ['codings of a code that was retired since', { codes: retired }, []],
    ['a text that would be read otherwise, and its turns', { sources: [interview, verbatim] }, ['turns.csv']],
    ['the order of sources', { sources: [interview, { ...interview, id: 'eerder' }] }, ['sources.csv']],
    [
      'a text without anything in it',
      { sources: [interview, { ...interview, id: 'x', text: '', turns: [] }] },
      [],
    ],
  ]
  it.each(cases)('holds %s', async (_, more, extra) => {
    const study = { ...small, ...more }
    const files = await filesOf(study)
    for (const path of extra) expect(Object.keys(files)).toContain(path)
    const { read, told } = await readBack(study)
    expect(told).toEqual([])
    const bare = { ...read, sources: read.sources.map(({ origin: _, ...source }) => source) }
    expect(bare).toEqual(study)
  })

  it('has no file that a study of ordinary texts does not need', async () => {
    const names = Object.keys(await filesOf(small))
    for (const name of ['segments.csv', 'turns.csv', 'sources.csv', 'memos.yaml'])
      expect(names).not.toContain(name)
  })
})

describe('what a study folder does not hold', () => {
  const told = async (study: Study) =>
    (await writeStudyFolder(study)).notCarried.map(({ what, count, where }) => [what, count, where])

  it.each<[string, Study, readonly unknown[]]>([
    ['nothing, where there is nothing', small, []],
    [
      'where a text was read from',
      {
        ...small,
        sources: [{ ...interview, origin: { file: 'a.docx', line: 1, format: 'docx', sha256: '00' } }],
      },
      ['origins', 1, ['gesprek']],
    ],
    [
      'earlier definitions',
      { ...small, codings: [{ ...small.codings[0]!, codeVersion: 2 }] },
      ['definition-versions', 1, ['gesprek:55-63|rust|anna']],
    ],
    [
      'a segment that lost its text, with its codings',
      { ...small, segments: [{ ...small.segments[0]!, verdict: 'lost' }] },
      ['lost-segments', 1, ['gesprek:55-63']],
    ],
    [
      'what a correction did to a segment',
      { ...small, segments: [{ ...small.segments[0]!, verdict: 'changed' }] },
      ['segment-verdicts', 1, ['gesprek:55-63']],
    ],
    [
      'a zero byte in the name of a code',
      { ...small, codes: [{ ...small.codes[0]!, label: { nl: 'Ru\0st' } }] },
      ['codebook-texts', 1, ['rust']],
    ],
    [
      'half a character in a text',
      {
        ...small,
        segments: [],
        codings: [],
        sources: [{ ...interview, text: `${interview.text}\ud800` }],
      },
      ['text-characters', 1, ['gesprek']],
    ],
    [
      'that a code stands away from what it lies under',
      {
        ...small,
        codes: ['rust', 'druk', 'slapen'].map((id, i) => ({
          ...small.codes[0]!,
          id,
          label: { nl: id },
          parent: i === 2 ? 'rust' : null,
        })),
      },
      ['code-order', 2, ['druk', 'slapen']],
    ],
    [
      'words around a segment that the text does not have',
      { ...small, segments: [{ ...small.segments[0]!, prefix: '' }] },
      ['segment-surroundings', 1, ['gesprek:55-63']],
    ],
  ])('is listed: %s', async (_, study, loss) => {
    expect(await told(study)).toEqual(loss.length === 0 ? [] : [loss])
  })

  it('leaves every reference to a renamed code in place', async () => {
    const id = 'ru\0st'
    const study = {
      ...small,
      codes: [{ ...small.codes[0]!, id }],
      frames: [
        { id: 'f\0', label: { nl: 'Rust' }, rows: [{ id: 'r\0', label: { nl: 'Rust' }, codes: [id] }] },
      ],
      codings: [{ ...small.codings[0]!, code: id }],
      screenings: [{ id: 's', source: 'gesprek', code: id, by: 'anna', at, codeVersion: 1 }],
      memos: [{ id: 'm', on: { type: 'frame' as const, id: 'f\0' }, text: 'Rust.', by: 'anna', at }],
    }
    const { read } = await readBack(study)
    expect(read.codings.map(({ code }) => code)).toEqual(['ru\ufffdst'])
    expect(read.screenings.map(({ code }) => code)).toEqual(['ru\ufffdst'])
    expect(read.frames.map(frame => [frame.id, frame.rows[0]?.id])).toEqual([['f\ufffd', 'r\ufffd']])
    expect(read.memos.map(({ on }) => on.id)).toEqual(['f\ufffd'])
  })

  it('takes nothing else along: what rests on a lost segment goes with it', async () => {
    const [coding] = small.codings
    const { read, told: faults } = await readBack({
      ...small,
      segments: [{ ...small.segments[0]!, quote: 'Andere woorden', verdict: 'lost' }],
      memos: [{ id: 'm', on: { type: 'coding', id: coding!.id }, text: 'Weg.', by: 'anna', at }],
    })
    expect(faults).toEqual([])
    expect([read.segments, read.codings, read.memos]).toEqual([[], [], []])
  })
})
