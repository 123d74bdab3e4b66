import * as analysis from '@codeerbank/analysis'
import * as codebook from '@codeerbank/codebook'
import * as core from '@codeerbank/core'
import * as exporting from '@codeerbank/export'
import * as importing from '@codeerbank/import'
import * as refi from '@codeerbank/refi'
import * as store from '@codeerbank/store'
import { describe, expect, it } from 'vitest'
import * as umbrella from '../src/index.ts'
import { besideMarkets, runInProcess } from './run-in-process.ts'

describe('the whole API in one import', () => {
  it.each(Object.entries({ analysis, codebook, core, exporting, importing, refi, store }))(
    'has every name of %s, and no two packages share one',
    (_, names) => {
      expect(umbrella).toMatchObject(names)
    },
  )
})

describe('a history without what was asked for', () => {
  it('says what there is', () =>
    besideMarkets(async at => {
      const { code, stdout, stderr } = await runInProcess(
        'history',
        at('markt.codeerbank'),
        '--kind',
        'code-segmnt',
      )
      expect([code, stdout]).toEqual([0, ''])
      expect(stderr).toMatch(/^There is no such entry in the history\. Its kinds are: .*\bcode-segment\b/)
    }))
})
