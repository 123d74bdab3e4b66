import { unknownTime } from '@codeerbank/core'
import type { Element } from 'xast'
import { guidOf } from './guid.ts'
import type { MemoPlaces } from './place-memos.ts'
import { importerId, supplement, timeAttribute } from './refi-names.ts'
import { remainderOf } from './remainder.ts'
import { creation, readableBy, type WriteContext } from './write-context.ts'
import { codingNote, textFile } from './write-sources.ts'
import { carriable, piece } from './xml-piece.ts'

/** The memos, the memos of codings, and the supplement (REFI-QDA `Note`). */
export function* writeNotes(context: WriteContext, { notes }: MemoPlaces): Generator<Element> {
  for (const { id, title, text, by, at } of notes)
    yield piece(
      'Note',
      { guid: guidOf('memo', id), name: title, ...creation(context, by, at) },
      piece('PlainTextContent', {}, text),
    )
  for (const coding of context.study.codings)
    if (coding.memo)
      yield piece(
        'Note',
        { guid: codingNote(guidOf('coding', coding.id)), ...creation(context, coding.coder, coding.at) },
        piece('PlainTextContent', {}, coding.memo),
      )
  if (context.lines.text().length > 0)
    yield piece(
      'Note',
      {
        guid: supplement.guid,
        name: supplement.name,
        plainTextPath: `internal://${textFile(supplement.guid)}`,
      },
      piece('Description', {}, supplement.description),
    )
}

/** Keeps what a project does not tell of memos. To be called before `writeNotes`. */
export function noteMemos(context: WriteContext, { notes, links, loose }: MemoPlaces): void {
  const { study, lines } = context
  const noted = new Set(notes)
  const linked = new Map(links.map(link => [link.memo, link.text]))
  // Links and descriptions stand elsewhere than notes.
  if (notes.length < study.memos.length) lines.keepOrder('memo')
  for (const memo of study.memos) {
    const { id, by, at, title } = memo
    const isNote = noted.has(memo)
    const plain = {
      id,
      on: loose.has(memo) ? { type: 'study' } : memo.on,
      ...(title ? { title: carriable(title) } : {}),
      text: linked.get(memo) ?? carriable(memo.text),
      by: isNote ? readableBy(context, by) : importerId,
      at: isNote ? (timeAttribute(at) ?? unknownTime) : unknownTime,
    }
    lines.add('memo', id, guidOf('memo', id), remainderOf(memo, plain))
  }
}

/** The memos that stand for links (REFI-QDA `Link`). */
export function* writeLinks({ links }: MemoPlaces): Generator<Element> {
  for (const { memo, direction, origin, target } of links)
    yield piece('Link', {
      guid: guidOf('memo', memo.id),
      name: memo.title,
      direction,
      originGUID: origin,
      targetGUID: target,
    })
}
