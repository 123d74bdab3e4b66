import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyHistory, type History, mergeHistories, type Study, studyOfHistory } from '@codeerbank/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, type StudyStore, verifyStudy } from '../src/index.ts'
import { coding, rename, setUp } from './store-cases.ts'

/** A study kept as a plain list in memory. */
interface Listed {
  history: History
  /** Batches, as ids of changes, that can be undone, and those that can be done again. */
  done: string[][]
  undone: string[][]
}

/** Two files of one study, in a folder. */
interface Files {
  readonly folder: string
  readonly stores: StudyStore[]
  /** What each study was after each step, by the time of the step. */
  readonly past: Study[][]
  made: number
  clock: number
}

type Both = readonly [Listed, Listed]
type Step = fc.AsyncCommand<Listed[], Files>

const timeOf = (clock: number) => new Date(Date.UTC(2024, 0, 1) + clock * 1000).toISOString()

const open = (files: Files, who: number, snapshotAfter: number) =>
  openStudy(fileOf(files, who), { snapshotAfter, now: () => timeOf(files.clock) })

const fileOf = ({ folder }: Files, who: number) => join(folder, `${who}.codeerbank`)

function listedStudy({ history }: Listed): Study {
  return studyOfHistory(history).study
}

function clockOf({ history }: Listed): number {
  return Math.max(0, ...history.events.map(({ clock }) => clock))
}

function step(
  name: string,
  who: number,
  run: (model: Listed[], real: Files) => Promise<void>,
  fits: (listed: Listed) => boolean = () => true,
): Step {
  return {
    check: model => fits(model[who]!),
    run: async (model, real) => {
      real.clock += 1
      await run(model, real)
      for (const each of [0, 1]) real.past[each]![real.clock] = listedStudy(model[each]!)
      expect(real.stores[who]!.study).toEqual(listedStudy(model[who]!))
    },
    toString: () => `${name} ${who}`,
  }
}

/** What is applied rests on the beginning, which may have been undone. */
const hasCode = (listed: Listed) => listedStudy(listed).segments.length > 0

const apply = (who: number, size: number) =>
  step(
    `apply ${size}`,
    who,
    async (model, real) => {
      const changes = Array.from({ length: size }, () => {
        real.made += 1
        const id = `${who}-${real.made}`
        return real.made % 3 === 0 ? coding(id) : rename(id, `naam ${id}`)
      })
      const listed = model[who]!
      for (const change of changes) {
        const event = { clock: clockOf(listed) + 1, change }
        listed.history = { ...listed.history, events: [...listed.history.events, event] }
      }
      listed.done.push(changes.map(({ id }) => id))
      listed.undone = []
      await real.stores[who]!.apply(changes)
    },
    hasCode,
  )

const turn = (who: number, action: 'undo' | 'redo') =>
  step(action, who, async (model, real) => {
    const listed = model[who]!
    const [from, to] = action === 'undo' ? [listed.done, listed.undone] : [listed.undone, listed.done]
    const batch = from.pop()
    const turned = await real.stores[who]![action]()
    expect(turned === null).toBe(batch === undefined)
    if (batch === undefined) return
    to.push(batch)
    // Under which name the file keeps it is no matter, as long as both know it by the same.
    const event = {
      clock: clockOf(listed) + 1,
      id: real.stores[who]!.head.hash,
      turn: action,
      changes: batch,
    }
    listed.history = { ...listed.history, events: [...listed.history.events, event] }
  })

const merge = (who: number) =>
  step('merge', who, async (model, real) => {
    const other = 1 - who
    const joined = mergeHistories(model[who]!.history, model[other]!.history)
    const more = JSON.stringify(joined) !== JSON.stringify(mergeHistories(model[who]!.history, emptyHistory))
    const taken = await real.stores[who]!.merge(await real.stores[other]!.readHistory())
    expect(taken > 0).toBe(more)
    if (!more) return
    Object.assign(model[who]!, { history: joined, done: [], undone: [] })
  })

const reopen = (who: number, snapshot: boolean) =>
  step(`reopen${snapshot ? ' with a snapshot' : ''}`, who, async (_, real) => {
    await real.stores[who]!.close()
    real.stores[who] = await open(real, who, snapshot ? 1 : 1e6)
  })

/** Looks back to what the study was after a step. */
const lookBack = (who: number, part: number) =>
  step('look back', who, async (_, real) => {
    const clock = Math.floor((real.clock - 1) * part)
    expect(await real.stores[who]!.asOf(timeOf(clock))).toEqual(real.past[who]![clock])
  })

const who = fc.nat(1)
const steps = fc.commands(
  [
    fc.tuple(who, fc.integer({ min: 1, max: 4 })).map(([one, size]) => apply(one, size)),
    who.map(one => turn(one, 'undo')),
    who.map(one => turn(one, 'redo')),
    who.map(merge),
    fc.tuple(who, fc.boolean()).map(([one, snapshot]) => reopen(one, snapshot)),
    fc.tuple(who, fc.double({ min: 0, max: 1, noNaN: true })).map(([one, part]) => lookBack(one, part)),
  ],
  { maxCommands: 30, size: 'max' },
)

async function start(): Promise<{ model: Listed[]; real: Files }> {
  const real: Files = {
    folder: mkdtempSync(join(tmpdir(), 'codeerbank-model-')),
    stores: [],
    past: [[], []],
    made: 0,
    clock: 0,
  }
  const first = await openStudy(fileOf(real, 0), { create: true, now: () => timeOf(0) })
  await first.apply(setUp)
  await first.close()
  copyFileSync(fileOf(real, 0), fileOf(real, 1))
  for (const each of [0, 1]) real.stores.push(await open(real, each, 10_000))
  const history = { ...emptyHistory, events: setUp.map((change, i) => ({ clock: i + 1, change })) }
  for (const past of real.past) past.push(studyOfHistory(history).study)
  const model: Both = [
    { history, done: [setUp.map(({ id }) => id)], undone: [] },
    { history, done: [setUp.map(({ id }) => id)], undone: [] },
  ]
  return { model: [...model], real }
}

describe('files of a study', () => {
  it('agree with plain lists in memory, whatever is done: applied, undone, redone, joined, reopened', async () => {
    const runs = process.env['CODEERBANK_LONG'] === '1' ? 1000 : 60
    await fc.assert(
      fc.asyncProperty(steps, async commands => {
        const { model, real } = await start()
        try {
          await fc.asyncModelRun(() => ({ model, real }), commands)
          for (const each of [0, 1]) {
            await real.stores[each]!.close()
            expect((await verifyStudy(fileOf(real, each))).problems).toEqual([])
          }
        } finally {
          for (const store of real.stores) await store.close()
          rmSync(real.folder, { recursive: true, force: true })
        }
      }),
      { numRuns: runs },
    )
  }, 600_000)
})
