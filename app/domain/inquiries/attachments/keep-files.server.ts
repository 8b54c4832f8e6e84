import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Tx } from '#app/platform/db/client.server'
import { StorageFullError } from '#app/platform/storage/model'
import { paperKey } from '#app/platform/storage/papers.server'
import { storage } from '#app/platform/storage/storage.server'
import { attachmentLimits, type AttachmentAccess } from './model'
import type { SentFile } from './read-message-form.server'

/**
 * Stores the files of a message under their hashes, before the transaction that names them: the same file again is
 * stored once. Call it when the message may be written. Says `storage_full` when there is no room.
 */
export async function keepFiles(files: readonly SentFile[]): Promise<Verdict<null, 'storage_full'>> {
  try {
    for (const { sha256, contentType, kept } of files) await storage().put(paperKey(sha256, contentType), kept)
    return yes(null)
  } catch (error) {
    if (error instanceof StorageFullError) return no('storage_full')
    throw error
  }
}

/** Whether the part has room for these files. The part must be locked. */
export async function hasRoom(tx: Tx, partId: string, files: readonly SentFile[]): Promise<boolean> {
  if (files.length === 0) return true
  return (await tx.inquiryAttachment.count({ where: { partId } })) + files.length <= attachmentLimits.perPart
}

/** Names stored files as attachments of a message. */
export async function attachFiles(
  tx: Tx,
  message: { id: string; partId: string },
  files: readonly SentFile[],
  access: AttachmentAccess,
): Promise<void> {
  await tx.inquiryAttachment.createMany({
    data: files.map(({ fileName, contentType, bytes, sha256 }) => ({
      ...{ partId: message.partId, messageId: message.id, access },
      ...{ fileName, contentType, bytes, sha256 },
    })),
    skipDuplicates: true,
  })
}
