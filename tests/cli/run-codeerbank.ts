import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file that is started as the command. */
export const main = fileURLToPath(new URL('../../packages/workbench/src/main.ts', import.meta.url))

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as a person does, in a process of its own whose output goes into a pipe. */
export function runCodeerbank(...args: string[]): Promise<Run> {
  return runCodeerbankWith({}, ...args)
}

/** The same, in another environment. */
export function runCodeerbankWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  return runCodeerbankIn(process.cwd(), env, args)
}

/** The same, in another folder. */
export function runCodeerbankIn(
  cwd: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
  })
}

/** Writes files into a new folder, lets `use` work in it, and removes it. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'codeerbank-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The files of the study that the README builds up. */
export const twoSquares: Readonly<Record<string, string>> = {
  'study.yaml': `title: Twee pleinen
language: nl
coders: [anna, bram]
cases:
  - { id: oost, label: Plein Oost }
  - { id: west, label: Plein West }
`,
  'codebook.md': `# Codeboek

## Samenwerking — *Collaboration*

Hoe partners met elkaar omgaan.

### Vertrouwen — *Trust*

Of partners op elkaar rekenen.

- **Afspraken nakomen** — *Keeping agreements*

  Wat beloofd is, gebeurt.

- **Elkaar opzoeken** — *Seeking each other out*

  Partners zoeken elkaar ook buiten de vergadering op.

## Vertrouwen per plein

- frame: vertrouwen
- table: 1

1. **Vertrouwen**
   - code: Vertrouwen
`,
  'sources/oost/interview-1.md': `---
title: Interview wijkagent
kind: interview
date: 2024-03-12
---

**Interviewer:** [00:00:04] Hoe loopt de samenwerking?

**R1:** Nou ja, als zij zeggen dat ze bellen, dan bellen ze ook. Daar kan ik op rekenen.
`,
  'codings.csv': `source,quote,code,coder
interview-1,"als zij zeggen dat ze bellen, dan bellen ze ook",Afspraken nakomen,anna
`,
}
