import { describe, expect, it } from 'vitest'
import { inFolder, twoSquares } from '../../../tests/cli/run-codeerbank.ts'
import { runInProcess } from './run-in-process.ts'

describe('codeerbank search', () => {
  it('shows every place with the words around it', () =>
    inFolder(twoSquares, async folder => {
      const { code, stdout } = await runInProcess('search', folder, 'zeg* bellen', '--format', 'csv')
      expect(code).toBe(0)
      expect(stdout).toBe(
        [
          'In,Alinea,Ervoor,Woorden,Erna',
          'Interview wijkagent,3,"Hoe loopt de samenwerking? **R1:** Nou ja, als zij",zeggen,"dat ze bellen, dan bellen ze ook. Daar kan ik op rekenen."',
          'Interview wijkagent,3,"de samenwerking? **R1:** Nou ja, als zij zeggen dat ze",bellen,", dan bellen ze ook. Daar kan ik op rekenen."',
          'Interview wijkagent,3,"**R1:** Nou ja, als zij zeggen dat ze bellen, dan",bellen,ze ook. Daar kan ik op rekenen.',
          '',
        ].join('\n'),
      )
    }))

  it('of nothing that is there gives an empty table', () =>
    inFolder(twoSquares, async folder => {
      const { code, stdout } = await runInProcess('search', folder, 'burgemeester', '--format', 'csv')
      expect([code, stdout]).toEqual([0, 'In,Alinea,Ervoor,Woorden,Erna\n'])
    }))

  it('that cannot be read ends with 2 and says where', () =>
    inFolder(twoSquares, async folder => {
      const { code, stdout, stderr } = await runInProcess('search', folder, 'zij "dat')
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^error: search:5: /)
    }))
})
