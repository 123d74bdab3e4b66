import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

/** What a writer said before it ended. */
export interface Written {
  /** The names of the batches that were acknowledged. */
  readonly acknowledged: readonly string[]
  /** Why the last was not, where it was refused. */
  readonly refused: string | null
}

export interface WriterOptions {
  readonly name: string
  readonly count?: number
  readonly size?: number
  /** Kill it so many ms after it said the first name. */
  readonly killAfter?: number
  /** A shell command that the writer's command is put behind, such as one that limits the size of files. */
  readonly within?: (command: string) => readonly [program: string, ...args: string[]]
}

/** Lets a process of its own write to the file of a study. */
export function startWriter(file: string, options: WriterOptions): Promise<Written> {
  const { name, count = Number.POSITIVE_INFINITY, size = 0, killAfter, within } = options
  const command = [process.execPath, writer, file, name, String(count), String(size)]
  const [program, ...args] = within === undefined ? command : within(command.map(quoted).join(' '))
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
    })
    if (killAfter !== undefined)
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfter))
    child.on('error', reject)
    child.on('close', () => {
      // What stands behind the last line end was not said to the end.
      const lines = said.split('\n').slice(0, -1)
      const last = lines.at(-1)
      const refused = last?.startsWith('refused ') ? last.slice('refused '.length) : null
      resolve({ acknowledged: refused === null ? lines : lines.slice(0, -1), refused })
    })
  })
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
