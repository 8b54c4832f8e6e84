import { largeCode, type AttachReply, type UploadList, type UploadReply } from '#app/domain/sites/uploads'
import { ownScript } from '#app/platform/http/form-token'
import type { Sending } from './upload-queue'

const headers = { Accept: 'application/json', ...ownScript }

/** Sends one file to the draft's address for files. XMLHttpRequest, since `fetch` does not tell how much has travelled. */
export function sendFile(url: string, list: UploadList, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append(list, file)
  request.open('POST', `${url}?${new URLSearchParams({ list })}`)
  request.responseType = 'json'
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
  const reply = new Promise<Awaited<Sending['reply']>>((resolve) => {
    const fail = () => resolve({ ok: false, code: 'connection' })
    request.addEventListener('load', () => {
      // A proxy in between may have its own opinion of what is too large.
      if (request.status === 413) resolve({ ok: false, code: largeCode[list] })
      else if (isReply<UploadReply>(request.response)) resolve(request.response)
      else fail()
    })
    for (const event of ['error', 'timeout', 'abort']) request.addEventListener(event, fail)
  })
  request.send(body)
  return { reply, cancel: () => request.abort() }
}

/** Puts stored files into the draft; null when the server could not be reached or could not answer. */
export async function attachStored(
  url: string,
  list: UploadList,
  fileIds: readonly string[],
): Promise<AttachReply | null> {
  const body = new URLSearchParams([['list', list], ...fileIds.map((fileId) => ['fileId', fileId])])
  try {
    const response = await fetch(url, { method: 'POST', body, headers })
    const reply: unknown = await response.json()
    return isReply<AttachReply>(reply) ? reply : null
  } catch {
    return null
  }
}

function isReply<Reply extends { ok: boolean }>(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value
}
