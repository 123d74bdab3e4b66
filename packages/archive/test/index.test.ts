import { expect, it } from 'vitest'
import * as archive from '../src/index.ts'

it('exports what it promises and nothing else', () => {
  expect(Object.keys(archive).sort()).toEqual([
    'archiveLimits',
    'readArchive',
    'readXml',
    'readXmlTree',
    'writeArchive',
    'xmlLimits',
    'xmlText',
  ])
})
