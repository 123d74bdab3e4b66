import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTime } from '../src/parse-time.ts'
import { customaryRole, speakerLabel } from '../src/speaker-label.ts'
import { labelCases, roleCases, timeCases } from './speaker-label-cases.ts'

describe('the label at the start of a line', () => {
  it.each(labelCases)('%s: %j gives %j', (_, line, expected) => {
    const label = speakerLabel(line, 0)
    const found =
      label === undefined
        ? null
        : `${label.bold ? '*' : ''}${label.tight ? '~' : ''}${label.speaker}|${label.time ?? ''}|${line.slice(label.words)}`
    expect(found).toBe(expected)
  })

  it('has offsets in the text in which the line stands', () => {
    expect(speakerLabel('[00:04] R1: Nee.', 100)).toEqual({
      speaker: 'R1',
      start: 100,
      words: 112,
      time: '00:04',
      stamped: true,
      bold: false,
    })
  })

  it('is looked for near the start of a line, however long the line is', () => {
    expect(speakerLabel(`${'A '.repeat(1_000_000)}: Nee.`, 0)).toBeUndefined()
    expect(speakerLabel(`R1: ${'a'.repeat(1_000_000)}`, 0)?.words).toBe(4)
  })
})

describe('a label by itself', () => {
  it.each(roleCases)('%j is of the role %j', (label, role) => {
    expect(customaryRole(label)).toBe(role)
  })
})

describe('a time', () => {
  it.each(timeCases)('%j is %j seconds', (written, seconds) => {
    expect(parseTime(written)).toBe(seconds)
  })

  it('is read as it was written, for every second of a day', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.nat(59), (hours, minutes, seconds) => {
        expect(parseTime(`${two(hours)}:${two(minutes)}:${two(seconds)}`)).toBe(
          hours * 3600 + minutes * 60 + seconds,
        )
      }),
    )
  })
})
