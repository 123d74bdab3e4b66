const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Does work that leaves something on disk until it is done, and puts that right where a person or the machine stops the
 * program on the way; it then ends by the same signal.
 *
 * @param putRight does its work before it returns
 */
export async function whenInterrupted<T>(putRight: () => void, work: () => Promise<T>): Promise<T> {
  const stop = (signal: NodeJS.Signals) => {
    leave()
    try {
      putRight()
    } finally {
      process.kill(process.pid, signal)
    }
  }
  const leave = () => {
    for (const signal of signals) process.off(signal, stop)
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    leave()
  }
}
