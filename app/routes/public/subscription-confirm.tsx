import '#app/platform/i18n/alert-words.client'
import { visitor } from '#app/domain/accounts/model'
import { currentActor } from '#app/domain/accounts/session.server'
import { confirmAddress, readPendingOrder } from '#app/domain/alerts/commands/confirm-address.server'
import { writeDone } from '#app/domain/alerts/done'
import { keptCookie } from '#app/domain/alerts/kept-cookie.server'
import { subscriberCookie } from '#app/domain/alerts/subscribers.server'
import { joinQuestion } from '#app/domain/questions/commands/ask-value.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FactList } from '#app/ui/fact-list'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }
const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

/** Opening the link changes nothing: the programs that look into letters open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const found = readPendingOrder(await currentActor(request), tokenOf(request))
  if (found === null) throw notFound()
  const title = translator(lang)(found.isOver ? 'alerts.confirm.expired_title' : 'alerts.confirm.title')
  const { email, wish, ask, kept, until } = found.order
  const order = { email, wish, asked: ask?.title ?? null, kept: kept.length, until: new Date(until).toISOString() }
  return data({ title, isOver: found.isOver, order }, { headers: isPrivate })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const token = tokenOf(request)
  const verdict = await confirmAddress(await currentActor(request), token)
  // Expired meanwhile: the page itself says so.
  if (!verdict.ok) return redirect(pathIn(lang, `/subscription/confirm?${new URLSearchParams({ token })}`), 303)
  const { subscriberId, ask } = verdict.value
  if (ask !== null) await joinQuestion({ actor: visitor, provenId: subscriberId }, ask.question)
  const headers = new Headers(isPrivate)
  headers.append('Set-Cookie', subscriberCookie(subscriberId))
  headers.append('Set-Cookie', keptCookie([]))
  return redirect(pathIn(lang, `/favourites?${writeDone({ kind: 'confirmed' })}`), { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function SubscriptionConfirm() {
  const { t, format, href } = useLanguage()
  const { isOver, order } = useLoaderData<typeof loader>()
  const isBusy = useNavigation().state === 'submitting'
  if (isOver) {
    return (
      <>
        <PageHeading
          title={t('alerts.confirm.expired_title')}
          lead={t('alerts.confirm.expired_text', { until: format.dateTime(order.until) })}
        />
        <LinkButton to={href('/favourites')}>{t('alerts.confirm.again')}</LinkButton>
      </>
    )
  }
  const { wish, asked, kept } = order
  return (
    <div className="flex flex-col gap-6">
      <PageHeading title={t('alerts.confirm.title')} lead={t('alerts.confirm.lead')} />
      <FactList
        facts={[
          { label: t('alerts.confirm.email'), value: <Own>{order.email}</Own> },
          ...(wish ? [{ label: t('alerts.confirm.search'), value: <Own>{wish.title}</Own> }] : []),
          ...(wish ? [{ label: t('alerts.confirm.rhythm'), value: t(`alerts.rhythm.${wish.rhythm}`) }] : []),
          ...(asked === null ? [] : [{ label: t('alerts.confirm.question'), value: asked }]),
          ...(kept > 0 ? [{ label: t('alerts.confirm.sites'), value: format.number(kept) }] : []),
        ]}
      />
      <Form method="post">
        <Button look="primary" isBusy={isBusy}>
          {t('alerts.confirm.submit')}
        </Button>
      </Form>
    </div>
  )
}

/** Somebody's own words stay as they wrote them. */
function Own({ children }: { children: string }) {
  return (
    <span translate="no" className="break-words">
      {children}
    </span>
  )
}
