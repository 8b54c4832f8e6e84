import type { AttachmentFault } from './attachments/model'

/** What conform answers for a form that came back; messages are keys of the words. */
export type FormReply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
  /** Facts that the words of a message need. */
  params?: Record<string, string | number>
}

/** A form that came back, with what is wrong with its files beside what else is wrong. */
export function withFileFault(reply: FormReply, { code, file }: { code: AttachmentFault; file: string }): FormReply {
  return { ...reply, error: { ...reply.error, files: [`investor.file.error.${code}`] }, params: { file } }
}
