import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { ByteRange } from '#app/platform/http/byte-range'
import type { OpenedBytes } from '#app/platform/storage/model'
import { isPaperType, paperKey } from '#app/platform/storage/papers.server'
import { storage } from '#app/platform/storage/storage.server'
import { isInvestorOf } from '../investor-access.server'
import { visibleParts } from '../visible-to.server'

/** A file that the actor may save. */
export type OpenAttachment = {
  contentType: string
  fileName: string
  size: number
  tag: string
  /** Null when the storage does not have it. */
  open(range?: ByteRange): Promise<OpenedBytes | null>
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * An attachment of a case: open to the investor by the key or the account, and to those who may read the part now; what
 * is internal only to them. Null when it is missing or not for the actor, which is the same to whoever asks.
 */
export async function openAttachment(
  actor: Actor,
  { id, key }: { id: string; key: string | null },
): Promise<OpenAttachment | null> {
  if (!idShape.test(id)) return null
  const file = await database().inquiryAttachment.findUnique({
    where: { id },
    include: {
      part: { select: { inquiry: { select: { submissionKey: true, secretHash: true, ownerId: true } } } },
    },
  })
  if (file === null || !isPaperType(file.contentType)) return null
  const { contentType, fileName, bytes: size, sha256 } = file
  const isInvestors = file.access === 'parties' && isInvestorOf(actor, file.part.inquiry, key)
  if (!isInvestors && !(await isOfBody(actor, file.partId))) return null
  return {
    ...{ contentType, fileName, size, tag: `"${sha256.slice(0, 20)}"` },
    open: (range) => storage().open(paperKey(sha256, contentType), range),
  }
}

async function isOfBody(actor: Actor, partId: string): Promise<boolean> {
  const part = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { id: partId }] },
    select: { id: true },
  })
  return part !== null
}
