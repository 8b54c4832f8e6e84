import { preferredLanguage } from '#app/platform/i18n/language'
import { LANGUAGE_COOKIE, readCookie } from '#app/platform/http/cookies'
import type { RequestHandler } from 'express'

/** `/` leads to the visitor's language: the cookie of an earlier choice, else the browser's, else Kazakh. */
export const redirectToLanguage: RequestHandler = (req, res) => {
  const language = preferredLanguage(readCookie(req.headers.cookie, LANGUAGE_COOKIE), req.headers['accept-language'])
  const query = req.originalUrl.slice(req.path.length)
  res.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language, Cookie' })
  res.redirect(302, `/${language}${query}`)
}
