import { type ErrorRequestHandler, type RequestHandler } from 'express'
import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'

/** Best first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

/**
 * Turns a request for a file into one for its compressed sibling of the build, when there is one that the client
 * takes. The files are listed once: a build never changes under a running server. Ranges are of the file itself.
 */
export function encodeBest(directory: string): RequestHandler {
  const names = new Set(existsSync(directory) ? readdirSync(directory) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    const siblings = ENCODINGS.filter(({ suffix }) => names.has(name + suffix))
    if (siblings.length === 0) return next()
    res.vary('Accept-Encoding')
    const chosen = siblings.find((encoding) => req.acceptsEncodings([encoding.name]) !== false)
    if (!chosen || req.headers.range !== undefined) return next()
    res.type(extname(name)).set('Content-Encoding', chosen.name)
    req.url = req.url.replace(name, name + chosen.suffix)
    next()
  }
}

/** A file that cannot be sent after all is answered by a page, which is not encoded. */
export const forgetEncoding: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  res.removeHeader('Content-Encoding')
  next(error)
}
