import { describe, expect, it } from 'vitest'
import { readCodebook } from '../src/index.ts'

describe('the code that another is merged into', () => {
  it('goes by its name or path; the nearest is told, and where several have it their paths', () => {
    const told = (name: string) =>
      readCodebook(
        `## A\n\nA.\n\n- **Overig**\n\n  X.\n\n## B\n\nB.\n\n- **Overig**\n\n  Y.\n\n- **Rest**\n\n  Z.\n\n  - retired: yes\n  - merged into: ${name}\n`,
      ).problems.map(({ code, message, place }) => [code, message, place?.line])
    expect(told('Overi')).toEqual([
      ['unknown-merge', 'The codebook has no code "Overi". Is "Overig" meant? Else add the code.', 17],
    ])
    expect(told('Overig')).toEqual([
      [
        'ambiguous-code',
        '"Overig" is the name of 2 codes: "A > Overig" (id "overig"), "B > Overig" (id "b/overig"). Write the path or the id of the one that is meant.',
        17,
      ],
    ])
    expect(told('B > Overig')).toEqual([])
  })
})
