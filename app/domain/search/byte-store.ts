const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes that grow at their end; whoever reads brings the position. */
export class ByteStore {
  #bytes = new Uint8Array(0)
  #used = 0
  readonly #number = new DataView(new ArrayBuffer(8))
  /** Where the next byte is read. */
  at = 0

  get used(): number {
    return this.#used
  }

  /** Gives back what is not used. */
  trim(): void {
    this.#bytes = this.#bytes.slice(0, this.#used)
  }

  #reserve(count: number): void {
    if (this.#used + count <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#used + count, 1024, Math.ceil(this.#bytes.length * 1.5)))
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  writeByte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#used++] = value
  }

  /** A whole number from 0 below 2^53; the smaller, the fewer bytes. */
  writeCount(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.writeByte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.writeByte(rest)
  }

  writeNumber(value: number): void {
    this.#number.setFloat64(0, value)
    for (let index = 0; index < 8; index++) this.writeByte(this.#number.getUint8(index))
  }

  writeText(text: string): void {
    const bytes = encoder.encode(text)
    this.writeCount(bytes.length)
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#used)
    this.#used += bytes.length
  }

  readByte(): number {
    return this.#bytes[this.at++] ?? 0
  }

  readCount(): number {
    // Most are of one byte.
    const first = this.#bytes[this.at++] ?? 0
    if (first < 128) return first
    let value = first - 128
    for (let scale = 128; ; scale *= 128) {
      const byte = this.readByte()
      if (byte < 128) return value + byte * scale
      value += (byte - 128) * scale
    }
  }

  readNumber(): number {
    for (let index = 0; index < 8; index++) this.#number.setUint8(index, this.readByte())
    return this.#number.getFloat64(0)
  }

  readText(): string {
    const length = this.readCount()
    this.at += length
    return decoder.decode(this.#bytes.subarray(this.at - length, this.at))
  }

  /** Appends bytes of another store and says where they begin. */
  copyFrom(other: ByteStore, start: number, end: number): number {
    this.#reserve(end - start)
    this.#bytes.set(other.#bytes.subarray(start, end), this.#used)
    this.#used += end - start
    return this.#used - (end - start)
  }
}
