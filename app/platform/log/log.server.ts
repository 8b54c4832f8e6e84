import { currentRequestId } from '#app/platform/http/request-context.server'
import { describeError } from '#app/platform/log/describe-error'
import { pino, type Logger } from 'pino'

/**
 * The log of the process: JSON lines on standard output, each with the id of the request it belongs to. The level comes
 * from LOG_LEVEL at start; tests are silent. Personal data and secrets never go in.
 */
export const log: Logger = pino({
  level: process.env.NODE_ENV === 'test' ? 'silent' : 'info',
  base: null,
  serializers: { err: (error: unknown) => describeError(error) },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const requestId = currentRequestId()
    return requestId === null ? {} : { requestId }
  },
})
