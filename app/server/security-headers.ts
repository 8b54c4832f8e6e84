import type { Env } from '#app/platform/env/parse-env'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { ServerResponse } from 'node:http'

/** Features of the browser that no page uses. */
const DENIED_FEATURES = ['camera', 'microphone', 'payment', 'usb', 'serial', 'browsing-topics']

const ONE_YEAR = 31_536_000

function originsOf(addresses: (string | null)[]): string[] {
  return [...new Set(addresses.filter((address) => address !== null).map((address) => new URL(address).origin))]
}

/** Security headers of every answer; the nonce of a request is in `res.locals.cspNonce`. */
export function securityHeaders(env: Env, isDevelopment: boolean): RequestHandler[] {
  const basemap = originsOf([env.basemap.styleUrl, env.basemap.tilesUrl])
  const nonce = (_req: unknown, res: ServerResponse) => `'nonce-${(res as ResponseWithNonce).locals.cspNonce}'`
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", nonce, "'strict-dynamic'"],
        'style-src': isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        'connect-src': ["'self'", ...basemap, ...(isDevelopment ? ['ws:'] : [])],
        'img-src': ["'self'", 'data:', 'blob:', ...basemap],
        'font-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // `no-referrer` makes browsers send `Origin: null` with plain form posts: no form would work without JavaScript.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: env.publicUrl?.startsWith('https:') ? { maxAge: ONE_YEAR } : false,
    xFrameOptions: { action: 'deny' },
  })
  // "Near me" asks when it is pressed; frames of others never may.
  const policy = ['geolocation=(self)', ...DENIED_FEATURES.map((feature) => `${feature}=()`)].join(', ')
  const permissions: RequestHandler = (_req, res, next) => {
    res.setHeader('Permissions-Policy', policy)
    next()
  }
  return [headers, permissions]
}

type ResponseWithNonce = ServerResponse & { locals: { cspNonce: string } }
