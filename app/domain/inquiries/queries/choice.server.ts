import type { Actor } from '#app/domain/accounts/model'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import type { ForeseenPart } from '../foresight'
import type { SiteBrief } from '../model'
import { maxSites, type SiteEdit } from '../schema'
import { foreseeParts } from './foreseen-parts.server'
import { readSiteBriefs } from './site-brief.server'

/** The sites that an inquiry is about as the form shows them, and the parts that it would have. */
export type Choice = { sites: SiteBrief[]; leftOut: string[]; parts: ForeseenPart[] }

/** The sites with these numbers that take inquiries; the others are named. */
export async function readChoice(actor: Actor, asked: readonly string[]): Promise<Choice> {
  const found = await readSiteBriefs(actor, asked)
  const sites = found.filter((site) => site.isOffered)
  return {
    sites,
    leftOut: asked.filter((number) => !sites.some((site) => site.number === number)),
    parts: await foreseeParts(actor, sites),
  }
}

type Edited = { choice: Choice; code: 'add_unreadable' | 'site_unavailable' | 'many_sites' | null }

/** The choice without a site, or with one more; says what is wrong with a number that cannot be added. */
export async function editChoice(actor: Actor, numbers: readonly string[], edit: SiteEdit): Promise<Edited> {
  if (edit.kind === 'remove') {
    const left = numbers.filter((number) => number !== edit.number)
    return { choice: await readChoice(actor, left.length === 0 ? numbers : left), code: null }
  }
  if (!parseSiteNumber(edit.number).ok) return { choice: await readChoice(actor, numbers), code: 'add_unreadable' }
  const wanted = [...new Set([...numbers, edit.number])]
  if (wanted.length > maxSites) return { choice: await readChoice(actor, numbers), code: 'many_sites' }
  const choice = await readChoice(actor, wanted)
  const { leftOut, ...rest } = choice
  if (!leftOut.includes(edit.number)) return { choice, code: null }
  return { choice: { ...rest, leftOut: leftOut.filter((number) => number !== edit.number) }, code: 'site_unavailable' }
}
