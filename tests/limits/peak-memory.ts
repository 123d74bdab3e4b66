import { readFileSync } from 'node:fs'

/**
 * The most memory that this process took, in MiB. What `process.resourceUsage` says begins, on Linux, with what the process that started this
 * one took then; the system's own account of it does not.
 */
export function peakMemory(): number {
  try {
    const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kibibytes !== undefined) return Math.round(Number(kibibytes) / 1024)
  } catch {
    // Not Linux.
  }
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
