/** Where a command writes: the part of `process` that it needs. */
export interface Terminal {
  readonly stdout: Output
  readonly stderr: Output
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** The command was used wrongly: an option or a path that cannot be meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
