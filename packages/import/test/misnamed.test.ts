import { expect, it } from 'vitest'
import { misnamed } from '../src/misnamed.ts'

it.each([
  ['codings_anna.csv', 'codings.csv, or put it in the folder codings'],
  ['Codings.csv', 'codings.csv, or put it in the folder codings'],
  ['codering.csv', 'codings.csv, or put it in the folder codings'],
  ['participant.csv', 'participants.csv, or put it in the folder participants'],
  ['source.csv', 'sources.csv'],
  ['sources.xlsx', 'sources.csv'],
  ['codebook.txt', 'codebook.md'],
  ['Study.yaml', 'study.yaml'],
  ['codings.csv', undefined],
  ['codings/anna.csv', undefined],
  ['sources/oost/codings_anna.csv', undefined],
  ['conditions.yaml', undefined],
  ['README.md', undefined],
  ['aantekeningen.md', undefined],
  ['survey.yaml', undefined],
  ['codings.png', undefined],
])('the file %j in a study folder was meant for %j', (path, name) => {
  expect(misnamed(path)).toBe(name)
})
