import { countPages, type Page } from '#app/domain/kernel/page'
import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip, DemoChip } from '#app/ui/chip'
import { DataTable, type Column } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { Link, useNavigation } from '@remix-run/react'
import { longestText, type AkimatTask, type FollowedCase } from '../akimat/model'
import { RequestWords } from './akimat-panel'
import { readReply, type FormReply } from './form-reply'
import { LocalName, OwnLine } from './own-words'
import { StateChip } from './state-chip'

export type AkimatInquiriesData = {
  tasks: AkimatTask[]
  followed: Page<FollowedCase>
  canAnswer: boolean
  isDone: boolean
}

type Props = { data: AkimatInquiriesData; reply: FormReply | undefined }

/** What the bodies ask this akimat, and how the inquiries about its sites go. */
export function AkimatInquiriesPage({ data, reply }: Props) {
  const { t } = useLanguage()
  const { tasks, followed } = data
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <PageHeading title={t('akimat.inquiries.title')} lead={t('akimat.inquiries.lead')} />
        {data.isDone && (
          <Notice tone="good" role="status">
            {t('akimat.inquiries.answered')}
          </Notice>
        )}
      </div>
      <section aria-labelledby="tasks" className="flex flex-col gap-3">
        <h2 id="tasks" className="text-lg font-bold">
          {t('akimat.inquiries.asked')}
        </h2>
        {tasks.length === 0 ? (
          <p className="text-muted">{t('akimat.inquiries.none_asked')}</p>
        ) : (
          <ul className="border-line divide-line divide-y border-y">
            {tasks.map((task) => (
              <li key={task.id} id={task.id} className="flex flex-col gap-3 py-4">
                <Task task={task} canAnswer={data.canAnswer} reply={reply} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {followed.total === 0 ? (
        <EmptyState title={t('akimat.inquiries.none')} text={t('akimat.inquiries.none_text')} />
      ) : (
        <FollowedTable followed={followed} />
      )}
    </div>
  )
}

function Task({ task, canAnswer, reply }: { task: AkimatTask; canAnswer: boolean; reply: FormReply | undefined }) {
  const { t, lang, href } = useLanguage()
  const name = chooseText(task.siteName, lang).text
  return (
    <>
      <p className="font-semibold">
        <span className="tabular-nums">{task.number}</span> · <OwnLine>{task.title}</OwnLine>
      </p>
      <p className="text-muted text-sm">
        <LocalName of={task.body} />, <OwnLine>{task.askedBy}</OwnLine>
        {' · '}
        <Link
          to={href(`/akimat/sites/${task.site}`)}
          className="inline-flex min-h-11 items-center underline sm:min-h-0"
        >
          {task.site} {name}
        </Link>
      </p>
      <RequestWords request={task} />
      {task.field !== null && task.state === 'open' && canAnswer && (
        // The desk of questions opens a draft at the field.
        <Form method="post" action={href('/akimat/questions')}>
          <input type="hidden" name="number" value={task.site} />
          <input type="hidden" name="field" value={task.field} />
          <Button size="small" name="intent" value="answer">
            {t('akimat.inquiries.to_editor')}
          </Button>
        </Form>
      )}
      {task.state === 'open' && canAnswer && <AnswerForm task={task} reply={reply} />}
    </>
  )
}

function AnswerForm({ task, reply }: { task: AkimatTask; reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const isMine = reply?.initialValue?.request === task.id
  const { valueOf, errorOf, summary } = readReply(t, isMine ? reply : undefined)
  const isBusy = useNavigation().state === 'submitting'
  const id = `text-${task.id}`
  return (
    <details open={isMine}>
      <summary className="text-accent inline-flex min-h-11 items-center font-medium">
        {t('akimat.inquiries.answer')}
        <span className="sr-only">: {task.number}</span>
      </summary>
      <Form method="post" noValidate className="max-w-text flex flex-col gap-3 pb-2">
        <ErrorSummary errors={summary().map((error) => ({ ...error, fieldId: id }))} />
        <input type="hidden" name="request" value={task.id} />
        <TextAreaField
          id={id}
          name="text"
          rows={4}
          label={t('akimat.inquiries.text')}
          hint={t('akimat.inquiries.text_hint')}
          defaultValue={valueOf('text')}
          error={errorOf('text')}
          maxLength={longestText}
          required
        />
        <div>
          <Button look="primary" isBusy={isBusy}>
            {t('akimat.inquiries.send')}
          </Button>
        </div>
      </Form>
    </details>
  )
}

function FollowedTable({ followed }: { followed: Page<FollowedCase> }) {
  const { t, href, format } = useLanguage()
  const columns: Column<FollowedCase>[] = [
    {
      ...{ key: 'number', header: t('akimat.inquiries.column.inquiry'), isRowHeader: true },
      cell: ({ number, title, isDemo }) => (
        <>
          <OwnLine>{title}</OwnLine>
          <span className="text-muted block text-sm font-normal tabular-nums">
            {number} {isDemo && <DemoChip />}
          </span>
        </>
      ),
    },
    {
      ...{ key: 'sites', header: t('akimat.inquiries.column.sites') },
      cell: ({ sites }) =>
        sites.map((number) => (
          <Link
            key={number}
            to={href(`/akimat/sites/${number}`)}
            className="mr-3 inline-flex min-h-11 items-center sm:min-h-0"
          >
            {number}
          </Link>
        )),
    },
    { key: 'body', header: t('akimat.inquiries.column.body'), cell: ({ body }) => <LocalName of={body} /> },
    { key: 'state', header: t('akimat.inquiries.column.state'), cell: ({ state }) => <StateChip state={state} /> },
    {
      ...{ key: 'received', header: t('akimat.inquiries.column.received') },
      cell: ({ receivedOn }) => format.date(receivedOn),
    },
    {
      ...{ key: 'answered', header: t('akimat.inquiries.column.answered') },
      cell: ({ answeredOn }) => (answeredOn === null ? '—' : format.date(answeredOn)),
    },
    { key: 'due', header: t('akimat.inquiries.column.due'), cell: (line) => <Due line={line} /> },
  ]
  return (
    <div>
      <DataTable
        caption={t('akimat.inquiries.about')}
        columns={columns}
        rows={followed.items}
        rowKey={({ number, part }) => `${number}/${part}`}
      />
      <Pagination
        page={followed.page}
        pages={countPages(followed.total, followed.size)}
        to={(page) => `?page=${page}`}
      />
    </div>
  )
}

function Due({ line }: { line: FollowedCase }) {
  const { t, format } = useLanguage()
  const { dueOn, closedOn, isLate } = line
  if (closedOn !== null) return <>{t('akimat.inquiries.closed_on', { date: format.date(closedOn) })}</>
  if (dueOn === null) return <>{t('inquiries.due.waiting')}</>
  return isLate ? <Chip tone="bad">{format.date(dueOn)}</Chip> : <>{format.date(dueOn)}</>
}
