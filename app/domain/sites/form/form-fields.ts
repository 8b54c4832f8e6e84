import type { VerdictParams } from '#app/domain/kernel/verdict'

/** Why a value was not taken; the words are `sites.error.<code>`. */
export type FaultCode =
  | 'not_a_number'
  | 'not_an_integer'
  | 'negative'
  | 'too_small'
  | 'too_large'
  | 'not_whole'
  | 'bad_year'
  | 'too_long'
  | 'too_many'
  | 'not_a_choice'
  | 'not_a_date'
  | 'not_a_month'
  | 'in_future'
  | 'before_as_of'
  | 'not_coordinates'
  | 'swapped'
  | 'outside_country'
  | 'free_exceeds'
  | 'used_exceeds'
  | 'free_area_exceeds'
  | 'price_kind_missing'
  | 'bad_corner'
  | 'too_few_corners'
  | 'not_a_link'
  | 'not_oked'
  | 'not_kato'
  | 'name_missing'

/** A number among `params` is written in the language of the page, with `unit` when there is one; a text stays as it is. */
export type Fault = { code: FaultCode; params?: VerdictParams }

/** Faults by the name of the field they belong to. */
export type Faults = Record<string, Fault>

/** What was typed, by the name of the field; a name may occur several times (checkboxes). */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** The texts of a form; files are left out. */
export function readFields(entries: Iterable<[string, unknown]>): FormFields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of entries) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  }
  return fields
}

/** What was typed into a field that occurs once; null when the form does not have it. */
export function typedText(fields: FormFields, name: string): string | null {
  return fields.get(name)?.at(-1) ?? null
}
