import { describe, expect, it } from 'vitest'
import { readTurnsOf } from './read-turns-of.ts'
import { speechServiceCases } from './speech-service-cases.ts'

describe('the JSON of a service that writes speech down', () => {
  it.each(speechServiceCases)('is read: %s', async (_, json, turns, problems) => {
    expect(await readTurnsOf(json, 'a.json')).toMatchObject({ format: 'whisper-json', turns, problems })
  })

  it.each([
    ['results of something else', '{"results":[{"title":"a"}]}', 'not-a-transcript:1'],
    ['results that are a text', '{"results":"a"}', 'not-a-transcript:1'],
    ['phrases that are none', '{"recognizedPhrases":[3,null]}', 'not-a-transcript:1'],
    ['a transcript that is a text', '{"transcript":"a"}', 'not-a-transcript:1'],
    ['channels without words', '{"results":{"channels":[{"alternatives":[]}]}}', 'empty-source:1'],
  ])('is refused where it has %s', async (_, json, problem) => {
    expect(await readTurnsOf(json, 'a.json')).toMatchObject({ text: '', turns: [], problems: [problem] })
  })
})
