import { env } from '#app/platform/env/env.server'

/**
 * Origin that goes before paths in letters (`https://alan.kz`): PUBLIC_URL, else the address listened on. No slash at
 * the end. With PORT=0 the real port is not known here, so letters need PUBLIC_URL then.
 */
export function publicOrigin(): string {
  const { publicUrl, host, port } = env()
  if (publicUrl !== null) return publicUrl
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
