import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type DecisionOptions,
  freezeCommand,
  type ReviewOptions,
  reviewCommand,
  splitCommand,
} from './codebook-commands.ts'
import {
  type CodebookApplyOptions,
  type CodebookDiffOptions,
  codebookApplyCommand,
  codebookDiffCommand,
} from './codebook-diff-commands.ts'
import { compareCoOccurrenceCommand } from './compare-co-occurrence-command.ts'
import { type ConvertOptions, convertCommand } from './convert-command.ts'
import { type ImportQuotationsOptions, importQuotationsCommand } from './import-quotations-command.ts'
import { importSurveyCommand } from './import-survey-command.ts'
import {
  blindCommand,
  conflictsCommand,
  type MergeOptions,
  mergeCommand,
  type SettleOptions,
  settleCommand,
} from './merge-commands.ts'
import {
  acceptSegmentsCommand,
  listSegmentsCommand,
  type PlaceOptions,
  placeSegmentCommand,
  removeSegmentsCommand,
} from './segments-commands.ts'
import {
  asOfCommand,
  backupCommand,
  type CorrectOptions,
  correctCommand,
  type HistoryOptions,
  historyCommand,
  openCommand,
  turnBackCommand,
  type VerifyCommandOptions,
  verifyCommand,
} from './store-commands.ts'
import type { Terminal } from './terminal.ts'

const kept = 'a file that ends in .codeerbank, or an address: postgres://name@server:5432/database?study=name'

/** A word of the command that says something, and no more than there is room for. */
const words = (most: number) => (given: string) => {
  if (given.trim() === '') throw new InvalidArgumentError('It is empty.')
  if (given.length > most) throw new InvalidArgumentError(`It has more than ${most} characters.`)
  return given
}

const by = (what: string) => new Option('--by <id>', what).default('codeerbank').argParser(words(500))

const reason = () => new Option('--reason <text>', 'why').argParser(words(10_000))

const decision = (command: Command) => command.addOption(by('who decides')).addOption(reason())

