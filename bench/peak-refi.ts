import { readFileSync } from 'node:fs'
import { readQdpx, writeQdpx } from '@codeerbank/refi'
import { peakMemory } from '../tests/limits/peak-memory.ts'

/** Reads a project, and with `write` writes it again; prints the most memory that the process took, in MiB. */
const [what, file] = process.argv.slice(2)
const { value } = await readQdpx(readFileSync(file!))
if (what === 'write') await writeQdpx(value.study)
console.log(peakMemory())
