import type { Language } from '@codeerbank/core'
import { codePointName } from './latex-text.ts'

/** Characters that are seen only in what they do to others. */
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** Letters and signs that LaTeX prints without more, on every machine: Latin-1, Latin Extended-A and common punctuation. */
const common =
  /[\u00A1-\u00FF\u0100-\u017F\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u20AC\u2122]/

/** Fonts of which one or another is on most machines, for what Latin Modern lacks. */
const otherFonts = [
  'DejaVu Sans',
  'Noto Sans Hebrew',
  'Noto Naskh Arabic',
  'Noto Sans CJK SC',
  'Arial Unicode MS',
  'Noto Color Emoji',
  'Segoe UI Emoji',
  'Apple Color Emoji',
] as const

/**
 * The preamble of a document with a body that `latexText` wrote. With LuaLaTeX every character is printed for which the machine
 * has a font. pdfLaTeX has letters for Latin script alone: it prints another character as its number, `[U+05D0]`,
 * unless the preamble of the report that the table goes into declares it.
 */
export function latexPreamble(body: string, language: Language): string {
  const characters = [...new Set(body)].filter(character => character > '\u007F').sort()
  const uncommon = characters.filter(character => !common.test(character) && !invisible.test(character))
  const babel = language === 'nl' ? 'dutch' : 'british'
  return [
    ...howToCompile(uncommon, language),
    '\\documentclass[a4paper]{article}',
    '\\usepackage[margin=2cm]{geometry}',
    '\\usepackage{array,booktabs,longtable,pdflscape}',
    `\\IfFileExists{${babel}.ldf}{\\usepackage[${babel},shorthands=off]{babel}}{}`,
    '\\ifdefined\\directlua',
    '  \\usepackage{fontspec}',
    ...(uncommon.length === 0
      ? []
      : [
          '  \\newcommand{\\others}{}',
          '  \\newcommand{\\other}[1]{\\IfFontExistsTF{#1}{\\edef\\others{\\others"#1:mode=harf;",}}{}}',
          ...otherFonts.map(font => `  \\other{${font}}`),
          '  \\directlua{luaotfload.add_fallback("others", {\\others})}',
          '  \\setmainfont{Latin Modern Roman}[RawFeature={fallback=others}]',
        ]),
    '  \\newcommand{\\righttoleft}[1]{{\\textdir TRT #1}}',
    '\\else',
    '  \\usepackage[utf8]{inputenc}',
    '  \\usepackage[T1]{fontenc}',
    '  \\usepackage{textcomp}',
    '  \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}',
    '  \\newcommand{\\righttoleft}[1]{#1}',
    '  \\newcommand{\\undeclared}[3]{\\ifcsname u8:\\detokenize{#2}\\endcsname\\else\\DeclareUnicodeCharacter{#1}{#3}\\fi}',
    ...characters
      .filter(character => !common.test(character))
      .map(character => {
        const code = codePointName(character).slice(2)
        return `  \\undeclared{${code}}{${character}}{${invisible.test(character) ? '' : `[U+${code}]\\allowbreak{}`}}`
      }),
    '\\fi',
    '\\newcommand{\\statement}[2]{\\par\\hangindent=1em\\hangafter=1\\noindent\\makebox[1em][l]{\\textbullet}#1\\textsuperscript{#2}}',
  ].join('\n')
}

function howToCompile(uncommon: readonly string[], language: Language): readonly string[] {
  const named = uncommon.slice(0, 20).map(codePointName).join(', ')
  if (language === 'nl')
    return uncommon.length === 0
      ? ['% Maak er een PDF van met pdflatex of lualatex.']
      : [
          `% Maak er een PDF van met lualatex: er staat ${named}${uncommon.length > 20 ? ' en meer' : ''} in;`,
          '% waarvoor pdflatex geen letter heeft, drukt het af als nummer.',
        ]
  return uncommon.length === 0
    ? ['% Compile it with pdflatex or lualatex.']
    : [
        `% Compile it with lualatex: it holds ${named}${uncommon.length > 20 ? ' and more' : ''},`,
        '% of which pdflatex prints those that it has no letter for as their numbers.',
      ]
}
