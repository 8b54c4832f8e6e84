/**
 * The answer for what is missing or not visible to this actor: throw it. One and the same for both, so that ids do not
 * leak; the page is made by the error boundary.
 */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}
