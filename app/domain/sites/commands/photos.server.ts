import type { Actor } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { storeImage, type ImageCode } from '#app/platform/storage/images.server'
import type { SaveCode } from '../own-site'
import { mostPhotos } from '../schema'
import { visibleTo } from '../visible-to.server'
import { personId } from './own-version.server'
import { saveDraft, type Saved } from './save-draft.server'

/**
 * Stores a picture of a site, without its position and camera data; the draft refers to it by the id that comes back.
 * The same picture sent twice is stored once. Says what is wrong with a file that is no picture we can read.
 */
export async function storePhoto(
  actor: Actor,
  number: string,
  bytes: Uint8Array,
): Promise<Verdict<{ fileId: string; alt: Localized }, ImageCode>> {
  const site = await database().site.findFirst({ where: { AND: [{ number }, visibleTo(actor, 'site.edit')] } })
  if (site === null) throw notFound()
  const stored = await storeImage(bytes)
  if (!stored.ok) return no(stored.code)
  const { sha256, contentType, bytes: size, width, height, widths } = stored.value
  const file = await database().siteFile.upsert({
    where: { siteId_sha256: { siteId: site.id, sha256 } },
    create: { siteId: site.id, sha256, contentType, bytes: size, width, height, widths, uploadedBy: personId(actor) },
    update: {},
    select: { id: true },
  })
  return yes({ fileId: file.id, alt: { kk: '', ru: '', en: '' } })
}

/**
 * Puts stored pictures at the end of the draft's photographs, each once. Those beyond the largest number are left out.
 * Says no like `saveDraft`.
 */
export function addPhotos(
  actor: Actor,
  number: string,
  fileIds: readonly string[],
  now = new Date(),
): Promise<Verdict<Saved, SaveCode>> {
  return saveDraft(
    actor,
    number,
    null,
    (dossier) => {
      const isNew = (fileId: string) => !dossier.photos.some((photo) => photo.fileId === fileId)
      const added = [...new Set(fileIds)].filter(isNew).map((fileId) => ({ fileId, alt: { kk: '', ru: '', en: '' } }))
      return { ...dossier, photos: [...dossier.photos, ...added].slice(0, mostPhotos) }
    },
    now,
  )
}
