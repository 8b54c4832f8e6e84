import type { MissingValue } from '#app/domain/questions/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { FormToken } from '#app/ui/form/form-token'
import { Link, useFetcher } from '@remix-run/react'
import { MessageCircleQuestion } from 'lucide-react'
import type { AskReply } from './ask-reply'

type AskButtonsProps = { number: string; values: readonly MissingValue[] }

/** One click asks the akimat for a value; beside it how often it was asked for, or what the akimat said. */
export function AskButtons({ number, values }: AskButtonsProps) {
  if (values.length === 0) return null
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      {values.map((value) => (
        <li key={value.field} className="min-w-0">
          <AskOne number={number} value={value} />
        </li>
      ))}
    </ul>
  )
}

function AskOne({ number, value }: { number: string; value: MissingValue }) {
  const { t, href } = useLanguage()
  const fetcher = useFetcher<AskReply>()
  const reply = fetcher.data
  const path = href(`/sites/${number}/ask?${new URLSearchParams({ field: value.field })}`)
  if (value.declined !== null) return <Declined value={value} />
  if (value.isMine || reply?.code === 'asked') {
    return (
      <p role="status" className="text-good flex flex-wrap items-center gap-x-3 text-sm">
        {t('questions.asked', { label: value.label })}
        {reply?.code === 'asked' && !reply.isTold && (
          <Link to={path} className="text-accent inline-flex min-h-11 items-center underline">
            {t('questions.leave_address')}
          </Link>
        )}
      </p>
    )
  }
  return (
    <fetcher.Form method="post" action={path} className="-ml-3 flex flex-wrap items-center gap-x-2">
      <FormToken />
      <input type="hidden" name="field" value={value.field} />
      <Button look="quiet" size="small" icon={MessageCircleQuestion} isBusy={fetcher.state !== 'idle'}>
        {t('questions.ask', { label: value.label })}
      </Button>
      {value.count > 0 && (
        <span className="text-muted text-sm">{t('questions.count', { count: value.count, value: value.count })}</span>
      )}
      {reply && (
        <span role="alert" className="text-bad text-sm">
          {t(`questions.reply.${reply.code}`)}
        </span>
      )}
    </fetcher.Form>
  )
}

function Declined({ value }: { value: MissingValue }) {
  const { t } = useLanguage()
  return (
    <p className="text-muted text-sm">
      {t('questions.declined', { label: value.label })} {/* In whatever language the akimat wrote. */}
      <q lang="zxx" translate="no" className="break-words">
        {value.declined}
      </q>
    </p>
  )
}
