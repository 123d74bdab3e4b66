import { describe, expect, it } from 'vitest'
import { runInProcess } from './run-in-process.ts'

const commands = [
  ...['check', 'build', 'tables', 'crosstab', 'agreement', 'truth-table', 'query', 'keyword', 'search'],
  ...['convert', 'import-quotations', 'import-survey', 'compare-co-occurrence', 'open', 'history', 'undo'],
  ...['redo', 'as-of', 'correct', 'segments', 'codebook', 'review', 'merge', 'conflicts', 'settle', 'blind'],
  ...['verify', 'backup'],
]
const within = [
  ...['list', 'place', 'accept', 'remove'].map(name => ['segments', name]),
  ...['diff', 'apply', 'split', 'freeze', 'thaw'].map(name => ['codebook', name]),
]

describe('the help', () => {
  it('names every command, and no other', async () => {
    const { code, stdout, stderr } = await runInProcess('--help')
    expect([code, stderr]).toEqual([0, ''])
    const listed = stdout
      .slice(stdout.indexOf('\nCommands:\n'))
      .split('\n')
      .flatMap(line => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? [])
    expect(listed).toEqual([...commands, 'help'])
  })

  it.each([...commands.map(name => [name]), ...within])(
    'of %s %s says how it ends, with 0',
    async (...words) => {
      const given = words.filter(word => word !== undefined)
      const { code, stdout, stderr } = await runInProcess(...given, '--help')
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`Usage: codeerbank ${given.join(' ')} `)
      expect(stdout).toContain(
        'Exit codes: 0 fine, 1 problems in the data or something left to decide, 2 wrong usage.',
      )
    },
  )

  it.each(commands.filter(name => name !== 'segments' && name !== 'codebook'))(
    'is not needed to see what %s lacks without a word more, with 2',
    async name => {
      const { code, stdout, stderr } = await runInProcess(name)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(
        /^error: (?:missing required argument '[a-z-]+'|required option '--out <dir>' not specified)/,
      )
    },
  )

  it('is what a command in two words gives that lacks the second, with 2', async () => {
    for (const name of ['segments', 'codebook']) {
      const { code, stdout, stderr } = await runInProcess(name)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`Usage: codeerbank ${name} `)
    }
  })

  it('says in which zone a time is, and who decides where nobody is named', async () => {
    expect((await runInProcess('as-of', '--help')).stdout.replace(/\s+/g, ' ')).toContain('(in UTC)')
    expect((await runInProcess('history', '--help')).stdout.replace(/\s+/g, ' ')).toContain('(in UTC)')
    expect((await runInProcess('codebook', 'freeze', '--help')).stdout).toContain('(default: "codeerbank")')
  })
})
