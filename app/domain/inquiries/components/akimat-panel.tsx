import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import type { RequestView } from '../akimat/model'
import type { PartRef } from '../model'
import { LocalName, OwnLine, OwnText } from './own-words'

type AkimatPanelProps = {
  requests: readonly RequestView[]
  inquiry: PartRef
  /** The case is open and the actor may work on it. */
  canAsk: boolean
}

/** What the akimat was asked for a case and what it said; no clock waits for it. */
export function AkimatPanel({ requests, inquiry, canAsk }: AkimatPanelProps) {
  const { t, href } = useLanguage()
  if (requests.length === 0 && !canAsk) return null
  const path = href(`/spk/inquiries/${inquiry.number}/${inquiry.part}/akimat`)
  return (
    <section aria-labelledby="akimat" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="akimat" className="text-base font-bold">
          {t('spk.akimat.title')}
        </h2>
        {canAsk && (
          <LinkButton to={path} size="small">
            {t('spk.akimat.ask')}
          </LinkButton>
        )}
      </div>
      {requests.length === 0 ? (
        <p className="text-muted text-sm">{t('spk.akimat.none')}</p>
      ) : (
        <ul className="border-line divide-line divide-y border-y">
          {requests.map((request) => (
            <li key={request.id} className="flex flex-col gap-2 py-3">
              <RequestWords request={request} />
              {canAsk && request.state === 'open' && (
                <Form method="post" action={path}>
                  <input type="hidden" name="request" value={request.id} />
                  <Button name="intent" value="withdraw" size="small" look="quiet" isFlush>
                    {t('spk.akimat.withdraw')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A question with its answer, or since when it waits. */
export function RequestWords({ request }: { request: RequestView }) {
  const { t, format } = useLanguage()
  const { state, site, akimat, label, text, dueOn, isLate, answer, answeredBy, answeredAt } = request
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {state === 'open' && (
          <Chip tone={isLate ? 'bad' : 'attention'}>
            {t(isLate ? 'spk.akimat.late' : 'spk.akimat.waiting', { date: format.date(dueOn) })}
          </Chip>
        )}
        {state === 'withdrawn' && <Chip>{t('spk.akimat.withdrawn')}</Chip>}
        <span className="text-muted">
          <LocalName of={akimat} /> · {site}
          {label !== null && ` · ${label}`}
        </span>
      </p>
      <OwnText>{text}</OwnText>
      {state === 'answered' && answeredAt !== null && (
        <div className="border-accent border-l-2 pl-3">
          <p className="text-muted text-sm">
            {answeredBy && <OwnLine>{answeredBy}</OwnLine>} · {format.dateTime(answeredAt)}
          </p>
          <OwnText>{answer}</OwnText>
        </div>
      )}
    </>
  )
}
