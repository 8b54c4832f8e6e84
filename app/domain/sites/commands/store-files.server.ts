import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { storeImage } from '#app/platform/storage/images.server'
import { StorageFullError } from '#app/platform/storage/model'
import { paperTypes, storePaper } from '#app/platform/storage/papers.server'
import { queueAvif } from '../make-avif.server'
import { paperFileName, type FileFaultCode, type UploadList } from '../uploads'
import { visibleTo } from '../visible-to.server'
import { personId } from './own-version.server'

type Sent = { name: string; bytes: Uint8Array }

type NewFile = Omit<Prisma.SiteFileUncheckedCreateInput, 'siteId' | 'uploadedBy'>

/**
 * Stores a photograph or a paper of a site; the draft refers to it by the id that comes back. The same file sent twice is
 * stored once. Says what is wrong with a file that is none of what is asked for, and `storage_full` when there is no room.
 */
export async function storeFile(
  actor: Actor,
  number: string,
  list: UploadList,
  sent: Sent,
): Promise<Verdict<{ fileId: string }, FileFaultCode>> {
  const site = await database().site.findFirst({ where: { AND: [{ number }, visibleTo(actor, 'site.edit')] } })
  if (site === null) throw notFound()
  const stored = await keep(list, sent)
  if (!stored.ok) return stored
  const { sha256 } = stored.value
  const fileId = await inTransaction(database(), async (tx) => {
    const file = await tx.siteFile.upsert({
      where: { siteId_sha256: { siteId: site.id, sha256 } },
      create: { ...stored.value, siteId: site.id, uploadedBy: personId(actor) },
      update: {},
      select: { id: true, hasAvif: true },
    })
    if (list === 'photos' && !file.hasAvif) await queueAvif(tx, sha256)
    return file.id
  })
  return yes({ fileId })
}

async function keep(list: UploadList, sent: Sent): Promise<Verdict<NewFile, FileFaultCode>> {
  try {
    return list === 'photos' ? await keepPhoto(sent) : await keepPaper(sent)
  } catch (error) {
    if (error instanceof StorageFullError) return no('storage_full')
    throw error
  }
}

async function keepPhoto({ bytes }: Sent): Promise<Verdict<NewFile, FileFaultCode>> {
  const stored = await storeImage(bytes)
  return stored.ok ? yes({ kind: 'photo', ...stored.value }) : no(stored.code)
}

async function keepPaper({ name, bytes }: Sent): Promise<Verdict<NewFile, FileFaultCode>> {
  const stored = await storePaper(bytes)
  if (!stored.ok) return no(stored.code)
  const fileName = paperFileName(name, paperTypes[stored.value.contentType])
  return yes({ kind: 'paper', fileName, ...stored.value })
}
