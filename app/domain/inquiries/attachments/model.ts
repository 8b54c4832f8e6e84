/** Who may open an attachment: both sides, or only the people of the body. */
export type AttachmentAccess = 'parties' | 'internal'

/** An attachment as a conversation shows it; `bytes` is its size. */
export type AttachmentView = { id: string; fileName: string; bytes: number; access: AttachmentAccess }

/** Of one message, of one file in bytes, and of a whole part. */
export const attachmentLimits = { count: 5, bytes: 10_000_000, perPart: 60 } as const

/** Name of the form's field. */
export const filesField = 'files'

/** What the file chooser offers; what a file is, its content says. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp'

/** Why a file is not taken; the whole message is refused with it. */
export const attachmentFaults = [
  'paper_too_large',
  'paper_archive',
  'paper_office',
  'paper_program',
  'paper_type',
  'paper_image_broken',
  'pdf_encrypted',
  'pdf_active',
  'pdf_broken',
  'name_lies',
  'too_many',
  'too_many_in_case',
  'storage_full',
] as const
export type AttachmentFault = (typeof attachmentFaults)[number]
