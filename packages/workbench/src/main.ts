#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Half the time in which the command starts is spent on compiling; what was compiled stays beside the packages, where only who installed them writes.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/codeerbank', import.meta.url)))
const { runCommand } = await import('./run-command.ts')

// Whoever reads the output may stop before its end, as `head` does: what is written after that goes nowhere, and the work is done all the same.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

process.exitCode = await runCommand(process.argv.slice(2), process)
