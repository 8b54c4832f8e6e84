import type { Actor } from '#app/domain/accounts/model'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Language } from '#app/platform/i18n/language'
import { readUploads } from '#app/platform/storage/read-uploads.server'
import type { SaveCode } from '../own-site'
import { readOwnDossier } from '../queries/own-sites.server'
import { fullCode, uploadLimits, uploadLists, type FileFault, type FileFaultCode, type UploadList } from '../uploads'
import { attachFiles } from './attach-files.server'
import { storeFile } from './store-files.server'

/**
 * Takes the files of the whole upload form: those that are photographs or papers join the draft, the others are named with
 * what is wrong. Says no like `saveDraft`.
 */
export async function uploadFiles(
  actor: Actor,
  number: string,
  request: Request,
  language: Language,
  now = new Date(),
): Promise<Verdict<{ faults: FileFault[] }, SaveCode>> {
  const own = await readOwnDossier(actor, number)
  const stored: Record<UploadList, string[]> = { photos: [], papers: [] }
  const names = new Map<string, string>()
  const faults: FileFault[] = []
  await readUploads(request, uploadLists, async ({ field: list, name, bytes }) => {
    const count = (own.version?.dossier[list].length ?? 0) + stored[list].length
    const refuse = (code: FileFaultCode) => void faults.push({ list, file: name, code })
    if (count >= uploadLimits[list].count) return refuse(fullCode[list])
    const verdict = await storeFile(actor, number, list, { name, bytes })
    if (!verdict.ok) return refuse(verdict.code)
    stored[list].push(verdict.value.fileId)
    names.set(verdict.value.fileId, name)
  })
  const lists = uploadLists.filter((list) => stored[list].length > 0)
  for (const list of lists) {
    const verdict = await attachFiles(actor, number, list, stored[list], language, now)
    if (!verdict.ok) return verdict
    const { leftOut } = verdict.value
    faults.push(...leftOut.map((id) => ({ list, file: names.get(id) ?? '', code: fullCode[list] })))
  }
  if (lists.length === 0 && faults.length === 0) faults.push({ list: 'photos', file: '', code: 'file_missing' })
  return yes({ faults })
}

/**
 * Takes one file for `list`, without touching the draft, so that many can be on their way at once. Says what is wrong with
 * it, `file_missing` when there is none.
 */
export async function uploadFile(
  actor: Actor,
  number: string,
  list: UploadList,
  request: Request,
): Promise<Verdict<{ fileId: string }, FileFaultCode>> {
  const own = await readOwnDossier(actor, number)
  const isFull = (own.version?.dossier[list].length ?? 0) >= uploadLimits[list].count
  const verdicts: Verdict<{ fileId: string }, FileFaultCode>[] = []
  await readUploads(request, [list], async ({ name, bytes }) => {
    if (verdicts.length > 0) return
    verdicts.push(isFull ? { ok: false, code: fullCode[list] } : await storeFile(actor, number, list, { name, bytes }))
  })
  return verdicts[0] ?? { ok: false, code: 'file_missing' }
}