/** The commands for a study that is kept in a file or on a server. */
export function addStoreCommands(
  program: Command,
  terminal: Terminal,
  run: (work: Promise<boolean>) => Promise<void>,
): void {
  program
    .command('convert')
    .description(
      'put a study into another format, by what its name ends in: a folder without an ending, .codeerbank, postgres://..., .qdpx (REFI-QDA project), .qdc (codebook), .xlsx and .csv (the tables of ATLAS.ti)',
    )
    .argument('<from>')
    .argument('<to>')
    .option('--large', 'read a REFI-QDA project of any size, for one that you trust')
    .option('--documents <study>', 'the study with the texts, for quotations in .xlsx or .csv')
    .action((from: string, to: string, options: ConvertOptions) =>
      run(convertCommand(from, to, options, terminal)),
    )
  program
    .command('import-quotations')
    .description(
      'add the quotations of a report of ATLAS.ti (.xlsx, .csv) to the study that has their documents',
    )
    .argument('<study>')
    .argument('<report>')
    .argument('[to]', 'where the study is put; by default where it is, if that keeps its history')
    .option('--add-codes', 'add codes that the study does not have; by default each is a problem')
    .option('--coder <name>', 'whose they are where the report does not say')
    .action((study: string, report: string, to: string | undefined, options: ImportQuotationsOptions) =>
      run(importQuotationsCommand({ study, report, to }, options, terminal)),
    )
  program
    .command('import-survey')
    .description(
      'add the respondents of a survey (.csv, .xlsx; a row a respondent) to a study, with a document of what each wrote',
    )
    .argument('<study>')
    .argument('<table>')
    .argument('<mapping>', 'what the columns are: a file of YAML or JSON')
    .argument('[to]', 'where the study is put; by default where it is, if that keeps its history')
    .action((study: string, table: string, mapping: string, to: string | undefined) =>
      run(importSurveyCommand({ study, table, mapping, to }, terminal)),
    )
  program
    .command('compare-co-occurrence')
    .description('print where a co-occurrence table of ATLAS.ti (.xlsx, .csv) differs from the study')
    .argument('<study>')
    .argument('<table>')
    .action((study: string, table: string) => run(compareCoOccurrenceCommand(study, table, terminal)))
  program
    .command('open')
    .description('what is in a study that is kept, and where its history stands')
    .argument('<study>', kept)
    .action((file: string) => run(openCommand(file, terminal)))
  program
    .command('history')
    .description('what was done to a study, by whom and when')
    .argument('<study>', kept)
    .option('--kind <kind>', 'only changes of a kind, such as code-segment')
    .option('--by <id>', 'only those of a person')
    .option('--code <id>', 'only what was done to a code or with it')
    .option('--from <time>', 'only from a time on, or from a day: 3-10-2024, "2024-10-03 10:15" (in UTC)')
    .option('--until <time>', 'only up to a time, or to the end of a day (in UTC)')
    .option(
      '--report',
      'all of it as an audit trail (Markdown): raw data, reduction, reconstruction, process, decisions',
    )
    .addOption(new Option('--language <language>', 'language of the report').choices(['nl', 'en']))
    .action((file: string, options: HistoryOptions) => run(historyCommand(file, options, terminal)))
  for (const action of ['undo', 'redo'] as const)
    program
      .command(action)
      .description(action === 'undo' ? 'undo the last changes that belong together' : 'do them again')
      .argument('<study>', kept)
      .option('--all', 'also where nothing of the study would be left')
      .action((file: string, options: { all?: boolean }) =>
        run(turnBackCommand(action, file, options, terminal)),
      )
  program
    .command('as-of')
    .description('what was in a study at a time')
    .argument('<study>', kept)
    .argument(
      '<time>',
      '3-10-2024, "3 oktober 2024" or 2024-10-03 for the end of that day in UTC; "2024-10-03 10:15" (in UTC), or 2024-10-03T10:15:00+02:00',
    )
    .action((file: string, time: string) => run(asOfCommand(file, time, terminal)))
  program
    .command('correct')
    .description(
      'show what a corrected transcript does to the codings of its source, and keep it with --apply',
    )
    .argument('<study>', kept)
    .argument('<source-id>')
    .argument('<corrected-text>')
    .option('--apply', 'keep the correction; by default it is only shown')
    .addOption(by('who corrects'))
    .addOption(reason())
    .action((file: string, source: string, text: string, options: CorrectOptions) =>
      run(correctCommand(file, source, text, options, terminal)),
    )
  addSegmentsCommands(program, terminal, run)
  const codebook = program.command('codebook').description('how the codebook of a study evolves')
  codebook
    .command('diff')
    .description('show how one codebook becomes another: of files, of studies, or of a study at two times')
    .argument('<one>', 'a codebook (.md), a study folder or a kept study')
    .argument('[other]', 'the same; by default that of the first as it is now')
    .option('--from <time>', 'the first as it was at a time, if it is kept with its history')
    .option('--until <time>', 'the second as it was at a time')
    .action((one: string, other: string | undefined, options: CodebookDiffOptions) =>
      run(codebookDiffCommand(one, other, options, terminal)),
    )
  decision(
    codebook
      .command('apply')
      .description('make the codebook of a study that of a file, and show what it was')
      .argument('<study>', kept)
      .argument('<codebook.md>')
      .option('--anyway', 'also where a code or frame that is in use may have been left out by mistake'),
  ).action((study: string, file: string, options: CodebookApplyOptions) =>
    run(codebookApplyCommand(study, file, options, terminal)),
  )
  decision(
    codebook
      .command('split')
      .description('show what a code is split into by rules, and split it with --apply')
      .argument('<study>', kept)
      .argument('<rules.yaml>', 'code, and into: a list of { label, definition, when: query, codings: ids }')
      .option('--apply', 'split it; by default it is only shown'),
  ).action((file: string, rules: string, options: DecisionOptions & { apply?: boolean }) =>
    run(splitCommand(file, rules, options, terminal)),
  )
  decision(
    codebook
      .command('freeze')
      .description('keep the codebook as it is for a round of coding; every output says so')
      .argument('<study>', kept)
      .argument('<round>', 'what the round is called', words(200)),
  ).action((file: string, round: string, options: DecisionOptions) =>
    run(freezeCommand(file, round, options, terminal)),
  )
  decision(
    codebook.command('thaw').description('let the codebook change again').argument('<study>', kept),
  ).action((file: string, options: DecisionOptions) => run(freezeCommand(file, null, options, terminal)))
  decision(
    program
      .command('review')
      .description('list the codings made under an older definition, or note that some were looked at again')
      .argument('<study>', kept)
      .argument('[codings...]', 'ids of codings that stand under the definition of today')
      .option('--code <name>', 'all that wait with a code')
      .option('--case <name>', 'of these, those in a case'),
  ).action((file: string, codings: string[], options: ReviewOptions) =>
    run(reviewCommand(file, codings, options, terminal)),
  )
  program
    .command('merge')
    .description('take in what was done in copies of a study, and list what cannot all hold')
    .argument('<study>', kept)
    .argument('<copies...>')
    .option('--unrelated', 'also a study that has nothing in common with it')
    .action((study: string, copies: string[], options: MergeOptions) =>
      run(mergeCommand(study, copies, options, terminal)),
    )
  program
    .command('conflicts')
    .description('list what cannot all hold of what was done in copies')
    .argument('<study>', kept)
    .action((study: string) => run(conflictsCommand(study, terminal)))
  program
    .command('settle')
    .description('settle a conflict by its number: one side holds, or all stay as they came')
    .argument('<study>', kept)
    .argument('<number>')
    .option('--keep <side>', 'the letter of the side that holds')
    .addOption(by('who decides'))
    .addOption(reason())
    .action((study: string, number: string, options: SettleOptions) =>
      run(settleCommand(study, number, options, terminal)),
    )
  program
    .command('blind')
    .description('make a copy for a coder, without what other coders found; "merge" joins it again')
    .argument('<study>', kept)
    .argument('<coder>')
    .argument('<copy>')
    .action((study: string, coder: string, copy: string) => run(blindCommand(study, coder, copy, terminal)))
  program
    .command('verify')
    .description('check the whole history of a study, and every segment against its text')
    .argument('<study>', kept)
    .option('--head <hash>', 'that the history must have: the last hash, as it was written down before')
    .option('--manifest <file>', 'the manifest.json of a build: the history must have what it was made of')
    .action((file: string, options: VerifyCommandOptions) => run(verifyCommand(file, options, terminal)))
  program
    .command('backup')
    .description('make a consistent copy of a study, also while someone works')
    .argument('<study>', kept)
    .argument('<copy>', 'a file that is not there yet, with a name that ends in .codeerbank')
    .action((file: string, copy: string) => run(backupCommand(file, copy, terminal)))
}

