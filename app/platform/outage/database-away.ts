/** The database cannot be reached, broke off or hangs: nobody's mistake, and the same request may succeed in a moment. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError'
}

/** The database has no room left on its disk; nothing of the transaction is stored. */
const fullCodes = new Set(['53100', 'ENOSPC'])

/** Connection exceptions (class 08), shutdown and start of a server (57P), too many connections (53300). */
const awayCodes = /^(?:08|57P0[1-5]$|53300$)/

/** What Prisma says of the same: not reached, closed, no connection or transaction to be had in time. */
const awayInPrisma = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'])

/** What Node and the driver say when a connection cannot be made or breaks. */
const brokenCodes = /^(?:E(?:CONN|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOENT$)|ERR_STREAM)/
const brokenWords = /^(?:Connection terminated|Client (?:has encountered|was closed)|timeout e)/

/** An error of the driver, as DatabaseAwayError when it says that the database is going, not yet there, or not reached. */
export function explainDriverError(error: unknown): unknown {
  const { code = '', severity, message = '' } = error as { code?: string; severity?: string; message?: string }
  const isAway = severity === undefined ? brokenCodes.test(code) || brokenWords.test(message) : awayCodes.test(code)
  return isAway ? new DatabaseAwayError('The database is away', { cause: error }) : error
}

/** The one place that tells a database that is away from every other fault. */
export function isDatabaseAway(error: unknown): boolean {
  return hasCause(error, (each) => {
    const { name, code, message } = each
    const isLate = code === 'P2028' && (message ?? '').includes('Unable to start a transaction')
    return name === 'DatabaseAwayError' || awayInPrisma.has(code ?? '') || isLate
  })
}

/** Whether the database refused to write because its disk is full. */
export function isDatabaseFull(error: unknown): boolean {
  return hasCause(error, ({ code, originalCode }) => fullCodes.has(code ?? '') || fullCodes.has(originalCode ?? ''))
}

/** What `work` gives, or `instead` while the database is away. */
export async function orWhileAway<Value, Other>(work: Promise<Value>, instead: Other): Promise<Value | Other> {
  try {
    return await work
  } catch (error) {
    if (isDatabaseAway(error)) return instead
    throw error
  }
}

type Cause = { name?: string; code?: string; originalCode?: string; message?: string }

/** Prisma wraps the error of the driver as `cause`, or as `meta.driverAdapterError`. */
function hasCause(error: unknown, isMeant: (cause: Cause) => boolean): boolean {
  const seen = new Set<unknown>()
  for (const open = [error]; open.length > 0;) {
    const each = open.pop()
    if (typeof each !== 'object' || each === null || seen.has(each)) continue
    if (isMeant(each)) return true
    seen.add(each)
    const { cause, meta } = each as { cause?: unknown; meta?: { driverAdapterError?: unknown } }
    open.push(cause, meta?.driverAdapterError)
  }
  return false
}
