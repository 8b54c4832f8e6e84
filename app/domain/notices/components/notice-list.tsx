import type { NoticeLine } from '#app/domain/notices/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { useTokenField } from '#app/ui/form/form-token'
import { Link, useFetcher } from '@remix-run/react'

/** What a person was told, newest first. Following one marks it as read; without JavaScript its button does. */
export function NoticeList({ notices }: { notices: readonly NoticeLine[] }) {
  return (
    <ul className="border-line bg-surface divide-line divide-y rounded-lg border">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function NoticeRow({ notice }: { notice: NoticeLine }) {
  const { t, format } = useLanguage()
  const { id, sentence, group, href, at, isRead } = notice
  const mark = useFetcher()
  const token = useTokenField()
  const read = () => mark.submit({ intent: 'read', id, ...token }, { method: 'post' })
  return (
    <li className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 ${isRead ? '' : 'bg-accent-soft'}`}>
      <div className="min-w-0 grow basis-64">
        <p className="text-muted text-sm">
          {!isRead && <span className="text-accent font-semibold">{t('bell.new')} · </span>}
          {group} · <time dateTime={at}>{format.dateTime(at)}</time>
        </p>
        <Link
          to={href}
          onClick={() => !isRead && read()}
          className={`text-ink -my-1 inline-block py-1 break-words underline underline-offset-4 ${isRead ? '' : 'font-semibold'}`}
        >
          {sentence}
        </Link>
      </div>
      {!isRead && (
        <Form method="post" preventScrollReset className="-ml-4 shrink-0 sm:ml-0">
          <input type="hidden" name="id" value={id} />
          <Button look="quiet" name="intent" value="read" aria-label={t('bell.read_one', { sentence })}>
            {t('bell.read')}
          </Button>
        </Form>
      )}
    </li>
  )
}
