import { ownScript } from '#app/platform/http/form-token'
import { useNavigate } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { attachmentLimits, filesField, type AttachmentFault } from '../attachments/model'
import type { FormReply } from './form-reply'

/** What the address for messages answers: where to go on, or the form with what is wrong. */
export type MessageAnswer = { to: string } | { reply: FormReply }

/** `share` 0 to 1 of the files that has travelled; null while nothing is under way. */
type Sending = { share: number | null; reply: FormReply | null }

/**
 * Sends a message with files by itself, so that the page can say how much has travelled; one without files goes the way
 * of every form. Spread `onSubmit` on the form whose messages go to `target`.
 */
export function useMessageSending(target: string) {
  const navigate = useNavigate()
  const [{ share, reply }, setSending] = useState<Sending>({ share: null, reply: null })
  const refuse = (code: AttachmentFault | 'connection', file = '') => {
    const error = { [filesField]: [`investor.file.error.${code}`] }
    setSending({ share: null, reply: { initialValue: null, error, params: { file } } })
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const body = new FormData(event.currentTarget)
    const files = body.getAll(filesField).filter((value) => value instanceof File && value.size > 0) as File[]
    if (files.length === 0 && share === null) return
    event.preventDefault()
    if (share !== null) return
    const large = files.find(({ size }) => size > attachmentLimits.bytes)
    if (files.length > attachmentLimits.count) return refuse('too_many')
    if (large) return refuse('paper_too_large', large.name)
    setSending({ share: 0, reply: null })
    void send(target, body, (done) => setSending({ share: done, reply: null })).then((answer) => {
      if (answer === null) return refuse('connection')
      setSending({ share: null, reply: 'reply' in answer ? answer.reply : null })
      if ('to' in answer) void navigate(answer.to)
    })
  }
  return { onSubmit, share, reply }
}

/** XMLHttpRequest, since `fetch` does not tell how much has travelled; null when no answer came. */
function send(target: string, body: FormData, onProgress: (share: number) => void): Promise<MessageAnswer | null> {
  const request = new XMLHttpRequest()
  request.open('POST', target)
  request.responseType = 'json'
  const headers = { Accept: 'application/json', ...ownScript }
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
  return new Promise((resolve) => {
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      resolve(typeof answer === 'object' && answer !== null ? (answer as MessageAnswer) : null)
    })
    for (const event of ['error', 'timeout', 'abort']) request.addEventListener(event, () => resolve(null))
    request.send(body)
  })
}
