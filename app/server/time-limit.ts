import { RefusedRequest } from '#app/server/request-guard'
import type { RequestHandler } from 'express'

/**
 * Answers 503 when a page has not begun to answer in time, so that a stuck query does not hold a visitor for ever. A
 * request with a body gets the longer time, since a photo over a slow line is not a fault.
 */
export function limitTime(limits: { readMs: number; writeMs: number }): RequestHandler {
  return (req, res, next) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    const timer = setTimeout(
      () => {
        if (!res.headersSent) next(Object.assign(new Error('no answer in time'), { status: 503 }))
      },
      isRead ? limits.readMs : limits.writeMs,
    )
    res.on('close', () => clearTimeout(timer))
    next()
  }
}

/**
 * Refuses (408) a form that is still on its way after `ms`: each one that drips holds a connection and its place among the
 * writes. Forms larger than `bytes` carry files, for which a slow line needs the time of the whole request.
 */
export function limitArrival({ ms, bytes }: { ms: number; bytes: number }): RequestHandler {
  return (req, res, next) => {
    const length = Number(req.headers['content-length'] ?? 0)
    if (length === 0 || length > bytes) return next()
    const timer = setTimeout(() => {
      if (req.complete || res.headersSent) return
      res.set('Connection', 'close')
      next(new RefusedRequest(408, 'bad_request', 'body too slow'))
    }, ms)
    res.on('close', () => clearTimeout(timer))
    next()
  }
}
