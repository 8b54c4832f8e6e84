import { translator } from '#app/platform/i18n/i18n.server'
import { languageTags, type Language } from '#app/platform/i18n/language'
import type { RefusedRequest } from '#app/server/request-guard'

export type FailureCode = RefusedRequest['code'] | 'not_found' | 'busy' | 'stale' | 'away' | 'full' | 'failure'

/** A small page of its own, for what fails outside the pages. */
export function renderFailure(language: Language, code: FailureCode, requestId: string): string {
  const t = translator(language)
  return `<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t(`server.${code}.title`)} · ${t('server.name')}</title>
<link rel="stylesheet" href="/error.css">
</head>
<body>
<main>
<p class="name">${t('server.name')}</p>
<h1>${t(`server.${code}.title`)}</h1>
<p>${t(`server.${code}.text`)}</p>
<p><a href="/${language}">${t('server.home')}</a></p>
<p class="request">${t('server.request')} <code>${requestId}</code></p>
</main>
</body>
</html>
`
}
