import type { Codebook, Crosstab } from '@codeerbank/core'
import {
  codeTreeToSvg,
  crosstabToSvg,
  curvesToSvg,
  intervalsToSvg,
  networkToSvg,
  portraitToSvg,
  sankeyToSvg,
} from '../src/index.ts'

/** Every figure, with a text wherever a figure has one. */
export const everyFigure: Readonly<Record<string, (text: string) => string>> = {
  'a heatmap': text => crosstabToSvg(crosstabOf(text)),
  'a code tree': text => codeTreeToSvg(codebookOf(text), [], { title: text }),
  curves: text =>
    curvesToSvg([{ label: text, points: [{ label: text, y: 1 }] }], {
      title: text,
      xLabel: text,
      yLabel: text,
    }),
  intervals: text =>
    intervalsToSvg(
      [
        { label: text, value: 0.5, low: 0.25, high: 0.75, note: text },
        { label: text, value: null, note: text },
      ],
      { title: text, axisLabel: text },
    ),
  'a network': text =>
    networkToSvg(
      ['a', 'b'].map(id => ({ id, label: text, weight: 1 })),
      [{ a: 'a', b: 'b', weight: 1 }],
      { title: text, unit: text },
    ),
  flows: text =>
    sankeyToSvg(
      ['a', 'b'].map(id => ({ id, label: text })),
      [{ from: 'a', to: 'b', weight: 1 }],
      { title: text, unit: text },
    ),
  'a portrait': text =>
    portraitToSvg({
      title: text,
      length: 10,
      lanes: [{ label: text, spans: [{ start: 0, end: 5 }] }],
      turns: [{ start: 0, end: 10, speaker: text, time: 1 }],
    }),
}

function crosstabOf(text: string): Crosstab {
  return {
    id: 'x',
    title: { nl: text },
    unit: 'segments',
    rows: [{ id: 'a', label: { nl: text }, depth: 0 }],
    columns: [{ id: 'b', label: { nl: text } }],
    counts: [[1]],
    rowTotals: [1],
    columnTotals: [1],
    total: 1,
  }
}

function codebookOf(text: string): Pick<Codebook, 'codes'> {
  return {
    codes: [{ id: 'a', label: { nl: text }, parent: null, level: 'theme', origin: 'deductive', version: 1 }],
  }
}
