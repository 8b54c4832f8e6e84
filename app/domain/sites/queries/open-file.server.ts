import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { imageKey } from '#app/platform/storage/images.server'
import { storage } from '#app/platform/storage/storage.server'
import { visibleTo } from '../visible-to.server'

/** A variant of a photograph. `isPublic`: it stands in a published dossier, so every visitor may see it. */
export type OpenFile = { bytes: Buffer; contentType: string; tag: string; isPublic: boolean }

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * The variant of `width` pixels. A picture that the published dossier shows is open to everybody, any other one to those
 * who may read the site's drafts; null when it is missing or not visible.
 */
export async function openFile(actor: Actor, fileId: string, width: number): Promise<OpenFile | null> {
  if (!idShape.test(fileId)) return null
  const isShown: Prisma.SiteWhereInput = {
    status: { not: 'draft' },
    publishedVersion: { dossier: { path: ['photos'], array_contains: [{ fileId }] } },
  }
  const asked = { id: fileId, widths: { has: width } }
  const open = await findFile({ ...asked, site: isShown })
  const file = open ?? (await findFile({ ...asked, site: visibleTo(actor) }))
  const bytes = file && (await storage().get(imageKey(file.sha256, width)))
  if (file === null || bytes === null) return null
  return {
    bytes,
    contentType: file.contentType,
    tag: `"${file.sha256.slice(0, 20)}-${width}"`,
    isPublic: open !== null,
  }
}

function findFile(where: Prisma.SiteFileWhereInput) {
  return database().siteFile.findFirst({ where, select: { sha256: true, contentType: true } })
}
