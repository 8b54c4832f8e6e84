/** Longest message taken from a client, in bytes: far above any statement of ours, far below what would hurt memory. */
const LONGEST_MESSAGE = 256 * 1024 * 1024

/**
 * Cuts a byte stream of the PostgreSQL protocol (version 3) into messages.
 * `take(chunk)` returns the messages that are complete so far, each with its header; incomplete bytes wait.
 * Throws a RangeError on a length that no honest client sends; the connection cannot be used after that.
 * Source: PostgreSQL documentation, "Message Formats" (the first message of a connection has no type byte).
 */
export function createFrameReader() {
  let chunks = []
  let size = 0
  let needed = 4
  let isStarted = false

  function lengthAt(buffer, offset) {
    const length = buffer.readInt32BE(offset)
    if (length < 4 || length > LONGEST_MESSAGE) throw new RangeError(`impossible message length ${length}`)
    return length
  }

  function nextMessage(buffer, offset) {
    const header = isStarted ? 1 : 0
    if (buffer.length - offset < header + 4) return { missing: header + 4 }
    const total = header + lengthAt(buffer, offset + header)
    if (buffer.length - offset < total) return { missing: total }
    const bytes = buffer.subarray(offset, offset + total)
    return { message: { type: isStarted ? String.fromCharCode(bytes[0]) : 'startup', bytes } }
  }

  return {
    /** The start-up phase ends when the server says so: SSL and GSS requests come before it, also without a type byte. */
    leaveStartup() {
      isStarted = true
    },
    /** One message or null; call until null, because what a message means can depend on the one before. */
    next(chunk) {
      if (chunk) {
        chunks.push(chunk)
        size += chunk.length
      }
      if (size < needed) return null
      const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size)
      const { message, missing } = nextMessage(buffer, 0)
      const rest = message ? buffer.subarray(message.bytes.length) : buffer
      chunks = rest.length > 0 ? [rest] : []
      size = rest.length
      needed = message ? 4 : missing
      return message ?? null
    },
  }
}

/** Text of the SQL in a Query or Parse message; an empty string for any other message. */
export function sqlOf({ type, bytes }) {
  if (type !== 'Q' && type !== 'P') return ''
  const start = type === 'Q' ? 5 : bytes.indexOf(0, 5) + 1
  return bytes.toString('utf8', start, bytes.indexOf(0, start))
}

/** A message of the server: type byte, length, body. */
export function frame(type, body = Buffer.alloc(0)) {
  const header = Buffer.alloc(5)
  header.write(type, 0, 'latin1')
  header.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([header, body])
}

/** A Query message with one or more statements. */
export function queryFrame(sql) {
  return frame('Q', Buffer.from(`${sql}\0`))
}

/** An ErrorResponse with a five-letter SQLSTATE (PostgreSQL documentation, appendix A). */
export function errorFrame(severity, code, message) {
  return frame('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${message}\0\0`))
}

/** The first message of a client, for asking the backend how it greets one. */
export function startupFrame(parameters) {
  const body = Object.entries(parameters)
    .map(([key, value]) => `${key}\0${value}\0`)
    .join('')
  const bytes = Buffer.alloc(8 + Buffer.byteLength(body) + 1)
  bytes.writeInt32BE(bytes.length, 0)
  bytes.writeInt32BE(3 << 16, 4)
  bytes.write(body, 8)
  return bytes
}
