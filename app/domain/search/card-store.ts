import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { commitmentWorks, presences, sourceKinds, statedCommitmentStates } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import { ByteStore } from './byte-store'
import type { CardPhoto, UtilityCell } from './model'
import { fromNumberKey, toNumberKey } from './number-key'
import type { CatalogueRow } from './row'

/** What of a row is not in the columns; `exact` are those quantities of the card that 32 bits do not hold. */
export type PackedCard = {
  number: string
  name: { kk: string; ru: string; en: string }
  /** Without the capacities, which are in the columns. */
  cells: Record<UtilityKind, UtilityCell>
  updatedMs: number
  isDemo: boolean
  price: { kind: number; isNegotiable: boolean } | null
  exact: ReadonlyMap<string, number | null> | null
  photo: CardPhoto | null
}

/** Words beyond so many are written out where they stand, so that the list cannot outgrow the rows. */
const mostWords = 1 << 16

const has = { photo: 1, commitments: 2, price: 4, negotiable: 8, demo: 16, number: 32 } as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The part of the rows that is only shown, never searched: one record of bytes per row, read when a row is shown. Names
 * are kept as lists of words, since the words of a catalogue repeat.
 */
export class CardStore {
  #bytes = new ByteStore()
  #words: string[] = []
  #wordCodes = new Map<string, number>()

