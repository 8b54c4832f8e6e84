import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import type { Localized } from '#app/domain/kernel/localized'
import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import { inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { SiteKind } from '../choices'
import { emptyDossier } from '../empty-dossier'
import { idOfForm } from './form-id.server'
import { personId } from './own-version.server'

/** `key` is made with the form: sent twice, it makes one site. */
export type NewSite = { key: string; townKey: string; kind: SiteKind; name: Localized }

/**
 * Starts the dossier of a site as a draft and gives it the town's next number; numbers are never used again. The same
 * form sent again gives the number of the first time.
 */
export async function createSite(actor: Actor, input: NewSite, now = new Date()): Promise<{ number: string }> {
  const town = await database().town.findUnique({ where: { key: input.townKey } })
  if (town === null || !may(actor, 'site.edit', { townKey: town.key, regionKey: town.regionKey })) throw notFound()
  const authorId = personId(actor)
  const known = await numberOf(input.key, authorId)
  if (known !== null) return { number: known }
  try {
    return { number: await insertSite(input, authorId, now) }
  } catch (error) {
    const taken = isUniqueConflict(error) ? await numberOf(input.key, authorId) : null
    if (taken === null) throw error
    return { number: taken }
  }
}

async function numberOf(key: string, authorId: string | null): Promise<string | null> {
  const site = await database().site.findFirst({
    where: { id: idOfForm('new', key, authorId) },
    select: { number: true },
  })
  return site?.number ?? null
}

function insertSite({ key, townKey, kind, name }: NewSite, authorId: string | null, now: Date): Promise<string> {
  const dossier = emptyDossier(kind)
  dossier.identity.name = name
  return inTransaction(database(), async (tx) => {
    const { code, lastSiteNumber } = await tx.town.update({
      where: { key: townKey },
      data: { lastSiteNumber: { increment: 1 } },
    })
    const number = formatSiteNumber({ townCode: code, running: lastSiteNumber })
    await tx.site.create({
      data: {
        id: idOfForm('new', key, authorId),
        number,
        townKey,
        kind,
        createdById: authorId,
        createdAt: now,
        versions: { create: { sequence: 1, dossier, authorId, editorIds: authorId === null ? [] : [authorId] } },
      },
    })
    return number
  })
}
