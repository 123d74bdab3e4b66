import { writeSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { openStudy } from '../src/index.ts'
import { remark } from './store-cases.ts'

/**
 * Appends a batch to the file of a study, says so, and then closes the file, which leaves a snapshot, or makes a backup. It kills itself before
 * whichever statement it is told, from 1; otherwise it says how many there were.
 */
const [, , file = '', number = 'Infinity', copy] = process.argv
const store = await openStudy(file, { snapshotAfter: 1 })
await store.apply(Array.from({ length: 400 }, (_, i) => remark(`n${i}`, 'Bevestigd')))
writeSync(1, 'acknowledged\n')
let seen = 0
const count = () => {
  seen += 1
  if (seen >= Number(number)) process.kill(process.pid, 'SIGKILL')
}
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (sql) {
  count()
  exec.call(this, sql)
}
const { run } = StatementSync.prototype
Object.assign(StatementSync.prototype, {
  run(this: StatementSync, ...values: Parameters<typeof run>) {
    count()
    return run.apply(this, values)
  },
})
if (copy === undefined) await store.close()
else await store.backup(copy)
writeSync(1, `${seen}\n`)
