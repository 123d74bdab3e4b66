const open = new Set<() => void>()

/**
 * Closes what is still open when the process ends by itself, as a script does that forgets to. SQLite would close it too, but in a way that cannot be told
 * from a file that was copied without its log.
 *
 * @returns what is to be called once it is closed
 */
export function closeOnExit(close: () => void): () => void {
  if (open.size === 0) process.on('exit', closeAll)
  open.add(close)
  return () => {
    open.delete(close)
    if (open.size === 0) process.off('exit', closeAll)
  }
}

function closeAll(): void {
  for (const close of open)
    try {
      close()
    } catch {
      // There is nobody left to be told.
    }
}
