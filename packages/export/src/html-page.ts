import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

const style = `
:root { color-scheme: light; font: 16px/1.45 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: #1a1a1a; }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; font-size: 1.15rem; padding: 0 0 .75rem; }
th, td { border: 1px solid #767676; padding: .5rem .6rem; vertical-align: top; text-align: left; }
thead th { background: #eef1f4; } tbody th { background: #f7f8f9; width: 10rem; } th, td { overflow-wrap: break-word; hyphens: auto; }
table.comparison { table-layout: fixed; } table.comparison thead td { width: 13rem; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.state { background: #f3f3f3; } td.current { background: #fff; } td.empty { color: #595959; font-style: italic; }
.heading { font-weight: 600; margin: 0 0 .4rem; }
details { margin: .15rem 0; } summary { cursor: pointer; }
.mark { font-size: .8em; } .count { color: #595959; font-size: .85em; white-space: nowrap; }
details ol { margin: .4rem 0 .8rem; padding-left: 1.4rem; font-size: .92em; }
blockquote { margin: 0; padding-left: .6rem; border-left: 3px solid #9aa5b1; white-space: pre-line; overflow-wrap: anywhere; }
.contradicts blockquote { border-left-style: dashed; border-left-color: #1a1a1a; }
.origin { color: #595959; margin: 0 0 .5rem; }
.note { color: #595959; }
a { color: #0b57a4; }
@media print { body { margin: 0; max-width: none; } summary { list-style: none; } }
`

/**
 * A page that stands by itself: no script, nothing fetched, and a policy that says so. Whatever is in it is escaped by
 * the serialiser.
 *
 * @param language of the page, `nl` or `en`
 */
export function htmlPage(language: string, title: string, body: readonly ElementContent[]): string {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: language }, [
      h('head', [
        h('meta', { charset: 'utf-8' }),
        h('meta', {
          httpEquiv: 'Content-Security-Policy',
          content: "default-src 'none'; style-src 'unsafe-inline'",
        }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', title),
        h('style', style),
      ]),
      h('body', [...body]),
    ]),
  ])
  return `${toHtml(page)}\n`
}
