import { reliabilityUnits } from '@codeerbank/analysis'
import { formatProblem, type Problem, StudyError } from '@codeerbank/core'
import { Command, CommanderError, Option } from 'commander'
import { addStoreCommands } from './add-store-commands.ts'
import { type AgreementCommandOptions, agreementCommand } from './agreement-command.ts'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import {
  type CrosstabCommandOptions,
  crosstabCommand,
  crosstabScaleNames,
  crosstabUnits,
} from './crosstab-command.ts'
import { keywordCommand, type QueryOptions, queryCommand } from './query-command.ts'
import { type SearchCommandOptions, searchCommand } from './search-command.ts'
import { type TablesOptions, tableFormats, tablesCommand } from './tables-command.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { type TruthTableCommandOptions, truthTableCommand } from './truth-table-command.ts'
import { version } from './version.ts'

const place =
  'a study folder, a file that ends in .codeerbank, or postgres://name@server:5432/database?study=name'

const dimensions =
  'codes, cases, sources, kinds, speakers, coders, times, set:<frame>, variable:<id> or turns:<source>'

/** What a run of the command tells the shell. */
export const exitCodes = { fine: 0, problems: 1, usage: 2 } as const

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/**
 * Runs the `codeerbank` command.
 *
 * @param args the words after the command's name
 * @param terminal where to write; `process`, or a stand-in
 * @returns 0 where all is well, 1 where the data has problems, 2 where the command was used wrongly
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (args.some(arg => arg.includes('\0'))) {
    terminal.stderr.write('error: A word of the command holds a zero character. Type it anew.\n')
    return exitCodes.usage
  }
  let fine = true
  const program = programOf(terminal, async work => {
    fine = await work
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return fine ? exitCodes.fine : exitCodes.problems
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
    if (error instanceof UsageError) {
      terminal.stderr.write(`error: ${error.message}\n`)
      return exitCodes.usage
    }
    if (error instanceof StudyError) {
      for (const problem of error.problems) terminal.stderr.write(`${formatProblem(typed(problem))}\n`)
      terminal.stderr.write(`${error.problems.length} problem(s). Nothing was written.\n`)
      return exitCodes.problems
    }
    if (isDiskError(error)) {
      terminal.stderr.write(
        `error: The disk is full or fails (${error.code}), and ${nameOf(error)} could not be written. Nothing that is half written was left. Make room, or name another place.\n`,
      )
      return exitCodes.problems
    }
    if (isFileError(error)) {
      terminal.stderr.write(
        `error: "${error.path}" cannot be read or written (${error.code}). Correct its name, or name another one.\n`,
      )
      return exitCodes.usage
    }
    throw error
  }
}

/** A problem without its place where that is in a list of changes that the command made itself: nobody sees that list. */
function typed(problem: Problem): Problem {
  const { place, ...rest } = problem
  return place?.path?.[0] === 'changes' ? rest : problem
}

/** What the file system says of a disk that is full, of a person's share of it, or of one that fails; mostly without a path. */
const diskCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EFBIG', 'EDQUOT', 'EIO'])

function isDiskError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && diskCodes.has(error.code)
}

function nameOf(error: Error): string {
  return 'path' in error && typeof error.path === 'string' ? `"${error.path}"` : 'what was asked for'
}

/** What the file system says of a path: a folder that is a file, one that is not there or may not be written. */
function isFileError(error: unknown): error is Error & { readonly code: string; readonly path: string } {
  return (
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    'path' in error &&
    typeof error.path === 'string'
  )
}

