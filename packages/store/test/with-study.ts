import { DatabaseSync } from 'node:sqlite'
import { openStudy } from '../src/index.ts'
import { coding, setUp, using, withFile } from './store-cases.ts'

/** The codes of the problems for which work is refused. */
export async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return (error as { problems?: { code: string }[] }).problems?.map(({ code }) => code) ?? error
  }
}

/** Lets `use` work with the file of a study that has a snapshot and an index for searching. */
export function withStudy<T>(use: (file: string, folder: string) => T | Promise<T>): Promise<T> {
  return withFile(async (file, folder) => {
    await using(openStudy(file, { create: true, snapshotAfter: 1 }), async store => {
      await store.apply([...setUp, coding('k1')])
      await store.search('kat')
    })
    return use(file, folder)
  })
}

/** Does something to the file of a study behind its back. */
export function inDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}
