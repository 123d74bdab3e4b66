import { frozenNote } from '@codeerbank/codebook'
import { formatProblem, type Language, labelText } from '@codeerbank/core'
import { indexToHtml } from '@codeerbank/export'
import ora from 'ora'
import { refuseAmongSources } from './among-sources.ts'
import { manifestFile, withManifest } from './manifest.ts'
import { openStudyFolder } from './open-study-folder.ts'
import { groupLabels, outputTitle, type StudyOutput, studyOutputs } from './study-outputs.ts'
import { summaryOf } from './summary.ts'
import type { Terminal } from './terminal.ts'
import { checkOutputFolder, writeOutputFolder } from './write-output-folder.ts'

/**
 * `codeerbank build`: writes everything that a study gives into a folder, or nothing where the study has errors.
 *
 * @returns true; faults in the data are thrown
 */
export async function buildCommand(
  folder: string,
  options: { readonly out: string; readonly language?: Language },
  terminal: Terminal,
): Promise<boolean> {
  await checkOutputFolder(options.out)
  refuseAmongSources(folder, options.out)
  const progress = ora({ isSilent: terminal.stderr.isTTY !== true })
  progress.start(`Reading ${folder}`)
  try {
    const { study, codebook, problems, head } = await openStudyFolder(folder)
    const language = options.language ?? study.language
    const outputs = studyOutputs(study, codebook, language)
    const title = labelText(study.title, language)
    const note = frozenNote(study)
    const description = [
      summaryOf(study, language),
      ...(note === undefined ? [] : [labelText(note, language)]),
    ].join('. ')
    const index = { file: 'index.html', make: () => indexPage(title, description, outputs, language) }
    const files = withManifest(study, codebook, [...outputs, index], head)
    await writeOutputFolder(options.out, files, (file, at) => {
      progress.text = `Writing ${file} (${at + 1} of ${files.length})`
    })
    progress.stop()
    for (const problem of problems) terminal.stderr.write(`${formatProblem(problem)}\n`)
    terminal.stdout.write(`${title}: ${summaryOf(study)}\n`)
    terminal.stdout.write(`${files.length} files in ${options.out}; begin with ${options.out}/index.html\n`)
    return true
  } finally {
    progress.stop()
  }
}

function indexPage(
  title: string,
  description: string,
  outputs: readonly StudyOutput[],
  language: Language,
): string {
  const groups = [...new Set(outputs.map(output => output.group))].map(group => ({
    title: labelText(groupLabels[group], language),
    folded: group === 'portraits' || group === 'data',
    outputs: outputs
      .filter(output => output.group === group)
      .map(output => ({ file: output.file, label: outputTitle(output, language) })),
  }))
  const manifest = {
    title: language === 'nl' ? 'Waarop dit rust' : 'What this rests on',
    outputs: [{ file: manifestFile, label: language === 'nl' ? 'Controlegetallen' : 'Checksums' }],
  }
  return indexToHtml({ title, description, language, groups: [...groups, manifest] })
}
