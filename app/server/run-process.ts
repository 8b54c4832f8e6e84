import { env } from '#app/platform/env/env.server'
import { log } from '#app/platform/log/log.server'
import type { Running } from '#app/server/start-up'

/** So long after the draining the process ends even if a part hangs: an orchestrator would kill it soon anyway. */
const STOP_LIMIT_MS = 20_000

/**
 * Mistakes of the surroundings, whose message says what to do; a stack trace would only hide it. By name, since in
 * development the classes exist twice.
 */
const EXPLAINED = new Set([
  'BadEnvironmentError',
  'DataDirHeldError',
  'ListenError',
  'MigrationError',
  'StorageNotReadyError',
])

/**
 * Starts, prints the address in one line, and stops in order on SIGTERM or SIGINT (exit code 0). A start that fails
 * ends with its reason and exit code 1.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  const starting = start()
  stopInOrder(starting)
  try {
    const { address } = await starting
    process.stdout.write(`Alań is ready: ${address}\n`)
  } catch (error) {
    process.stderr.write(`\nAlań could not start. ${explain(error)}\n`)
    process.exit(1)
  }
}

/** Also while it starts: as the first process of a container, Node would ignore signals it has no handler for. */
function stopInOrder(starting: Promise<Running>): void {
  let isStopping = false
  const stop = (reason: string, exitCode: number) => {
    if (isStopping) return
    isStopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), env().drainMs + STOP_LIMIT_MS).unref()
    void starting.then((running) => running.stop()).finally(() => process.exit(exitCode))
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
  return EXPLAINED.has(error.name) ? error.message : (error.stack ?? error.message)
}
