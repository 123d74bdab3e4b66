import { oneAtATime } from './one-at-a-time.ts'

/** Work on a file that is carried out one after the other by all who have it open in this process. */
export interface TurnsOfFile {
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Ends the use of it. */
  leave(): void
}

const files = new Map<string, { readonly inTurn: ReturnType<typeof oneAtATime>; users: number }>()

/**
 * Takes turns with others that write to the same file in this process. SQLite would let the second one wait for the first without letting
 * the first go on, since both wait in one thread.
 *
 * @param path where the file is, whatever link led to it
 */
export function turnsOfFile(path: string): TurnsOfFile {
  const turns = files.get(path) ?? { inTurn: oneAtATime(), users: 0 }
  files.set(path, turns)
  turns.users += 1
  let left = false
  return {
    inTurn: turns.inTurn,
    leave() {
      if (left) return
      left = true
      turns.users -= 1
      if (turns.users === 0 && files.get(path) === turns) files.delete(path)
    },
  }
}