/** What waits for a person since a transcript was corrected. */
function addSegmentsCommands(
  program: Command,
  terminal: Terminal,
  run: (work: Promise<boolean>) => Promise<void>,
): void {
  const segments = program
    .command('segments')
    .description('settle the segments that a corrected transcript changed or lost')
  segments
    .command('list')
    .description('list them, each with its words and codings')
    .argument('<study>', kept)
    .action((file: string) => run(listSegmentsCommand(file, terminal)))
  decision(
    segments
      .command('place')
      .description('put a segment on other words of its source')
      .argument('<study>', kept)
      .argument('<segment>')
      .argument('<words>', 'as they stand in the source')
      .option('--occurrence <number>', 'which of the places with these words, 1 for the first'),
  ).action((file: string, segment: string, words: string, options: PlaceOptions) =>
    run(placeSegmentCommand(file, { segment, words }, options, terminal)),
  )
  decision(
    segments
      .command('accept')
      .description('note that segments still hold with the words that they have now')
      .argument('<study>', kept)
      .argument('<segments...>'),
  ).action((file: string, ids: string[], options: DecisionOptions) =>
    run(acceptSegmentsCommand(file, ids, options, terminal)),
  )
  decision(
    segments
      .command('remove')
      .description('take segments away, with the codings that rest on them; "undo" brings them back')
      .argument('<study>', kept)
      .argument('<segments...>'),
  ).action((file: string, ids: string[], options: DecisionOptions) =>
    run(removeSegmentsCommand(file, ids, options, terminal)),
  )
}