/** The commands and their options; `run` waits for one and notes whether it found the data fine. */
function programOf(terminal: Terminal, run: (work: Promise<boolean>) => Promise<void>): Command {
  const program = new Command('codeerbank')
    .description('Cross-case comparison tables from coded interviews, observations and fieldwork notes.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    })
    .addHelpText(
      'afterAll',
      '\nExit codes: 0 fine, 1 problems in the data or something left to decide, 2 wrong usage.',
    )
  const language = () =>
    new Option('--language <language>', 'language of labels (default: that of the study)').choices([
      'nl',
      'en',
    ])
  const format = () =>
    new Option('--format <format>', 'how to print').choices(['markdown', 'csv', 'html']).default('markdown')

  program
    .command('check')
    .description('list every problem in a study, with file and line, at once')
    .argument('<study>', place)
    .action((folder: string) => run(checkCommand(folder, terminal)))
  program
    .command('build')
    .description('write all tables, CSV files and figures of a study')
    .argument('<study>', place)
    .requiredOption('--out <dir>', 'folder to write; one that this program wrote before is replaced')
    .addOption(language())
    .action((folder: string, options: { out: string; language?: 'nl' | 'en' }) =>
      run(buildCommand(folder, options, terminal)),
    )
  program
    .command('tables')
    .description('print comparison tables, or write them for Word, a spreadsheet or LaTeX')
    .argument('<study>', place)
    .option('--table <name>', 'the number or id of one table, such as 8, chair-roles, census or participants')
    .addOption(
      new Option('--format <format>', 'how to give them').choices([...tableFormats]).default('markdown'),
    )
    .option('--out <file>', 'a new file to write them to; needed for docx and xlsx')
    .addOption(language())
    .action((folder: string, options: TablesOptions) => run(tablesCommand(folder, options, terminal)))
  program
    .command('crosstab')
    .description('count codings by any two dimensions')
    .argument('<study>', place)
    .option('--rows <dimension>', dimensions, 'codes')
    .option('--columns <dimension>', 'the same', 'cases')
    .addOption(new Option('--unit <unit>', 'what is counted').choices(crosstabUnits).default('codings'))
    .addOption(new Option('--scale <scale>', 'in proportion').choices(crosstabScaleNames))
    .addOption(format())
    .addOption(language())
    .action((folder: string, options: CrosstabCommandOptions) =>
      run(crosstabCommand(folder, options, terminal)),
    )
  program
    .command('agreement')
    .description('agreement between coders, code by code, or of the marked text itself (--unit characters)')
    .argument('<study>', place)
    .addOption(
      new Option('--unit <unit>', 'what coders are compared on')
        .choices([...reliabilityUnits, 'characters'])
        .default('segments'),
    )
    .option('--depth <n>', 'take codes at this depth of the codebook: 0 themes, 1 main codes')
    .option('--code <id>', 'only a code and those below it')
    .option('--case <id>', 'only the sources of a case')
    .option('--seed <n>', 'of the bootstrap intervals', '1')
    .addOption(format())
    .addOption(language())
    .action((folder: string, options: AgreementCommandOptions) =>
      run(agreementCommand(folder, options, terminal)),
    )
  program
    .command('truth-table')
    .description('cases by declared conditions, for qualitative comparative analysis')
    .argument('<study>', place)
    .argument('<conditions.yaml>')
    .option('--configurations', 'the configurations that the cases show, with their outcome')
    .addOption(format())
    .addOption(language())
    .action((folder: string, file: string, options: TruthTableCommandOptions) =>
      run(truthTableCommand(folder, file, options, terminal)),
    )
  program
    .command('query')
    .description('print the segments that answer a query, such as "commitment/** and kind:interview"')
    .argument('<study>', place)
    .argument('<query>')
    .addOption(format())
    .addOption(language())
    .action((folder: string, query: string, options: QueryOptions) =>
      run(queryCommand(folder, query, options, terminal)),
    )
  program
    .command('keyword')
    .description('print every place of a word in its context; vertrouw* finds all endings')
    .argument('<study>', place)
    .argument('<word>')
    .option('--case <id>', 'only in the sources of a case')
    .option('--code <id>', 'only in the segments of a code and those below it')
    .option('--speaker <id>', 'only where a participant speaks')
    .addOption(format())
    .addOption(language())
    .action((folder: string, word: string, options: QueryOptions) =>
      run(keywordCommand(folder, word, options, terminal)),
    )
  program
    .command('search')
    .description(
      'print every place of words in sources and memos: words, "a phrase", begin*, this OR that, -without',
    )
    .argument('<study>', place)
    .argument('<words>')
    .addOption(format())
    .addOption(language())
    .action((study: string, words: string, options: SearchCommandOptions) =>
      run(searchCommand(study, words, options, terminal)),
    )
  addStoreCommands(program, terminal, run)
  return program
}
