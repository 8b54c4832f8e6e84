import { publicOrigin } from '#app/platform/env/public-origin.server'

/** Desks and slips are behind a session or a key; robots need not knock. */
const closed = ['/*/akimat', '/*/spk', '/*/admin', '/*/account', '/*/sign-in', '/*/inquiries', '/*/invitations']

export function loader() {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${publicOrigin()}/sitemap.xml`]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=600' },
  })
}
