import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** An answer that can be given again and again: its headers, and its bytes in the encodings that were asked for. */
export type KeptAnswer = {
  /** State of the data it was made from; another state makes it old. */
  stamp: string
  etag: string
  headers: [name: string, value: string][]
  /** Sources of the inline scripts for the Content-Security-Policy; null for what is no page. */
  scripts: string[] | null
  body: Buffer
  encoded: Partial<Record<Encoding, Promise<Buffer>>>
}

/** Below this a compressed answer is no faster. */
const MIN_COMPRESSED = 1_000

const compress = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
}

/** Answers by key, at most so many bytes of them; who was not asked for longest goes first. */
export class KeptAnswers {
  readonly #limit: number
  readonly #answers = new Map<string, KeptAnswer & { bytes: number }>()
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The answer under the key if it was made from this state; an older one is forgotten. */
  find(key: string, stamp: string): KeptAnswer | null {
    const found = this.#answers.get(key)
    if (found === undefined) return null
    this.#answers.delete(key)
    if (found.stamp !== stamp) {
      this.#bytes -= found.bytes
      return null
    }
    this.#answers.set(key, found)
    return found
  }

  keep(key: string, answer: KeptAnswer): void {
    this.#forget(key)
    const kept = Object.assign(answer, { bytes: 0 })
    this.#answers.set(key, kept)
    this.#grow(kept, key.length * 2 + answer.body.length)
  }

  /** The bytes of an answer in an encoding, made once; what is too small stays as it is. */
  encode(key: string, answer: KeptAnswer, wanted: Encoding): Promise<{ encoding: Encoding; body: Buffer }> {
    const encoding = answer.body.length < MIN_COMPRESSED ? 'identity' : wanted
    if (encoding === 'identity') return Promise.resolve({ encoding, body: answer.body })
    const body = (answer.encoded[encoding] ??= compress[encoding](answer.body).then((bytes) => {
      const kept = this.#answers.get(key)
      if (kept === answer) this.#grow(kept, bytes.length)
      return bytes
    }))
    return body.then((bytes) => ({ encoding, body: bytes }))
  }

  #grow(kept: { bytes: number }, bytes: number): void {
    kept.bytes += bytes
    this.#bytes += bytes
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) return
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0
    this.#answers.delete(key)
  }
}
