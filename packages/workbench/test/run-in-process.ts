import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from '../src/index.ts'

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in this process, with what it writes kept. */
export async function runInProcess(...args: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const keeping = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const code = await runCommand(args, { stdout: keeping('stdout'), stderr: keeping('stderr') })
  return { code, ...written }
}

const files: Readonly<Record<string, string>> = {
  'markt/study.yaml': `title: Twee markten
language: nl
coders: [els, jan]
cases:
  - { id: noord, label: Markt Noord }
  - { id: zuid, label: Markt Zuid }
`,
  'markt/codebook.md': `# Codeboek

## Afspraken — *Agreements*

Wat men elkaar belooft.

### Nakomen — *Keeping*

Wat beloofd is, gebeurt.

## Nakomen per markt

- frame: nakomen
- table: 1

1. **Nakomen**
   - code: Nakomen
`,
  'markt/sources/noord/gesprek-1.md': `---
title: Gesprek marktmeester
kind: interview
---

**Interviewer:** Hoe gaat het met de kramen?

**R1:** Om zes uur staat alles er, dat is beloofd.
`,
  'markt/codings.csv': 'source,quote,code,coder\ngesprek-1,dat is beloofd,Nakomen,els\n',
  'leeg/notes.txt': '',
  'los.md': 'Een los bestand.\n',
  'alias.yaml': 'code: &c nakomen\ninto: [{ label: *c }]\n',
  'lijst.yaml': '- nakomen\n',
  'brief.codeerbank': 'Dit is een brief.',
  'project.qdpx': 'Een project.',
}

/** Lets `use` work in a folder with a small study, as files and (`markt.codeerbank`) kept with its history. */
export async function besideMarkets<T>(use: (at: (name: string) => string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'codeerbank-markets-'))
  const at = (name: string) => join(folder, name)
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(at(name)), { recursive: true })
      await writeFile(at(name), content)
    }
    await runInProcess('convert', at('markt'), at('markt.codeerbank'))
    return await use(at)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
