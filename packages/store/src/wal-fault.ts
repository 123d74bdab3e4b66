import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * What is wrong with the log that SQLite keeps beside a file (sqlite.org/fileformat2.html, "The Write-Ahead Log"): `damaged` where
 * changes lie behind a fault that were written after others, so that they were acknowledged; `torn` where only the last ones lie behind it,
 * which may have been under way when the machine stopped. SQLite reads up to the fault, and says nothing of the rest.
 */
export type WalFault = 'none' | 'torn' | 'damaged'

const headerSize = 32
const frameHeaderSize = 24
/** Larger logs are of one large batch, and are not looked at. */
const largest = 256 * 2 ** 20

/** Looks at a log, and once more where somebody began it anew meanwhile. */
export function walFault(path: string): WalFault {
  for (let time = 0; time < 3; time++) {
    const before = readLog(path)
    if (before === null) return 'none'
    const fault = faultOf(before)
    if (fault === 'none') return fault
    const after = readLog(path)
    if (after?.equals(before) === true) return fault
  }
  // Somebody is writing in it, and SQLite with them: it is not left behind.
  return 'none'
}

function readLog(path: string): Buffer | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const { size } = fstatSync(file)
    if (size <= headerSize || size > largest) return null
    const bytes = Buffer.alloc(size)
    return bytes.subarray(0, readSync(file, bytes, 0, size, 0))
  } finally {
    closeSync(file)
  }
}

function faultOf(log: Buffer): WalFault {
  const littleEndian = (log[3]! & 1) === 0
  const sums = summed(log, 0, 24, littleEndian, [0, 0])
  const told = log.readUInt32BE(8)
  if (isSum(log, 24, sums)) {
    const frameSize = frameHeaderSize + told
    return told < 512 ? 'none' : behind(log, frameSize, soundFrames(log, frameSize, littleEndian, sums))
  }
  // With a header that does not hold nothing is read, and the size of a page may be what is wrong in it.
  const faults = Array.from({ length: 8 }, (_, i) => behind(log, frameHeaderSize + (512 << i), 0))
  return faults.find(fault => fault === 'damaged') ?? faults.find(fault => fault === 'torn') ?? 'none'
}

/** How many frames are as they were written. */
function soundFrames(log: Buffer, frameSize: number, littleEndian: boolean, header: Sums): number {
  let sums = header
  let sound = 0
  for (let at = headerSize; at + frameSize <= log.length; at += frameSize, sound++) {
    if (saltsApart(log, at) > 0) break
    sums = summed(log, at, at + 8, littleEndian, sums)
    sums = summed(log, at + frameHeaderSize, at + frameSize, littleEndian, sums)
    if (!isSum(log, at + 16, sums)) break
  }
  return sound
}

/** What frames behind the sound ones tell: those that end a transaction bear the size of the file after it. */
function behind(log: Buffer, frameSize: number, sound: number): WalFault {
  let commits = 0
  for (let at = headerSize + sound * frameSize; at + frameSize <= log.length && commits < 2; at += frameSize)
    // A bit of the salt itself may have flipped; that of an older log is another number altogether.
    if (saltsApart(log, at) <= 1 && log.readUInt32BE(at + 4) !== 0) commits += 1
  return commits === 0 ? 'none' : commits === 1 ? 'torn' : 'damaged'
}

/** In how many bits the salt of a frame is not that of the log. */
function saltsApart(log: Buffer, frame: number): number {
  return (
    bits(log.readUInt32BE(16) ^ log.readUInt32BE(frame + 8)) +
    bits(log.readUInt32BE(20) ^ log.readUInt32BE(frame + 12))
  )
}

function bits(word: number): number {
  let count = 0
  for (let left = word >>> 0; left !== 0; left &= left - 1) count += 1
  return count
}

type Sums = readonly [number, number]

function isSum(log: Buffer, at: number, [one, other]: Sums): boolean {
  return log.readUInt32BE(at) === one && log.readUInt32BE(at + 4) === other
}

/** The running checksum of the log, over pairs of words. */
function summed(log: Buffer, from: number, to: number, littleEndian: boolean, [one, other]: Sums): Sums {
  let [a, b] = [one, other]
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  for (let at = from; at < to; at += 8) {
    a = (a + view.getUint32(at, littleEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, littleEndian) + a) >>> 0
  }
  return [a, b]
}
