import {
  byId,
  type Label,
  labelText,
  notesBelow,
  type Study,
  type Table,
  type TableValue,
} from '@codeerbank/core'
import { bootstrapInterval } from '../agreement/bootstrap-interval.ts'
import { gwetAc1 } from '../agreement/gwet-ac.ts'
import { krippendorffAlpha, krippendorffAlphaBy } from '../agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../agreement/percent-agreement.ts'
import {
  type Reliability,
  type ReliabilityOptions,
  ratingsOfCode,
  reliabilityFromStudy,
} from '../agreement/reliability-from-study.ts'
import { codeSetKey, masiDistance } from '../agreement/set-distance.ts'
import { codesUnder } from '../codes-under.ts'
import { studyIndex } from '../study-index.ts'
import { waitingNote } from '../waiting-note.ts'
import { numberColumn, rounded } from './columns.ts'
import { undefinedBecause } from './undefined-reasons.ts'

/**
 * Agreement between the coders of a study: of all codes together (Krippendorff's alpha of sets, MASI distance) and of
 * each code that any of them used (nominal alpha with a bootstrap interval, Gwet's AC1, percent agreement). Where a
 * coefficient is undefined its cell is empty and the last column says why.
 *
 * @param options what is compared; `seed` of the bootstrap, 1 by default
 */
export function agreementTable(
  study: Study,
  options: ReliabilityOptions & { readonly seed?: number; readonly samples?: number },
): Table {
  const { language } = study
  const reliability = reliabilityFromStudy(study, options)
  const bootstrap = { seed: options.seed ?? 1, samples: options.samples ?? 500 }
  const codes = codesIn(study, reliability)
  const alphaOfSets = (table: Reliability['table']) => krippendorffAlphaBy(table, masiDistance, codeSetKey)
  const all = alphaOfSets(reliability.table)
  const allInterval =
    all.value === null
      ? { low: null, high: null }
      : bootstrapInterval(reliability.table, alphaOfSets, bootstrap)
  const first: TableValue[] = [
    language === 'nl' ? 'Alle codes (MASI)' : 'All codes (MASI)',
    all.units,
    rounded(all.value),
    rounded(allInterval.low),
    rounded(allInterval.high),
    null,
    null,
    undefinedBecause(all, language),
  ]
  const rows = codes.map((code): TableValue[] => {
    const ratings = ratingsOfCode(reliability, code)
    const alpha = krippendorffAlpha(ratings)
    const interval =
      alpha.value === null
        ? { low: null, high: null }
        : bootstrapInterval(ratings, krippendorffAlpha, bootstrap)
    return [
      labelText(byId(study.codes, code)?.label ?? { nl: code }, language),
      alpha.units,
      rounded(alpha.value),
      rounded(interval.low),
      rounded(interval.high),
      rounded(gwetAc1(ratings).value),
      rounded(percentAgreement(ratings).value),
      undefinedBecause(alpha, language),
    ]
  })
  return {
    id: 'agreement',
    title: { nl: 'Overeenstemming tussen codeurs', en: 'Agreement between coders' },
    unit: unitLabels[reliability.unit],
    ...notesBelow(noteOn(reliability), noteOnWaiting(study, options)),
    columns: [
      { id: 'code', label: { nl: 'Code', en: 'Code' }, type: 'text' },
      numberColumn('units', 'Eenheden', 'Units'),
      numberColumn('alpha', 'Krippendorffs alfa', "Krippendorff's alpha"),
      numberColumn('low', '95% van', '95% from'),
      numberColumn('high', '95% tot', '95% to'),
      numberColumn('ac1', 'Gwets AC1', "Gwet's AC1"),
      numberColumn('percent', 'Aandeel gelijk', 'Share equal'),
      { id: 'reason', label: { nl: 'Onbepaald omdat', en: 'Undefined because' }, type: 'text' },
    ],
    rows: [first, ...rows],
  }
}

/** What is not compared, where there is any: it is not left out in silence. */
function noteOn({ outside, unit }: Reliability): Label | undefined {
  if (outside === 0) return undefined
  const [nl, en] = [labelText(unitLabels[unit], 'nl'), labelText(unitLabels[unit], 'en')]
  return {
    nl: `${outside} ${outside === 1 ? 'codering ligt' : 'coderingen liggen'} buiten alle ${nl} en ${outside === 1 ? 'telt' : 'tellen'} hier niet mee.`,
    en: `${outside} ${outside === 1 ? 'coding lies' : 'codings lie'} outside all ${en} and ${outside === 1 ? 'does' : 'do'} not count here.`,
  }
}

/** Of the codings that are compared. */
function noteOnWaiting(study: Study, { case: inCase, codes }: ReliabilityOptions): Label | undefined {
  const index = studyIndex(study)
  const chosen = codes === undefined ? undefined : new Set(codesUnder(study, index, codes))
  return waitingNote(study, {
    lost: 'left out',
    stands: coding =>
      (chosen === undefined || chosen.has(index.codingCode[coding]!)) &&
      (inCase === undefined || study.cases[index.codingCase[coding]!]?.id === inCase),
  })
}

const unitLabels: Readonly<Record<Reliability['unit'], Label>> = {
  segments: { nl: 'fragmenten', en: 'segments' },
  turns: { nl: 'beurten', en: 'turns' },
  paragraphs: { nl: 'alinea’s', en: 'paragraphs' },
  words: { nl: 'woorden', en: 'words' },
}

/** The codes that stand in a table, in the order of the codebook. */
function codesIn(study: Study, { table }: Reliability): readonly string[] {
  const used = new Set<string>()
  for (const row of table) for (const set of row) for (const code of set ?? []) used.add(code)
  return study.codes.filter(({ id }) => used.has(id)).map(({ id }) => id)
}
