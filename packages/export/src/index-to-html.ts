import type { Language } from '@codeerbank/core'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { htmlPage } from './html-page.ts'
import { isolateText } from './isolate-text.ts'
import { wording } from './wording.ts'

/** What a page that leads to other files says. */
export interface OutputIndex {
  readonly title: string
  readonly description: string
  readonly language: Language
  readonly groups: readonly OutputGroup[]
}

export interface OutputGroup {
  readonly title: string
  /** Files beside the page or in a folder beside it (`folder/file`), with what is in each; those with the same label are one thing in several formats. */
  readonly outputs: readonly { readonly file: string; readonly label: string }[]
  /** Whether the group is shown once it is opened: for what is many. */
  readonly folded?: boolean
}

/** What the formats are called, by how the names of their files end. */
const formats = new Map<string, string>([
  ['md', 'Markdown'],
  ['csv', 'CSV'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['tex', 'LaTeX'],
  ['svg', 'SVG'],
  ['json', 'JSON'],
  ['jsonld', 'JSON-LD'],
])

/**
 * Writes the page that leads to all files of a folder: per thing its title, which leads to the page to read, and a link a
 * format; figures are shown. Nothing comes from elsewhere than the folder.
 */
export function indexToHtml({ title, description, language, groups }: OutputIndex): string {
  const page = [
    h('h1', title),
    h('p', description),
    ...groups.flatMap(group => {
      const content = contentOf(group, language)
      return group.folded === true
        ? [h('details.group', [h('summary', [h('h2', group.title)]), ...content])]
        : [h('h2', group.title), ...content]
    }),
  ]
  return htmlPage(language, title, [h('main', page)], { images: true })
}

/** The figures of a group, and the list of all else. */
function contentOf({ outputs }: OutputGroup, language: Language): readonly Element[] {
  const things = [...Map.groupBy(outputs, output => output.label)].map(([label, files]) => ({
    label,
    files: files.map(({ file }) => file),
  }))
  const shown = things.filter(({ files }) => files.every(file => endOf(file) === 'svg'))
  const others = things.filter(thing => !shown.includes(thing))
  return [
    ...(others.length === 0
      ? []
      : [
          h(
            'ul.outputs',
            others.map(({ label, files }) => thingOf(label, files, language)),
          ),
        ]),
    ...shown.flatMap(({ label, files }) => files.map(file => figureOf(label, file, language))),
  ]
}

/** A thing by its title, and a link for each of its formats; several files of one format go by their names. */
function thingOf(label: string, files: readonly string[], language: Language): Element {
  const read = files.find(file => endOf(file) === 'html')
  const links = files.map(file => {
    const single = files.filter(other => endOf(other) === endOf(file)).length === 1
    const name = file.slice(file.lastIndexOf('/') + 1)
    const text = single ? (formatOf(file, language) ?? name) : name
    return h('a', { href: addressOf(file), ariaLabel: `${label}: ${text}` }, text)
  })
  return h('li', [
    read === undefined
      ? h('span.title', isolateText(label))
      : h('a.title', { href: addressOf(read) }, isolateText(label)),
    ' ',
    h(
      'span.formats',
      links.flatMap((link, i) => (i === 0 ? [link] : [', ', link])),
    ),
  ])
}

/** A figure with its title; it leads to itself at its full size. */
function figureOf(label: string, file: string, language: Language): Element {
  const address = addressOf(file)
  return h('figure', [
    h('figcaption', [
      h('span.title', isolateText(label)),
      ' ',
      h('span.formats', [h('a', { href: address, ariaLabel: `${label}: SVG` }, 'SVG')]),
    ]),
    h('a', { href: address, title: wording.fullSize[language] }, [
      h('img', { src: address, alt: label, loading: 'lazy' }),
    ]),
  ])
}

function formatOf(file: string, language: Language): string | undefined {
  const end = endOf(file)
  return end === 'html' ? wording.webPage[language] : formats.get(end)
}

/** How the name of a file ends: `csv`. */
function endOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1)
}

/** Where a file is from the page; never an address of elsewhere, whatever its name. */
function addressOf(file: string): string {
  const address = file.toWellFormed().split('/').map(encodeURIComponent).join('/')
  return address.startsWith('/') ? `.${address}` : address
}
