const mostCauses = 5

/** An error as it may be logged. */
export type Described = {
  type: string
  code?: string
  /** What a database names of a refusal without repeating the row: its table, column and constraint. */
  about?: string
  message: string
  stack: string
  cause?: Described
}

type Fields = {
  name?: unknown
  message?: unknown
  stack?: unknown
  code?: unknown
  originalCode?: unknown
  originalMessage?: unknown
  kind?: unknown
  severity?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
} & Record<string, unknown>

/** Classes of faults for which PostgreSQL names tables and constraints in its message, and no values. */
const namesOnly = /^(?:08|23|25|3D|40|42|53|55|57|XX)/

/**
 * An error without what it repeats of the data: databases quote the rows that they refuse, Prisma the arguments of a call,
 * JSON what could not be read, mail servers the address. Only fields that are known to hold none of it are kept, and of the
 * stack only where it happened.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: '', stack: '' }
  const fields = error as Fields
  const { cause = fields.meta?.driverAdapterError } = fields
  const code = [fields.code, fields.originalCode].find(isCode)
  const about = ['kind', 'table', 'column', 'constraint'].map((name) => nameOf(fields[name])).filter(Boolean)
  return {
    type: typeof fields.name === 'string' ? fields.name : 'Object',
    ...(code === undefined ? {} : { code }),
    ...(about.length === 0 ? {} : { about: about.join(' ') }),
    message: messageOf(fields, code ?? ''),
    stack: framesOf(fields.stack),
    ...(cause === undefined || depth >= mostCauses ? {} : { cause: describeError(cause, depth + 1) }),
  }
}

/** A text in which no address of a person stands; also as it stands in an address of a page. */
export function hideAddresses(text: string): string {
  // Word by word: looking for an address from every letter of a long text would take the square of its length.
  return text.replace(/[^\s<>"'`()[\],;:/?&=]+/g, (word) => (/.(?:@|%40)./.test(word) ? '…@…' : word))
}

function messageOf({ name, message, originalMessage, severity, kind }: Fields, code: string): string {
  const text = [originalMessage, message].find((each) => typeof each === 'string') ?? ''
  // What stands after the first line are the arguments. The driver says the same once more, as its cause.
  if (/^Prisma/.test(String(name))) return hideAddresses(text.trim().split('\n', 1)[0] ?? '')
  if (name === 'DriverAdapterError') return ''
  const isOfDatabase = typeof severity === 'string' || typeof kind === 'string'
  if (isOfDatabase && !namesOnly.test(code)) return ''
  return hideAddresses(name === 'SyntaxError' ? text.replace(/".*"|'.*'/gs, '…') : text)
}

function framesOf(stack: unknown): string {
  if (typeof stack !== 'string') return ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$|^\s+at .*\((?:<anonymous>|native)\)$/.test(line))
    .join('\n')
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code)
}

/** Prisma names a constraint by its index or its fields. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return /^[\w.-]{1,100}$/.test(value) ? value : ''
  if (typeof value !== 'object' || value === null) return ''
  const { index, fields } = value as { index?: unknown; fields?: unknown }
  return [index, ...(Array.isArray(fields) ? (fields as unknown[]) : [])].map(nameOf).filter(Boolean).join(' ')
}
