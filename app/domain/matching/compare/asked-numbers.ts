import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { mostAsked } from './model'

/** Numbers in `?site=` in their order, each once: those that could be sites, and what cannot be one. */
export function readAskedNumbers(params: URLSearchParams): { numbers: string[]; unreadable: string[] } {
  const asked = [...new Set(params.getAll('site').map((text) => text.trim().toUpperCase()))]
    .filter((text) => text !== '')
    .slice(0, mostAsked)
  const isNumber = (text: string) => parseSiteNumber(text).ok
  return {
    numbers: asked.filter(isNumber),
    unreadable: asked.filter((text) => !isNumber(text)).map((text) => Array.from(text).slice(0, 20).join('')),
  }
}
