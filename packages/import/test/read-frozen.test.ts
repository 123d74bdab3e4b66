import { codebookVersion } from '@codeerbank/codebook'
import { expect, it } from 'vitest'
import { loadStudyFolder, writeStudyFolder } from '../src/index.ts'
import { inFolder } from './bytes.ts'

const codebook = '# C\n\n## Dieren\n\nAlle.\n\n### Kat\n\nEen.\n'
const folder = (frozen: string, book = codebook) => ({
  'study.yaml': `title: Proef\ncases: [oost]\ncoders: [anna]\n${frozen}`,
  'codebook.md': book,
  'sources/oost/a.md': '---\nkind: interview\n---\nI: Ja?\n\nR1: Nee, de kat.\n',
  'codings.csv': 'source,quote,code,coder\na,de kat,Kat,anna\n',
})
const load = (files: Readonly<Record<string, string>>) => inFolder(files, loadStudyFolder)

it('a study folder says that its codebook is frozen, and is still read and coded', async () => {
  const { study, problems } = await load(
    folder('frozen: { round: Ronde 1, by: anna, at: 2024-11-01T10:00:00+01:00 }\n'),
  )
  expect(problems).toEqual([])
  expect(study.frozen).toEqual({ round: 'Ronde 1', by: 'anna', at: '2024-11-01T10:00:00+01:00' })
  expect(study.codings).toHaveLength(1)
})

it('a codebook that was changed while it was frozen is told, with the line of its version', async () => {
  const { study } = await load(folder(''))
  const noted = folder(`frozen: { round: Ronde 1, version: ${codebookVersion(study)} }\n`)
  expect((await load(noted)).problems).toEqual([])
  const changed = { ...noted, 'codebook.md': codebook.replace('Een.', 'Eén of meer.') }
  const { problems } = await load(changed)
  expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['codebook-changed', 4]])
})

it('a study with a frozen codebook is written as a folder with its version', async () => {
  const { study } = await load(folder('frozen: { round: "=1+1", by: anna }\n'))
  const { files } = await writeStudyFolder(study)
  const written = Object.fromEntries(files.map(({ path, text }) => [path, text]))
  expect(written['study.yaml']).toContain(`version: ${codebookVersion(study)}`)
  const again = await load(written)
  expect([again.problems, again.study.frozen]).toEqual([[], study.frozen])
})
