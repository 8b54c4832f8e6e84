import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Link, useNavigation } from '@remix-run/react'
import { backToDesk } from '../assign-schema'
import type { Colleague, InboxLine, PartRef } from '../model'
import { useDueWords } from './due-words'
import { readReply, type FormReply } from './form-reply'
import { OwnLine } from './own-words'

type AssignData = {
  lines: readonly InboxLine[]
  colleagues: readonly Colleague[]
  to: string | null
  canGive: boolean
  today: LocalDate
  formKey: string
}

type Outcome = { done: number; conflicts: (PartRef & { code: 'gone' | 'closed' | 'taken'; by: string })[] }

type AssignPageProps = { data: AssignData; reply: FormReply | undefined; outcome: Outcome | null }

/** Whom the chosen cases go to: says what will happen before it does, and what could not be done after it. */
export function AssignPage({ data, reply, outcome }: AssignPageProps) {
  const { t, href } = useLanguage()
  const { lines, canGive } = data
  return (
    <div className="max-w-reading mx-auto flex w-full flex-col gap-6 px-4 py-6 sm:px-6">
      <PageHeading title={t(canGive ? 'spk.assign.title' : 'spk.assign.title_take')} />
      {outcome !== null && <Conflicts outcome={outcome} />}
      {outcome === null && lines.length === 0 && (
        <EmptyState title={t('spk.assign.none')} text={t('spk.assign.none_text')}>
          <LinkButton to={`${href('/spk')}?view=desk&select=1`}>{t('spk.back')}</LinkButton>
        </EmptyState>
      )}
      {outcome === null && lines.length > 0 && <AssignForm data={data} reply={reply} />}
    </div>
  )
}

function AssignForm({ data, reply }: Pick<AssignPageProps, 'data' | 'reply'>) {
  const { t, href } = useLanguage()
  const { lines, canGive, formKey, colleagues } = data
  const isBusy = useNavigation().state === 'submitting'
  const me = colleagues.find(({ isMe }) => isMe)
  return (
    <Form method="post" noValidate className="flex flex-col gap-5">
      <ErrorSummary errors={readReply(t, reply).summary()} />
      <input type="hidden" name="form" value={formKey} />
      {lines.map(({ number, part, assigneeId }) => (
        <input key={`${number}/${part}`} type="hidden" name="case" value={`${number}/${part}/${assigneeId ?? ''}`} />
      ))}
      {canGive ? <ToWhom data={data} reply={reply} /> : <input type="hidden" name="to" value={me?.userId ?? ''} />}
      <ChosenList data={data} />
      <p className="text-muted max-w-text text-sm">{t(canGive ? 'spk.assign.meaning' : 'spk.assign.meaning_take')}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isBusy}>
          {t(canGive ? 'spk.assign.confirm' : 'spk.assign.confirm_take', { count: lines.length })}
        </Button>
        <LinkButton look="quiet" to={href('/spk')}>
          {t('ui.action.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

function ToWhom({ data, reply }: Pick<AssignPageProps, 'data' | 'reply'>) {
  const { t, format } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  return (
    <div className="max-w-md">
      <SelectField
        id="to"
        name="to"
        label={t('spk.assign.to')}
        hint={t('spk.assign.to_hint')}
        defaultValue={valueOf('to', data.to ?? '')}
        error={errorOf('to')}
        required
        options={[
          ...data.colleagues.map(({ userId, name, languages, absentUntil }) => ({
            value: userId,
            label:
              absentUntil === null
                ? `${name} (${languages.join(', ')})`
                : t('spk.assign.absent', { name, until: format.date(absentUntil) }),
            isDisabled: absentUntil !== null,
          })),
          { value: backToDesk, label: t('spk.assign.desk') },
        ]}
      />
    </div>
  )
}

function ChosenList({ data }: { data: AssignData }) {
  const { t } = useLanguage()
  const words = useDueWords(data.today)
  return (
    <ul className="border-line divide-line divide-y border-y" aria-label={t('spk.assign.cases')}>
      {data.lines.map((line) => (
        <li key={`${line.number}/${line.part}`} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0">
            <span className="tabular-nums">{line.number}</span> · <OwnLine>{line.title}</OwnLine>
          </span>
          <span className="text-muted text-sm">
            {words(line.due)} · {line.assignee ? <OwnLine>{line.assignee}</OwnLine> : t('spk.unassigned')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Conflicts({ outcome }: { outcome: Outcome }) {
  const { t, href } = useLanguage()
  return (
    <>
      <Notice tone="attention" role="alert" title={t('spk.assign.partly', { count: outcome.done })}>
        <ul className="list-disc pl-5">
          {outcome.conflicts.map(({ number, part, code, by }) => (
            <li key={`${number}/${part}`}>
              {code === 'gone' ? (
                number
              ) : (
                <Link to={href(`/spk/inquiries/${number}/${part}`)} className="underline">
                  {number}
                </Link>
              )}
              : {t(`spk.assign.conflict.${code === 'taken' && by === '' ? 'returned' : code}`, { by })}
            </li>
          ))}
        </ul>
      </Notice>
      <div>
        <LinkButton to={`${href('/spk')}?view=desk`}>{t('spk.back')}</LinkButton>
      </div>
    </>
  )
}
