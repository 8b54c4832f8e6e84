import { DataDirHeldError } from '#app/platform/embedded-db/data-lock.server'
import { BadEnvironmentError } from '#app/platform/env/env.server'
import { log } from '#app/platform/log/log.server'
import { ListenError } from '#app/server/listen'
import type { Running } from '#app/server/start-up'

/** After this the process ends even if a part hangs: an orchestrator would kill it soon anyway. */
const STOP_LIMIT_MS = 20_000

/** Mistakes of the surroundings: the message says what to do, a stack trace would only hide it. */
const EXPLAINED = [BadEnvironmentError, DataDirHeldError, ListenError]

/**
 * Starts, prints the address in one line, and stops in order on SIGTERM or SIGINT (exit code 0). A start that fails
 * ends with its reason and exit code 1.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start()
    stopInOrder(running)
    process.stdout.write(`Alań is ready: ${running.address}\n`)
  } catch (error) {
    process.stderr.write(`\nAlań could not start. ${explain(error)}\n`)
    process.exit(1)
  }
}

function stopInOrder(running: Running): void {
  let isStopping = false
  const stop = (reason: string, exitCode: number) => {
    if (isStopping) return
    isStopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    void running.stop().finally(() => process.exit(exitCode))
  }
  process.on('SIGTERM', () => stop('SIGTERM', 0))
  process.on('SIGINT', () => stop('SIGINT', 0))
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    stop('uncaught exception', 1)
  })
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return EXPLAINED.some((known) => error instanceof known) ? error.message : (error.stack ?? error.message)
}
