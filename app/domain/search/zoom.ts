import { no, yes, type Verdict } from '#app/domain/kernel/verdict'

/** The whole country on a screen. */
export const defaultZoom = 4

/** Zoom of a map, 0-22, with a fraction or without. An absent one is the whole country; says `not_a_zoom` for others. */
export function readZoom(text: string | null): Verdict<number, 'not_a_zoom'> {
  if (text === null || text === '') return yes(defaultZoom)
  const value = /^\d{1,2}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
  return value >= 0 && value <= 22 ? yes(value) : no('not_a_zoom')
}
