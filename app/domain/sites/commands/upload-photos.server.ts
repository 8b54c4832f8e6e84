import type { Actor } from '#app/domain/accounts/model'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { readUploads } from '#app/platform/storage/read-uploads.server'
import type { PhotoFault } from '../editor-data'
import type { SaveCode } from '../own-site'
import { imageLimits } from '../photo-limits'
import { readOwnDossier } from '../queries/own-sites.server'
import { addPhotos, storePhoto } from './photos.server'

/**
 * Takes the files of the upload form: those that are pictures join the draft, the others are named with what is wrong.
 * Says no like `saveDraft`.
 */
export async function uploadPhotos(
  actor: Actor,
  number: string,
  request: Request,
  now = new Date(),
): Promise<Verdict<{ faults: PhotoFault[] }, SaveCode>> {
  const own = await readOwnDossier(actor, number)
  let room = imageLimits.count - (own.version?.dossier.photos.length ?? 0)
  const faults: PhotoFault[] = []
  const fileIds: string[] = []
  await readUploads(request, 'photos', async ({ name, bytes }) => {
    if (room <= 0) return void faults.push({ file: name, code: 'too_many_photos' })
    const stored = await storePhoto(actor, number, bytes)
    if (!stored.ok) return void faults.push({ file: name, code: stored.code })
    fileIds.push(stored.value.fileId)
    room -= 1
  })
  if (fileIds.length === 0 && faults.length === 0) faults.push({ file: '', code: 'file_missing' })
  if (fileIds.length === 0) return yes({ faults })
  const verdict = await addPhotos(actor, number, fileIds, now)
  return verdict.ok ? yes({ faults }) : verdict
}
