import '#app/platform/i18n/bell-words.client'
import { requirePerson } from '#app/domain/accounts/session.server'
import { countPages, readPage } from '#app/domain/kernel/page'
import { markRead } from '#app/domain/notices/commands/mark-read.server'
import { NoticeList } from '#app/domain/notices/components/notice-list'
import { listNotices } from '#app/domain/notices/queries/notices.server'
import { ReadSchema } from '#app/domain/notices/schema'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { LinkTabs } from '#app/ui/link-tabs'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const person = await requirePerson(request)
  const query = new URL(request.url).searchParams
  const isUnreadOnly = query.get('show') === 'unread'
  const { request: page } = readPage({ page: query.get('page'), size: query.get('size') })
  const until = new Date().toISOString()
  return {
    title: translator(language)('bell.title'),
    found: await listNotices(person, { isUnreadOnly, language }, page),
    ...{ isUnreadOnly, until },
  }
}

/** Back to the list as it was filtered; a program that marks one in passing needs no page. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireLanguage(params.lang)
  const person = await requirePerson(request)
  const order = ReadSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!order.success) return data(null, 400)
  await markRead(person, order.data.intent === 'read' ? order.data : { until: new Date(order.data.until) })
  const { pathname, search } = new URL(request.url)
  return redirect(pathname.replace(/\.data$/, '') + search.replace(/[?&]_routes=[^&]*/, ''), 303)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Notices() {
  const { t, href } = useLanguage()
  const { found, isUnreadOnly, until } = useLoaderData<typeof loader>()
  const show = isUnreadOnly ? { show: 'unread' } : undefined
  const here = href('/notices')
  const hasUnread = found.items.some(({ isRead }) => !isRead)
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={t('bell.title')}
        actions={
          <>
            {hasUnread && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="until" value={until} />
                <Button name="intent" value="read_all">
                  {t('bell.read_all')}
                </Button>
              </Form>
            )}
            <LinkButton to={href('/account/notices')}>{t('bell.settings')}</LinkButton>
          </>
        }
      />
      <LinkTabs
        label={t('bell.filter')}
        tabs={[
          { to: here, label: t('bell.all'), isCurrent: !isUnreadOnly },
          { to: `${here}?show=unread`, label: t('bell.unread'), isCurrent: isUnreadOnly },
        ]}
      />
      {found.items.length === 0 ? (
        <EmptyState
          title={t(isUnreadOnly ? 'bell.empty_unread' : 'bell.empty')}
          text={t(isUnreadOnly ? 'bell.empty_unread_text' : 'bell.empty_text')}
        />
      ) : (
        <NoticeList notices={found.items} />
      )}
      <Pagination
        page={found.page}
        pages={countPages(found.total, found.size)}
        to={(page) => `${here}?${new URLSearchParams({ ...show, page: String(page) })}`}
      />
    </div>
  )
}
