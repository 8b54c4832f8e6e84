import { readReply, type FormReply } from '#app/domain/alerts/components/form-reply'
import { chooseText } from '#app/domain/kernel/localized'
import { countPages, type Page } from '#app/domain/kernel/page'
import { longestNote, type DeskQuestion } from '#app/domain/questions/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Pagination } from '#app/ui/pagination'
import { Link, useNavigation } from '@remix-run/react'

type DeskQuestionsProps = { questions: Page<DeskQuestion>; canAnswer: boolean; reply: FormReply | undefined }

/** What investors ask for, most wanted first; each leads to its field, or is declined with a reason. */
export function DeskQuestions({ questions, canAnswer, reply }: DeskQuestionsProps) {
  const { t } = useLanguage()
  if (questions.total === 0) {
    return <EmptyState title={t('questions.desk.none_title')} text={t('questions.desk.none_text')} />
  }
  return (
    <>
      <ul className="border-line divide-line divide-y border-y">
        {questions.items.map((question) => (
          <li key={question.id} className="flex flex-col gap-3 py-4">
            <Question question={question} canAnswer={canAnswer} />
            {canAnswer && <Decline question={question} reply={reply} />}
          </li>
        ))}
      </ul>
      <Pagination
        page={questions.page}
        pages={countPages(questions.total, questions.size)}
        to={(page) => `?page=${page}`}
      />
    </>
  )
}

function Question({ question, canAnswer }: { question: DeskQuestion; canAnswer: boolean }) {
  const { t, lang, href, format } = useLanguage()
  const { number, site, label, count, openedAt, field } = question
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="font-semibold">{label}</p>
        <p className="text-muted text-sm">
          <Link to={href(`/akimat/sites/${number}`)} className="inline-flex min-h-8 items-center underline">
            {number} {chooseText(site, lang).text}
          </Link>{' '}
          · {t('questions.count', { count, value: format.number(count) })} ·{' '}
          {t('questions.desk.since', { date: format.date(new Date(openedAt)) })}
        </p>
      </div>
      {canAnswer && (
        <Form method="post">
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="field" value={field} />
          <Button name="intent" value="answer">
            {t('questions.desk.answer')}
            <span className="sr-only">: {label}</span>
          </Button>
        </Form>
      )}
    </div>
  )
}

function Decline({ question, reply }: { question: DeskQuestion; reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const isMine = reply?.initialValue?.question === question.id
  const { valueOf, errorOf } = readReply(t, isMine ? reply : undefined)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <details open={isMine}>
      <summary className="text-accent inline-flex min-h-11 items-center text-sm font-medium">
        {t('questions.desk.decline')}
        <span className="sr-only">: {question.label}</span>
      </summary>
      <Form method="post" noValidate className="max-w-text flex flex-col gap-3 pb-2">
        <input type="hidden" name="question" value={question.id} />
        <TextAreaField
          id={`note-${question.id}`}
          name="note"
          rows={2}
          maxLength={longestNote}
          label={t('questions.desk.note')}
          hint={t('questions.desk.note_hint')}
          defaultValue={valueOf('note')}
          error={errorOf('note')}
          required
        />
        <div>
          <Button isBusy={isBusy}>{t('questions.desk.send_note')}</Button>
        </div>
      </Form>
    </details>
  )
}
