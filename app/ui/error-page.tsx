import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from './button'
import { FormToken } from './form/form-token'
import { LinkButton } from './link-button'
import { useRequestId } from './request-page'
import { typedIn, type Typed } from './typed'

const kinds = {
  400: 'bad_request',
  403: 'stale',
  404: 'not_found',
  409: 'conflict',
  429: 'too_many',
  500: 'server',
  503: 'away',
  507: 'full',
} as const

/** The page for what went wrong: thrown responses by their status, everything else is a fault of ours. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, href } = useLanguage()
  const { pathname, search } = useLocation()
  const requestId = useRequestId(pathname)
  const kind = kindOf(error)
  const typed = isRouteErrorResponse(error) ? typedIn(error.data) : null
  return (
    <section className="max-w-text flex flex-col items-start gap-4 py-8">
      <h1 className="text-xl font-bold">{t(`ui.error.${kind}_title`)}</h1>
      <p className="text-muted">{t(`ui.error.${kind}_text`)}</p>
      {kind === 'not_found' && <p>{t('ui.error.not_found_what_to_do')}</p>}
      {typed !== null && <TypedForm typed={typed} isStale={kind === 'stale'} />}
      <div className="flex flex-wrap gap-3">
        {kind === 'not_found' ? (
          <LinkButton to={href('/sites')} look="primary">
            {t('ui.error.to_search')}
          </LinkButton>
        ) : (
          typed === null && (
            <LinkButton to={pathname + search} reloadDocument look="primary">
              {t('ui.action.retry')}
            </LinkButton>
          )
        )}
        <LinkButton to={href('/')}>{t('ui.shell.to_home')}</LinkButton>
      </div>
      {kind === 'server' && requestId !== null && (
        <p className="text-muted text-sm">
          {t('ui.error.request_id')}: <code className="text-ink">{requestId}</code>
        </p>
      )}
    </section>
  )
}

/** Carries what could not be taken, so that it can be sent once more. */
function TypedForm({ typed, isStale }: { typed: Typed; isStale: boolean }) {
  const { t } = useLanguage()
  return (
    <form method="post" action={typed.to} className="flex flex-col items-start gap-3">
      <FormToken of={typed.token} />
      <p>{t(isStale ? 'ui.error.stale_typed_text' : 'ui.error.typed_text')}</p>
      {isStale && typed.sender !== null && <p>{t('ui.error.stale_sender', { name: typed.sender })}</p>}
      {typed.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button look="primary">{t('ui.error.typed_action')}</Button>
    </form>
  )
}

function kindOf(error: unknown): (typeof kinds)[keyof typeof kinds] {
  if (!isRouteErrorResponse(error)) return kinds[500]
  const found = Object.entries(kinds).find(([status]) => Number(status) === error.status)
  return found?.[1] ?? (error.status < 500 ? kinds[400] : kinds[500])
}
