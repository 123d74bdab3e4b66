import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

const table = 'Nr;Plein;Lengte;Wat gaat goed?\n1;Oost;12;De buren.\n2;West;x;Het groen.\n3;Noord;4;Niets.\n'
const mapping = [
  'respondent: Nr',
  'case: { column: Plein, values: { Oost: oost, West: west } }',
  'variables: [{ column: Lengte, type: number }]',
  'answers: [{ column: Wat gaat goed? }]',
].join('\n')

describe('a survey at the command line', () => {
  it('is added to a study, with what has no place in it listed by row', () =>
    inFolder({ ...twoSquares, 'enquete.csv': table, 'enquete.yaml': mapping }, async folder => {
      const paths = [join(folder, 'enquete.csv'), join(folder, 'enquete.yaml')]
      const file = join(folder, 'pleinen.codeerbank')
      const added = await runInProcess('import-survey', folder, ...paths, file)
      expect(added.code).toBe(1)
      expect(added.stderr).toMatch(/enquete\.csv:3: error: .* \(bad-value\)/)
      expect(added.stderr).toMatch(/enquete\.csv:4: error: .* \(unknown-case\)/)
      expect(added.stdout).toContain('added: 2 participants, 2 sources, 1 variable')
      const again = await runInProcess('import-survey', file, ...paths)
      expect(again.stdout).toContain('It does not fit the study: nothing was written.')
      expect(again.code).toBe(1)
      expect((await runInProcess('search', file, 'groen')).stdout).toContain('enquete-2')
    }))

  it('asks for a mapping that is sound', () =>
    inFolder({ ...twoSquares, 'enquete.csv': table }, async folder => {
      const [paths, file] = [
        [join(folder, 'enquete.csv'), join(folder, 'm.yaml')],
        join(folder, 'a.codeerbank'),
      ]
      await writeFile(paths[1]!, `${mapping}\nkolom: 3\n`)
      const refused = await runInProcess('import-survey', folder, ...paths, file)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/m\.yaml:5: error: .* \(unknown-key\)/)
      expect(
        (await runInProcess('import-survey', folder, paths[0]!, join(folder, 'b.yaml'), file)).code,
      ).toBe(2)
    }))
})
