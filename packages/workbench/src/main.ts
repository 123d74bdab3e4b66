#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { debuglog } from 'node:util'

// Half the time in which the command starts is spent on compiling; what was compiled stays beside the packages, where only who installed them writes.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/codeerbank', import.meta.url)))
const { runCommand } = await import('./run-command.ts')

// Whoever reads the output may stop before its end, as `head` does: what is written after that goes nowhere, and the work is done all the same.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

// A stack trace says nothing to a researcher; who mends the program sees it with NODE_DEBUG=codeerbank.
process.exitCode = await runCommand(process.argv.slice(2), process).catch((error: unknown) => {
  debuglog('codeerbank')('%o', error)
  process.stderr.write(
    `error: The program met what it does not know (${String(error).split('\n')[0]}). That is a fault of the program and not yours; please report it with the command that you gave.\n`,
  )
  return 1
})
