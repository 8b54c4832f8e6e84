import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import type { Localized } from '#app/domain/kernel/localized'
import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { SiteKind } from '../model'
import { emptyDossier } from '../rules'

export type NewSite = { townKey: string; kind: SiteKind; name: Localized }

/** Starts the dossier of a site as a draft and gives it the town's next number; numbers are never used again. */
export async function createSite(actor: Actor, input: NewSite, now = new Date()): Promise<{ number: string }> {
  const town = await database().town.findUnique({ where: { key: input.townKey } })
  if (town === null || !may(actor, 'site.edit', { townKey: town.key, regionKey: town.regionKey })) throw notFound()
  const authorId = actor.kind === 'person' ? actor.userId : null
  const dossier = emptyDossier(input.kind)
  dossier.identity.name = input.name
  return inTransaction(database(), async (tx) => {
    const { code, lastSiteNumber } = await tx.town.update({
      where: { key: town.key },
      data: { lastSiteNumber: { increment: 1 } },
    })
    const number = formatSiteNumber({ townCode: code, running: lastSiteNumber })
    await tx.site.create({
      data: {
        number,
        townKey: town.key,
        kind: input.kind,
        createdById: authorId,
        createdAt: now,
        versions: { create: { sequence: 1, dossier, authorId, editorIds: authorId === null ? [] : [authorId] } },
      },
    })
    return { number }
  })
}
