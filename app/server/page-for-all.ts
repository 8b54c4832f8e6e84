import { createHash } from 'node:crypto'

/** Stands where the nonce of a request would stand; a page that is kept belongs to no request. */
export const KEPT_NONCE = 'kept-page'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
const REQUEST_META = /<meta name="alan-request"[^>]*>/g

/**
 * A rendered page without what belongs to one request: the nonces are emptied and the request id is taken out. The
 * inline scripts are allowed by their content instead (`'sha256-…'`): a nonce that many people get could be read by one
 * of them and used against the others, the hash of a script allows nothing but that script. Null when a nonce is left
 * somewhere, so that such a page is not kept.
 */
export function pageForAll(html: string): { html: string; scripts: string[] } | null {
  const clean = html.replaceAll(` nonce="${KEPT_NONCE}"`, ' nonce=""').replace(REQUEST_META, '')
  if (clean.includes(KEPT_NONCE)) return null
  const scripts = [...clean.matchAll(INLINE_SCRIPT)].map(([, script = '']) => {
    return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  })
  return { html: clean, scripts: [...new Set(scripts)] }
}

/** The policy of a kept page: our own files and these inline scripts. */
export function policyForAll(policy: string, scripts: readonly string[]): string {
  return policy.replace(/script-src [^;]*/, ["script-src 'self'", ...scripts].join(' '))
}
