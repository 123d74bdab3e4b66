import type { Language } from '@codeerbank/core'
import { h } from 'hastscript'
import { htmlPage } from './html-page.ts'

/** What a page that leads to other files says. */
export interface OutputIndex {
  readonly title: string
  readonly description: string
  readonly language: Language
  readonly groups: readonly OutputGroup[]
}

export interface OutputGroup {
  readonly title: string
  /** Files beside the page or in a folder beside it (`folder/file`), with what is in each; those with the same label share a line. */
  readonly outputs: readonly { readonly file: string; readonly label: string }[]
}

/** Writes the page that leads to all files of a folder. */
export function indexToHtml({ title, description, language, groups }: OutputIndex): string {
  return htmlPage(language, title, [
    h('main', [
      h('h1', title),
      h('p', description),
      ...groups.flatMap(group => [
        h('h2', group.title),
        h(
          'ul',
          [...Map.groupBy(group.outputs, output => output.label)].map(([label, outputs]) =>
            h('li', [
              `${label}: `,
              ...outputs.flatMap(({ file }, i) => [
                ...(i === 0 ? [] : [', ']),
                h('a', { href: file.split('/').map(encodeURIComponent).join('/') }, file),
              ]),
            ]),
          ),
        ),
      ]),
    ]),
  ])
}
