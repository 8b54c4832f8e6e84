import type { Actor } from '#app/domain/accounts/model'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'
import type { Language } from '#app/platform/i18n/language'
import { z } from 'zod'
import type { Dossier, Paper, Photo } from '../model'
import type { SaveCode } from '../own-site'
import type { RemovedEntry } from '../removed-entry'
import { bareName, noText, uploadLimits, type UploadList } from '../uploads'
import { visibleTo } from '../visible-to.server'
import { saveDraft, type Saved } from './save-draft.server'

type StoredName = { id: string; fileName: string }

/**
 * Puts stored files at the end of the draft's photographs or papers, each once, whatever was saved meanwhile. Those of
 * another site are left out; those beyond the largest number too, and `leftOut` names them. A paper is called after its
 * file, in `language`, and is opened on request until somebody says otherwise. Says no like `saveDraft`.
 */
export async function attachFiles(
  actor: Actor,
  number: string,
  list: UploadList,
  fileIds: readonly string[],
  language: Language,
  now = new Date(),
): Promise<Verdict<Saved & { leftOut: string[] }, SaveCode>> {
  const files = await findFiles(actor, number, list, fileIds)
  let leftOut: string[] = []
  const verdict = await saveDraft(
    actor,
    number,
    null,
    (dossier) => {
      const present = new Set(dossier[list].map(({ fileId }) => fileId))
      const added = files.filter(({ id }) => !present.has(id))
      const room = Math.max(0, uploadLimits[list].count - present.size)
      leftOut = added.slice(room).map(({ id }) => id)
      return append(dossier, list, added.slice(0, room), language)
    },
    now,
  )
  return verdict.ok ? yes({ ...verdict.value, leftOut }) : verdict
}

/**
 * Puts a photograph or paper back where it stood before somebody took it out, with its words. Does nothing when it is
 * there, or is no file of this site. Says no like `saveDraft`.
 */
export async function restoreEntry(
  actor: Actor,
  number: string,
  removed: RemovedEntry,
  now = new Date(),
): Promise<Verdict<Saved, SaveCode>> {
  const { list, index, entry } = removed
  const [file] = await findFiles(actor, number, list, [entry.fileId])
  return saveDraft(
    actor,
    number,
    null,
    (dossier) => {
      const entries: readonly (Photo | Paper)[] = dossier[list]
      const isThere = entries.some(({ fileId }) => fileId === entry.fileId)
      if (file === undefined || isThere || entries.length >= uploadLimits[list].count) return dossier
      return { ...dossier, [list]: [...entries.slice(0, index), entry, ...entries.slice(index)] }
    },
    now,
  )
}

/** In the order they were named. */
async function findFiles(
  actor: Actor,
  number: string,
  list: UploadList,
  fileIds: readonly string[],
): Promise<StoredName[]> {
  const kind = list === 'photos' ? 'photo' : 'paper'
  const rows = await database().siteFile.findMany({
    where: {
      id: { in: fileIds.filter((id) => z.uuid().safeParse(id).success) },
      kind,
      site: { AND: [{ number }, visibleTo(actor, 'site.edit')] },
    },
    select: { id: true, fileName: true },
  })
  return [...new Set(fileIds)].flatMap((fileId) => rows.find(({ id }) => id === fileId) ?? [])
}

function append(dossier: Dossier, list: UploadList, files: StoredName[], language: Language): Dossier {
  if (list === 'photos') {
    const photos = files.map(({ id }): Photo => ({ fileId: id, alt: noText, access: 'public' }))
    return { ...dossier, photos: [...dossier.photos, ...photos] }
  }
  const papers = files.map(({ id, fileName }): Paper => {
    return { fileId: id, kind: 'other', title: { ...noText, [language]: bareName(fileName) }, access: 'on_request' }
  })
  return { ...dossier, papers: [...dossier.papers, ...papers] }
}
