import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import type { ByteRange } from '#app/platform/http/byte-range'
import { imageKey, type ImageFormat } from '#app/platform/storage/images.server'
import type { OpenedBytes } from '#app/platform/storage/model'
import { isPaperType, paperKey } from '#app/platform/storage/papers.server'
import { storage } from '#app/platform/storage/storage.server'
import type { AccessLevel } from '../choices'
import type { UploadList } from '../uploads'
import { visibleTo } from '../visible-to.server'

/** A file that the actor may have. `isPublic`: every visitor may. */
export type OpenFile = {
  contentType: string
  /** Of a paper: the name to save it under. */
  fileName: string
  /** Bytes of a paper; of a photograph they are not known before it is opened. */
  size?: number
  tag: string
  isPublic: boolean
  /** Another format is being made: what is given out now is not for long. */
  isPreliminary: boolean
  /** Null when the storage does not have it. */
  open(range?: ByteRange): Promise<OpenedBytes | null>
}

/** Whether the actor's body has a case on the site; the room of inquiries knows. */
export type HasCaseOn = (siteId: string) => Promise<boolean>

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * The variant of `width` pixels of a photograph, WebP while there is no AVIF. Open to those whom the published dossier
 * opens it to and to those who may read the site's drafts; null when it is missing or not visible.
 */
export async function openPhoto(
  actor: Actor,
  fileId: string,
  width: number,
  format: ImageFormat,
  hasCaseOn: HasCaseOn,
): Promise<OpenFile | null> {
  const found = await findFile(actor, { id: fileId, kind: 'photo', widths: { has: width } }, 'photos', hasCaseOn)
  if (found === null) return null
  const { sha256, hasAvif } = found.file
  const given = format === 'avif' && hasAvif ? 'avif' : 'webp'
  return {
    ...{ contentType: `image/${given}`, fileName: '', isPublic: found.isPublic, isPreliminary: given !== format },
    tag: `"${sha256.slice(0, 20)}-${width}-${given}"`,
    open: (range) => storage().open(imageKey(sha256, width, given), range),
  }
}

/** A paper; open as a photograph is. */
export async function openPaper(actor: Actor, fileId: string, hasCaseOn: HasCaseOn): Promise<OpenFile | null> {
  const found = await findFile(actor, { id: fileId, kind: 'paper' }, 'papers', hasCaseOn)
  if (found === null || !isPaperType(found.file.contentType)) return null
  const { sha256, contentType, fileName, bytes: size } = found.file
  return {
    ...{ contentType, fileName, size, isPublic: found.isPublic, isPreliminary: false, tag: `"${sha256.slice(0, 20)}"` },
    open: (range) => storage().open(paperKey(sha256, contentType), range),
  }
}

async function findFile(actor: Actor, asked: FileAsked, list: UploadList, hasCaseOn: HasCaseOn) {
  if (!idShape.test(asked.id)) return null
  const find = (site: Prisma.SiteWhereInput) =>
    database().siteFile.findFirst({
      where: { ...asked, site },
      select: { sha256: true, contentType: true, fileName: true, bytes: true, hasAvif: true, siteId: true },
    })
  const shown = await find(showing(asked.id, list, 'public'))
  if (shown !== null) return { file: shown, isPublic: true }
  if (actor.kind === 'visitor') return null
  const restricted = (await find(showing(asked.id, list, 'registered'))) ?? (await find(visibleTo(actor)))
  if (restricted !== null) return { file: restricted, isPublic: false }
  const onRequest = await find(showing(asked.id, list, 'on_request'))
  return onRequest !== null && (await hasCaseOn(onRequest.siteId)) ? { file: onRequest, isPublic: false } : null
}

type FileAsked = Prisma.SiteFileWhereInput & { id: string }

/** Sites whose public dossier opens the file at this level. */
function showing(fileId: string, list: UploadList, access: AccessLevel): Prisma.SiteWhereInput {
  const holds = (entry: { fileId: string; access?: AccessLevel }): Prisma.SiteWhereInput => ({
    publishedVersion: { dossier: { path: [list], array_contains: [entry] } },
  })
  const status = { not: 'draft' as const }
  if (access !== 'public' || list === 'papers') return { status, ...holds({ fileId, access }) }
  // Photographs of the first format of the dossier have no level: they are public.
  const others = [holds({ fileId, access: 'registered' }), holds({ fileId, access: 'on_request' })]
  return { status, ...holds({ fileId }), NOT: others }
}