  /** Appends a record and says where it begins. `exact` names quantities that the columns do not give back. */
  write(row: CatalogueRow, priceKind: number, exact: readonly [string, number | null][]): number {
    const { card } = row
    const start = this.#bytes.used
    const isKeyed = fromNumberKey(toNumberKey(card.number)) === card.number
    this.#bytes.writeByte(
      (card.photo ? has.photo : 0) |
        (row.commitments.length > 0 ? has.commitments : 0) |
        (card.price ? has.price : 0) |
        (card.price?.isNegotiable ? has.negotiable : 0) |
        (card.isDemo ? has.demo : 0) |
        (isKeyed ? 0 : has.number),
    )
    this.#writeId(row.id)
    if (!isKeyed) this.#bytes.writeText(card.number)
    if (card.price) this.#bytes.writeByte(priceKind)
    for (const language of languages) this.#writeWords(card.name[language])
    this.#bytes.writeCount(Date.parse(card.updatedAt))
    this.#writeCells(row)
    this.#bytes.writeByte(exact.length)
    for (const [name, value] of exact) {
      this.#writeWord(name)
      this.#bytes.writeNumber(value ?? Number.NaN)
    }
    if (card.photo) this.#writePhoto(card.photo)
    if (row.commitments.length > 0) this.#writeCommitments(row.commitments)
    return start
  }

  /** Gives back the room that was kept for more records. */
  trim(): void {
    this.#bytes.trim()
  }

  /** The record that begins at `start`, of a row with that key of its number. */
  read(start: number, numberKey: number): PackedCard {
    const bytes = this.#bytes
    bytes.at = start
    const flags = bytes.readByte()
    this.#skipId()
    return {
      number: flags & has.number ? bytes.readText() : fromNumberKey(numberKey),
      price: flags & has.price ? { kind: bytes.readByte(), isNegotiable: (flags & has.negotiable) !== 0 } : null,
      name: { kk: this.#readWords(), ru: this.#readWords(), en: this.#readWords() },
      updatedMs: bytes.readCount(),
      isDemo: (flags & has.demo) !== 0,
      cells: this.#readCells(),
      exact: this.#readExact(),
      photo: flags & has.photo ? this.#readPhoto() : null,
    }
  }

  /** The commitments of the record that begins at `start`. */
  readCommitments(start: number, numberKey: number): Dossier['commitments'] {
    this.#bytes.at = start
    if ((this.#bytes.readByte() & has.commitments) === 0) return []
    this.read(start, numberKey)
    return this.#readCommitments()
  }

  /** A store of nothing but the records that begin at `starts`, and where they begin in it. */
  keep(starts: Uint32Array, numberKeys: Float64Array): { store: CardStore; starts: Uint32Array } {
    const store = new CardStore()
    store.#words = this.#words
    store.#wordCodes = this.#wordCodes
    const kept = starts.map((start, at) =>
      store.#bytes.copyFrom(this.#bytes, start, this.#endOf(start, numberKeys[at] as number)),
    )
    return { store, starts: kept }
  }

  #endOf(start: number, numberKey: number): number {
    this.read(start, numberKey)
    const end = this.#bytes.at
    this.#bytes.at = start
    const hasCommitments = (this.#bytes.readByte() & has.commitments) !== 0
    this.#bytes.at = end
    if (hasCommitments) this.#readCommitments()
    return this.#bytes.at
  }

  /** The id of the record that begins at `start`. */
  readId(start: number): string {
    this.#bytes.at = start + 1
    return this.#readId()
  }

  /** A UUID as its 16 bytes after a 1, anything else as text after a 0. */
  #writeId(id: string): void {
    const isUuid = uuid.test(id)
    this.#bytes.writeByte(Number(isUuid))
    if (!isUuid) this.#bytes.writeText(id)
    const digits = isUuid ? id.replaceAll('-', '') : ''
    for (let at = 0; at < digits.length; at += 2) this.#bytes.writeByte(Number.parseInt(digits.slice(at, at + 2), 16))
  }

  #readId(): string {
    if (this.#bytes.readByte() === 0) return this.#bytes.readText()
    let digits = ''
    for (let index = 0; index < 16; index++) {
      if (index === 4 || index === 6 || index === 8 || index === 10) digits += '-'
      digits += hexPairs[this.#bytes.readByte()] ?? ''
    }
    return digits
  }

  #skipId(): void {
    if (this.#bytes.readByte() === 0) this.#bytes.readText()
    else this.#bytes.at += 16
  }

  #writePhoto({ fileId, alt, width, height, widths }: CardPhoto): void {
    this.#writeId(fileId)
    for (const language of languages) this.#writeWords(alt[language])
    for (const count of [width, height, widths.length, ...widths]) this.#bytes.writeCount(count)
  }

  #readPhoto(): CardPhoto {
    const bytes = this.#bytes
    return {
      fileId: this.#readId(),
      alt: { kk: this.#readWords(), ru: this.#readWords(), en: this.#readWords() },
      width: bytes.readCount(),
      height: bytes.readCount(),
      widths: Array.from({ length: bytes.readCount() }, () => bytes.readCount()),
    }
  }

  #writeCommitments(commitments: Dossier['commitments']): void {
    const bytes = this.#bytes
    bytes.writeCount(commitments.length)
    for (const { id, work, added, note, dueOn, programme, budgetKzt, state, provenance } of commitments) {
      this.#writeId(id)
      bytes.writeByte(commitmentWorks.indexOf(work))
      bytes.writeByte(statedCommitmentStates.indexOf(state))
      bytes.writeByte(provenance.source === null ? 0 : sourceKinds.indexOf(provenance.source) + 1)
      for (const quantity of [added, budgetKzt]) {
        bytes.writeByte(Number(quantity !== null))
        if (quantity !== null) bytes.writeNumber(quantity)
      }
      for (const text of [note.kk, note.ru, note.en, programme, provenance.reference]) bytes.writeText(text)
      for (const day of [dueOn, provenance.asOf, provenance.validUntil]) this.#writeDay(day)
    }
  }

  #readCommitments(): Dossier['commitments'] {
    const bytes = this.#bytes
    const readQuantity = () => (bytes.readByte() === 1 ? bytes.readNumber() : null)
    return Array.from({ length: bytes.readCount() }, () => {
      const id = this.#readId()
      const work = commitmentWorks[bytes.readByte()] ?? 'other'
      const state = statedCommitmentStates[bytes.readByte()] ?? 'planned'
      const source = sourceKinds[bytes.readByte() - 1] ?? null
      const [added, budgetKzt] = [readQuantity(), readQuantity()]
      const note = { kk: bytes.readText(), ru: bytes.readText(), en: bytes.readText() }
      const [programme, reference] = [bytes.readText(), bytes.readText()]
      const [dueOn, asOf, validUntil] = [this.#readWord(), this.#readWord(), this.#readWord()]
      return {
        id,
        work,
        added,
        note,
        dueOn,
        programme,
        budgetKzt,
        state,
        provenance: { source, reference, asOf, validUntil },
      }
    })
  }

  #writeDay(day: string | null): void {
    if (day === null) this.#bytes.writeByte(0)
    else this.#writeWord(day)
  }

  #writeCells({ card }: CatalogueRow): void {
    let states = 0
    for (const kind of utilityKinds.toReversed()) {
      states = states * 8 + presences.indexOf(card.utilities[kind].presence)
    }
    this.#bytes.writeCount(states)
    for (const kind of utilityKinds) this.#writeDay(card.utilities[kind].asOf)
  }

  #readCells(): PackedCard['cells'] {
    let states = this.#bytes.readCount()
    const next = (): UtilityCell => {
      const presence = presences[states % 8] ?? 'unknown'
      states = Math.floor(states / 8)
      return { presence, free: null, asOf: this.#readWord() }
    }
    // One after another as they were written, in the order of `utilityKinds`.
    const [electricity, water, sewer, heat] = [next(), next(), next(), next()]
    const [gas, steam, telecom] = [next(), next(), next()]
    return { electricity, water, sewer, heat, gas, steam, telecom }
  }

  #readExact(): PackedCard['exact'] {
    const count = this.#bytes.readByte()
    if (count === 0) return null
    const exact = new Map<string, number | null>()
    for (let index = 0; index < count; index++) {
      const name = this.#readWord() ?? ''
      const value = this.#bytes.readNumber()
      exact.set(name, Number.isNaN(value) ? null : value)
    }
    return exact
  }

  #writeWords(text: string): void {
    const words = text === '' ? [] : text.split(' ')
    this.#bytes.writeCount(words.length)
    for (const word of words) this.#writeWord(word)
  }

  #readWords(): string {
    const count = this.#bytes.readCount()
    let text = ''
    for (let index = 0; index < count; index++) text += (index === 0 ? '' : ' ') + (this.#readWord() ?? '')
    return text
  }

  /** 0 is no word, 1 one that is written out, 2 and more a position in the list. */
  #writeWord(word: string): void {
    let code = this.#wordCodes.get(word)
    if (code === undefined && this.#words.length < mostWords) {
      code = this.#words.push(word) - 1
      this.#wordCodes.set(word, code)
    }
    this.#bytes.writeCount(code === undefined ? 1 : code + 2)
    if (code === undefined) this.#bytes.writeText(word)
  }

  #readWord(): string | null {
    const code = this.#bytes.readCount()
    if (code === 0) return null
    return code === 1 ? this.#bytes.readText() : (this.#words[code - 2] ?? '')
  }
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

const languages = ['kk', 'ru', 'en'] as const
