const room = Buffer.alloc(1024)

/** A copy of a text: one that was cut out of a larger one would keep all of that in memory. */
export function ownText(text: string): string {
  // A UTF-16 unit takes three bytes at most.
  return text.length * 3 > room.length
    ? Buffer.from(text).toString()
    : room.toString('utf8', 0, room.write(text))
}
