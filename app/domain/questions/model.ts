/** What a reader of the passport sees of a value that the akimat has not stated. */
export type MissingValue = {
  /** Name in the catalogue of fields. */
  field: string
  /** What it is called, in the language of the page. */
  label: string
  /** How often it was asked for. */
  count: number
  /** The reader has asked and will be told. */
  isMine: boolean
  /** Why the akimat cannot say it; null while it may. */
  declined: string | null
}

/** A question on the akimat's desk. */
export type DeskQuestion = {
  id: string
  number: string
  site: { kk: string; ru: string; en: string }
  field: string
  label: string
  count: number
  openedAt: string
}

/** Longest reason, in characters. */
export const longestNote = 1000
