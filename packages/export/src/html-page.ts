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
thead th { background: #eef1f4; } tbody th { background: #f7f8f9; width: 14rem; } th, td { overflow-wrap: break-word; hyphens: auto; }
table.comparison { table-layout: fixed; } table.comparison thead td { width: 14rem; }
table.plain th, table.plain td { white-space: pre-line; } table.plain tbody th { min-width: 12rem; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.state { background: #f3f3f3; } td.current { background: #fff; } td.empty { color: #595959; font-style: italic; }
.heading { font-weight: 600; margin: 0 0 .4rem; }
details { margin: .15rem 0; } summary { cursor: pointer; }
.mark { font-size: .8em; } .count { color: #595959; font-size: .85em; display: inline-block; max-width: 100%; }
details ol { margin: .4rem 0 .8rem; padding-left: 1.4rem; font-size: .92em; }
blockquote { margin: 0; padding-left: .6rem; border-left: 3px solid #9aa5b1; white-space: pre-line; overflow-wrap: anywhere; }
.contradicts blockquote { border-left-style: dashed; border-left-color: #1a1a1a; }
.origin { color: #595959; margin: 0 0 .5rem; }
.note { color: #595959; white-space: pre-line; }
a { color: #0b57a4; }
ul.outputs { list-style: none; padding: 0; } ul.outputs li { padding: .35rem 0; border-bottom: 1px solid #dddddd; }
.title { font-weight: 600; } .formats { color: #595959; font-size: .92em; margin-left: .6rem; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; } figcaption { margin: 0 0 .4rem; } figure img { max-width: 100%; height: auto; border: 1px solid #dddddd; }
details.group > summary h2 { display: inline; }
@media print { body { margin: 0; max-width: none; } summary { list-style: none; } }
`

/** Pictures beside the page, on a server and on a disk, where not every browser takes `self` for the page's own place. */
const ownImages = "img-src 'self' file:"

/**
 * A page that stands by itself: no script, nothing fetched but the pictures beside it where it has any, and a policy that
 * says so. Whatever is in it is escaped by the serialiser.
 *
 * @param language of the page, `nl` or `en`
 * @param options `images` where it shows pictures of its own folder
 */
export function htmlPage(
  language: string,
  title: string,
  body: readonly ElementContent[],
  options: { readonly images?: boolean } = {},
): string {
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: language }, [
      h('head', [
        h('meta', { charset: 'utf-8' }),
        h('meta', {
          httpEquiv: 'Content-Security-Policy',
          content: `default-src 'none'; style-src 'unsafe-inline'${options.images === true ? `; ${ownImages}` : ''}`,
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
