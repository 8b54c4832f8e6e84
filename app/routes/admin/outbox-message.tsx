import { requireRight } from '#app/domain/accounts/session.server'
import { markBounced } from '#app/domain/notices/commands/mark-bounced.server'
import { retryMessage } from '#app/domain/notices/commands/retry-message.server'
import { LetterText } from '#app/domain/notices/components/letter-text'
import { StatusChip, Subject } from '#app/domain/notices/components/outbox-table'
import { readMessage } from '#app/domain/notices/queries.server'
import { MessageIdSchema } from '#app/domain/notices/schema'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { mailer } from '#app/platform/mail/mailer.server'
import { Button } from '#app/ui/button'
import { FactList } from '#app/ui/fact-list'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

const dones = ['retried', 'marked_bounced'] as const

function messageId(params: LoaderFunctionArgs['params']): string {
  const id = MessageIdSchema.safeParse(params.id)
  if (!id.success) throw notFound()
  return id.data
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  requireLanguage(params.lang)
  const actor = await requireRight(request, 'outbox.read')
  const letter = await readMessage(actor, messageId(params))
  const asked = new URL(request.url).searchParams.get('done')
  return { letter, canSend: mailer() !== null, done: dones.find((word) => word === asked) ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'outbox.read')
  const id = messageId(params)
  const form = await readForm(request)
  if (form.get('intent') === 'bounced') {
    await markBounced(actor, id)
    return redirect(pathIn(lang, `/admin/outbox/${id}?done=marked_bounced`), 303)
  }
  const verdict = await retryMessage(actor, id)
  return verdict.ok ? redirect(pathIn(lang, `/admin/outbox/${id}?done=retried`), 303) : data(verdict, 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.letter.subject ?? '', isIndexed: false })

export default function OutboxMessagePage() {
  const { t, href, format } = useLanguage()
  const { letter, canSend, done } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <div className="flex flex-col gap-6">
      <PageHeading
        title={<Subject line={letter} />}
        crumbs={[{ label: t('admin.outbox.title'), to: href('/admin/outbox') }]}
      >
        <StatusChip status={letter.status} />
      </PageHeading>
      {refusal && (
        <Notice tone="bad" role="alert">
          {t(`admin.outbox.${refusal.code}`)}
        </Notice>
      )}
      {done !== null && !refusal && (
        <Notice tone="good" role="status">
          {t(`admin.outbox.${done}`)}
        </Notice>
      )}
      <FactList
        facts={[
          { label: t('admin.outbox.to'), value: <span translate="no">{letter.toAddress}</span> },
          { label: t('admin.outbox.kind'), value: t(`admin.outbox.template.${letter.template}`) },
          { label: t('admin.outbox.created'), value: format.dateTime(letter.createdAt) },
          ...(letter.sentAt === null
            ? []
            : [{ label: t('admin.outbox.sent_at'), value: format.dateTime(letter.sentAt) }]),
          { label: t('admin.outbox.attempts'), value: format.number(letter.attempts) },
          ...(letter.lastError === null
            ? []
            : [{ label: t('admin.outbox.last_error'), value: <code lang="en">{letter.lastError}</code> }]),
        ]}
      />
      {canSend && ['failed', 'bounced', 'held'].includes(letter.status) && (
        <Form method="post" action="?">
          <Button look="primary">
            {letter.status === 'held' ? t('admin.outbox.send_held') : t('admin.outbox.retry')}
          </Button>
        </Form>
      )}
      {letter.status === 'sent' && (
        <Form method="post" action="?" className="flex flex-col items-start gap-2">
          <p className="text-muted max-w-text text-sm">{t('admin.outbox.bounce_hint')}</p>
          <Button name="intent" value="bounced">
            {t('admin.outbox.mark_bounced')}
          </Button>
        </Form>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-bold">{t('admin.outbox.text')}</h2>
        {letter.text === null ? <Delivered /> : <LetterText text={letter.text} language={letter.locale} />}
      </section>
    </div>
  )
}

function Delivered() {
  const { t } = useLanguage()
  return <p className="text-muted">{t('admin.outbox.hidden')}</p>
}
