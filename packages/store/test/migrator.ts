import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { openStudy } from '../src/index.ts'

/** Opens the file of a study to work in, and kills itself before the statement with a number, from 1; by default it is left to live. */
const [, , file = '', number = 'Infinity'] = process.argv
const { exec } = DatabaseSync.prototype
let seen = 0
let last = ''
DatabaseSync.prototype.exec = function (sql) {
  // SQLite asks what a statement may do, once or more often, before it is carried out; the ones before it were.
  this.setAuthorizer((action, one, two) => {
    const now = `${action} ${one} ${two}`
    if (now !== last) seen += 1
    last = now
    if (seen >= Number(number)) process.kill(process.pid, 'SIGKILL')
    return 0
  })
  exec.call(this, sql)
  this.setAuthorizer(null)
}
writeSync(1, 'begun\n')
const store = await openStudy(file)
writeSync(1, `${seen}\n`)
await store.close()
