import '#app/platform/i18n/bell-words.client'
import { currentActor } from '#app/domain/accounts/session.server'
import { readStop, stopNotices } from '#app/domain/notices/commands/choose-rhythms.server'
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

const keyOf = (request: Request) => new URL(request.url).searchParams.get('key')

/** Opening the link changes nothing: the programs that look into letters open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = translator(requireLanguage(params.lang))
  const { group, isStopped } = await readStop(await currentActor(request), keyOf(request))
  const title = t(isStopped ? 'bell.stop.done' : 'bell.stop.title')
  return data({ title, group: t(`notices.group.${group}`), isStopped }, { headers: isPrivate })
}

/** Answers without a redirect: mail programs send this by themselves and follow none (RFC 8058). */
export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params.lang)
  await stopNotices(await currentActor(request), keyOf(request))
  return data(null, { headers: isPrivate })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export const headers = () => isPrivate

export default function NoticesStop() {
  const { t, href } = useLanguage()
  const { title, group, isStopped } = useLoaderData<typeof loader>()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <div className="max-w-text flex flex-col gap-6" aria-live="polite">
      <PageHeading title={title} lead={t(isStopped ? 'bell.stop.done_text' : 'bell.stop.text', { group })} />
      <p>{t('bell.stop.keep')}</p>
      {isStopped ? (
        <div>
          <LinkButton to={href('/account/notices')}>{t('bell.settings')}</LinkButton>
        </div>
      ) : (
        <Form method="post">
          <Button look="primary" isBusy={isBusy}>
            {t('bell.stop.submit')}
          </Button>
        </Form>
      )}
    </div>
  )
}
