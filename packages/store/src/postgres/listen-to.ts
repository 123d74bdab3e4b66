import { type Client, escapeIdentifier } from 'pg'

/** The longest wait before a lost connection is tried again, in ms. */
const longestWait = 5_000

/**
 * Hears what others write on a connection of its own, and connects again where it is lost; what may have been missed then
 * is told as well.
 *
 * @param connect makes a connection
 * @param channel the name under which writes are told
 */
export function listenTo(connect: () => Promise<Client>, channel: string, onChange: () => void): () => void {
  let stopped = false
  let client: Client | null = null
  let wait = 100
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    client = null
    if (stopped || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      void begin()
    }, wait)
    timer.unref()
    wait = Math.min(wait * 2, longestWait)
  }
  const begin = async (): Promise<void> => {
    try {
      const made = await connect()
      if (stopped) {
        await made.end()
        return
      }
      client = made
      made.on('notification', onChange)
      made.on('end', again)
      await made.query(`listen ${escapeIdentifier(channel)}`)
      wait = 100
      onChange()
    } catch {
      client?.end().catch(() => {})
      again()
    }
  }
  void begin()

  return () => {
    stopped = true
    clearTimeout(timer)
    void client?.end().catch(() => {})
  }
}
