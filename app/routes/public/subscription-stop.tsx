import '#app/platform/i18n/alert-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { readStopping, stopLetters } from '#app/domain/alerts/commands/stop-letters.server'
import { StopSchema } from '#app/domain/alerts/schema'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'

const isPrivate = { 'Cache-Control': 'no-store' }

function readLink(request: Request) {
  const { searchParams } = new URL(request.url)
  return StopSchema.parse({ key: searchParams.get('key'), watch: searchParams.get('watch') })
}

/** Opening the link changes nothing: the programs that look into letters open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const { key, watch } = readLink(request)
  const stopping = await readStopping(await currentActor(request), key, watch)
  const title = translator(lang)(stopping.isStopped ? 'alerts.stop.done_title' : 'alerts.stop.title')
  return data({ title, stopping }, { headers: isPrivate })
}

/** Answers without a redirect: mail programs send this by themselves and follow none (RFC 8058). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params.lang)
  const { key, watch } = readLink(request)
  await stopLetters(await currentActor(request), key, watch)
  return data(null, { headers: isPrivate })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function SubscriptionStop() {
  const { t, href } = useLanguage()
  const { title, isStopped } = useLoaderData<typeof loader>().stopping
  const isBusy = useNavigation().state === 'submitting'
  const question = title === null ? t('alerts.stop.all') : t('alerts.stop.one', { title })
  const one = title === '' ? t('alerts.stop.done_gone') : t('alerts.stop.done_one', { title: title ?? '' })
  const answer = title === null ? t('alerts.stop.done_all') : one
  return (
    <div className="max-w-text flex flex-col gap-6" aria-live="polite">
      <PageHeading
        title={t(isStopped ? 'alerts.stop.done_title' : 'alerts.stop.title')}
        lead={isStopped ? answer : question}
      />
      <p>{t('alerts.stop.keep')}</p>
      {isStopped ? (
        <div>
          <LinkButton to={href('/favourites')}>{t('alerts.stop.back')}</LinkButton>
        </div>
      ) : (
        <Form method="post">
          <Button look="primary" isBusy={isBusy}>
            {t('alerts.stop.submit')}
          </Button>
        </Form>
      )}
    </div>
  )
}
