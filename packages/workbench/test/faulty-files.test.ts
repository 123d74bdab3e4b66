import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { besideMarkets, runInProcess } from './run-in-process.ts'

/** Runs a command with a file of these words; the name of the file is left out of what it says. */
async function told(words: readonly string[], yaml: string | Uint8Array) {
  return besideMarkets(async at => {
    await writeFile(at('f.yaml'), yaml)
    const run = await runInProcess(...words.map(word => (word.startsWith('@') ? at(word.slice(1)) : word)))
    return { ...run, stderr: run.stderr.replaceAll(at('f.yaml'), 'f.yaml').split('\n').slice(0, -1) }
  })
}

describe('conditions with faults', () => {
  const run = (yaml: string | Uint8Array) => told(['truth-table', '@markt', '@f.yaml'], yaml)

  it('of shape are told all at once, with their lines', async () => {
    const yaml =
      'conditions:\n  - id: 3\n    label: Afspraak\n    counted: { codes: nakomen, crossover: half }\n'
    expect(await run(yaml)).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'f.yaml:1: error: "outcome" is missing: it should be keys with values: { id: ..., label: ..., given: ..., counted: ... }. Add it. (unfit-value)',
        'f.yaml:2: error: "id" of item 1 of "conditions" is 3: it should be a text. Put it in quotes: "3". (unfit-value)',
        'f.yaml:3: error: "label" of item 1 of "conditions" is "Afspraak": it should be keys with values: { nl: ..., en: ... }. Correct it. (unfit-value)',
        'f.yaml:4: error: "codes" of "counted" of item 1 of "conditions" is "nakomen": it should be a list. Put it in square brackets, or write each item on a line of its own behind "- ". (unfit-value)',
        'f.yaml:4: error: "crossover" of "counted" of item 1 of "conditions" is "half": it should be a number. Correct it. (unfit-value)',
        'f.yaml:4: error: "full" of "counted" of item 1 of "conditions" is missing: it should be a number. Add it. (unfit-value)',
        '6 problem(s). Nothing was written.',
      ],
    })
  })

  it('that are of another study name what could be meant', async () => {
    const yaml = `conditions:
  - id: afspraak
    label: { nl: Afspraak }
    counted: { codes: [nakomn, Nakomen], crossover: 2, full: 2 }
  - id: afspraak
    label: { nl: Afspraak }
    given:
      nord: { value: 1, calibration: Zo was het. }
      zuid: { value: 0.5, calibration: Half. }
outcome: { id: goed, label: { nl: Goed }, given: {} }
`
    expect((await run(yaml)).stderr).toEqual([
      'f.yaml:4: error: The codebook has no code "nakomn". Is "Nakomen" meant? Else add the code. (unknown-code)',
      'f.yaml:4: error: The thresholds of "afspraak" are 2 and 2. The crossover is more than 0, and "full" more than the crossover. (bad-thresholds)',
      'f.yaml:8: error: The study has no case "nord". Is "noord" meant? (unknown-case)',
      'f.yaml:9: error: The membership of "zuid" in "afspraak" is 0.5, neither in nor out, so that the case is in no row. Write a little more or less. (undecided-membership)',
      'f.yaml:5: error: The condition "afspraak" says nothing of "noord". Add each under "given:", or count codes with "counted:". (missing-membership)',
      'f.yaml:10: error: The condition "goed" says nothing of "noord", "zuid". Add each under "given:", or count codes with "counted:". (missing-membership)',
      'f.yaml:5: error: Two conditions are called "afspraak". Give one another id. (duplicate-condition)',
      '7 problem(s). Nothing was written.',
    ])
  })

  it('that are no YAML or no text are told with the line', async () => {
    const [broken, binary] = [await run('conditions: [\n'), await run(Uint8Array.of(0x61, 0x0a, 0xff))]
    expect([broken.code, binary.code]).toEqual([1, 1])
    expect(broken.stderr[0]).toMatch(/^f\.yaml:\d: error: .* \(malformed-yaml\)$/)
    expect(binary.stderr[0]).toMatch(/^f\.yaml:2: error: .* \(not-utf8\)$/)
  })
})

describe('rules of a split with faults', () => {
  const run = (yaml: string) => told(['codebook', 'split', '@markt.codeerbank', '@f.yaml', '--apply'], yaml)

  it('of shape are told all at once, with their lines', async () => {
    expect(await run('code: nakomen\ninto:\n  - label: 7\n  - { lable: Tijd }\nreasn: Te breed.\n')).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        'f.yaml:3: error: "label" of item 1 of "into" is 7: it should be a text or keys with values: { nl: ..., en: ... }. Put it in quotes: "7". (unfit-value)',
        'f.yaml:4: error: "label" of item 2 of "into" is missing: it should be a text or keys with values: { nl: ..., en: ... }. Add it. (unfit-value)',
        'f.yaml:4: error: Item 2 of "into" has no key "lable". Is "label" meant? Its keys are id, label, definition, when, codings. (unknown-key)',
        'f.yaml:5: error: There is no key "reasn". Is "reason" meant? Its keys are code, reason, into. (unknown-key)',
        '4 problem(s). Nothing was written.',
      ],
    })
  })

  it('that are of another study name what could be meant', async () => {
    expect((await run('code: nakome\ninto: [{ label: Tijd }]\n')).stderr[0]).toBe(
      'f.yaml:1: error: The codebook has no code "nakome". Is "Nakomen" meant? Else add the code. (unknown-code)',
    )
    const yaml =
      'code: nakomen\ninto:\n  - { label: Tijd, when: "case:nord and" }\n  - { label: Geld, codings: [x, x] }\n'
    const { code, stderr } = await run(yaml)
    expect(code).toBe(1)
    expect(stderr.filter(line => line.includes('(bad-query)')).map(line => line.slice(0, 30))).toEqual([
      'f.yaml:3: error: "when" at cha',
    ])
    expect(stderr).toContainEqual(
      expect.stringMatching(
        /^f\.yaml:4: error: The study has no coding with "nakomen" "x"\. .* \(unknown-coding\)$/,
      ),
    )
    expect(stderr).toContain(
      'f.yaml:4: error: The coding "x" stands here twice. Take it away once. (repeated-coding)',
    )
  })

  it('may use an alias of YAML', async () => {
    const { code, stdout } = await run('code: &c nakomen\ninto: [{ label: *c }]\n')
    expect(code).toBe(0)
    expect(stdout).toContain('| dat is beloofd | nakomen |')
  })
})
