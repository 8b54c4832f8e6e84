import { currentRequestId } from '#app/platform/http/request-context.server'

export interface Problem {
  status: number
  /** Stable word for programs, such as `not_found`. */
  code: string
  /** One English sentence for the person who writes the client. */
  title: string
  /** Further members, such as `{ errors: [...] }`. */
  extra?: Record<string, unknown>
}

/** Body of an RFC 9457 problem document, with the request id that operators find in the log. */
export function problemBody({ status, code, title, extra }: Problem): Record<string, unknown> {
  return { ...extra, type: `urn:alan:problem:${code}`, title, status, code, request_id: currentRequestId() }
}

/** The answer of an API route that says no: an RFC 9457 problem document. */
export function problem(about: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problemBody(about)), {
    status: about.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}
