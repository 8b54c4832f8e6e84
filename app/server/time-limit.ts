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
