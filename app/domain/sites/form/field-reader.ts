import { parseCoordinates, type LngLat } from '#app/domain/kernel/geo'
import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { parseTenge } from '#app/domain/kernel/money'
import { parseNumber, type NumberCode } from '#app/domain/kernel/quantity'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import { typedText, type FaultCode, type Faults, type FormFields } from './form-fields'

/** `isWhole`: no decimals. `unit` goes into the words of a value that is too large. */
export type NumberBounds = { min?: number; max: number; isWhole?: boolean; unit?: string }

/** Nothing in a dossier happened or was built before; typing faults like 0202 end here. */
const firstYear = 1850

/**
 * Reads the fields of a form one by one. A field that is empty is unknown (null or an empty text), one that the form does
 * not have keeps its value, and so does one whose text cannot be taken: that goes into `faults`.
 */
export class FieldReader {
  readonly faults: Faults = {}

  constructor(
    readonly fields: FormFields,
    readonly today: LocalDate,
  ) {}

  fail(name: string, code: FaultCode, params?: VerdictParams): void {
    this.faults[name] = params === undefined ? { code } : { code, params }
  }

  line(name: string, before: string, max: number): string {
    return this.#text(name, before, max, (text) => text.replace(/\s+/gu, ' '))
  }

  text(name: string, before: string, max: number): string {
    return this.#text(name, before, max, (text) => text)
  }

  /** The field in three languages, `<name>.kk`, `<name>.ru`, `<name>.en`; `isLong` keeps line breaks. */
  localized(name: string, before: Localized, max: number, isLong = false): Localized {
    const read = (language: keyof Localized) =>
      isLong
        ? this.text(`${name}.${language}`, before[language], max)
        : this.line(`${name}.${language}`, before[language], max)
    return { kk: read('kk'), ru: read('ru'), en: read('en') }
  }

  number(name: string, before: number | null, bounds: NumberBounds): number | null {
    return this.#value(name, before, (typed) => {
      const { min, max, isWhole, unit } = bounds
      const verdict = parseNumber(typed, { min, max, decimals: isWhole ? 0 : undefined })
      if (verdict.ok) return verdict.value
      const params = verdict.params && unit !== undefined ? { ...verdict.params, unit } : verdict.params
      this.fail(name, faultOf(verdict.code), params)
      return before
    })
  }

  /** Whole tenge, up to 10^13. */
  tenge(name: string, before: number | null): number | null {
    const max = 1e13
    return this.#value(name, before, (typed) => {
      const verdict = parseTenge(typed)
      if (verdict.ok && verdict.value <= max) return verdict.value
      const isTooLarge = verdict.ok || verdict.code === 'too_large'
      this.fail(name, isTooLarge ? 'too_large' : verdict.code, isTooLarge ? { max } : verdict.params)
      return before
    })
  }

  /** A calendar day, `2026-10-28` or `28.10.2026`, not after today unless `mayBeLater`. */
  day(name: string, before: string | null, mayBeLater = false): string | null {
    return this.#value(name, before, (typed) => {
      const verdict = parseLocalDate(typed.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1'))
      const isDay = verdict.ok && Number(verdict.value.slice(0, 4)) >= firstYear
      if (isDay && (mayBeLater || verdict.value <= this.today)) return verdict.value
      this.fail(name, isDay ? 'in_future' : 'not_a_date')
      return before
    })
  }

  /** A month that has begun, `2024-05` or `05.2024`. */
  month(name: string, before: string | null): string | null {
    return this.#value(name, before, (typed) => {
      const month = typed.replace(/^(\d{2})\.(\d{4})$/, '$2-$1')
      const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && Number(month.slice(0, 4)) >= firstYear
      if (isMonth && month <= this.today.slice(0, 7)) return month
      this.fail(name, isMonth ? 'in_future' : 'not_a_month')
      return before
    })
  }

  /** A point typed as latitude and longitude; `<name>.swapped` carries the other order when it was chosen instead. */
  point(name: string, before: LngLat | null): LngLat | null {
    const swapped = typedText(this.fields, `${name}.swapped`)
    const read = (typed: string) => {
      const verdict = parseCoordinates(typed)
      if (verdict.ok) return verdict.value
      this.fail(name, verdict.code, verdict.params)
      return before
    }
    return swapped ? read(swapped) : this.#value(name, before, read)
  }

  choice<Value extends string>(name: string, before: Value, options: readonly Value[]): Value {
    const typed = typedText(this.fields, name)
    if (typed === null) return before
    const chosen = options.find((option) => option === typed)
    if (chosen === undefined) this.fail(name, 'not_a_choice')
    return chosen ?? before
  }

  /** One of the options or, left empty, none of them. */
  optional<Value extends string>(name: string, before: Value | null, options: readonly Value[]): Value | null {
    return typedText(this.fields, name) === '' ? null : this.choice<Value | ''>(name, before ?? '', options) || null
  }

  /** Boxes that share a name: those that were ticked, in the order of the options; `<name>.shown` tells that none is. */
  boxes<Value extends string>(name: string, before: Value[], options: readonly Value[]): Value[] {
    if (!this.fields.has(name) && !this.fields.has(`${name}.shown`)) return before
    const typed = this.fields.get(name)?.filter((value) => value !== '') ?? []
    if (typed.some((value) => !options.some((option) => option === value))) this.fail(name, 'not_a_choice')
    return options.filter((option) => typed.includes(option))
  }

  box(name: string, before: boolean): boolean {
    return this.fields.has(name) || (before && !this.fields.has(`${name}.shown`))
  }

  #text(name: string, before: string, max: number, tidy: (text: string) => string): string {
    const typed = typedText(this.fields, name)
    if (typed === null) return before
    const text = tidy(cleanText(typed)).trim()
    if (text.length <= max) return text
    this.fail(name, 'too_long', { max })
    return before
  }

  #value<Value>(name: string, before: Value | null, read: (typed: string) => Value | null): Value | null {
    const typed = typedText(this.fields, name)
    if (typed === null) return before
    return typed.trim() === '' ? null : read(typed.trim())
  }
}

/** Without what a JSON column refuses or a page cannot show: control characters, halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

function faultOf(code: NumberCode): FaultCode {
  return code === 'too_many_decimals' ? 'not_an_integer' : code
}
