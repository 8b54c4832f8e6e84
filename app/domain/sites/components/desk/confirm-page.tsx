import type { ConfirmedGroup } from '#app/domain/sites/choices'
import type { Change } from '#app/domain/sites/form/changes'
import type { Freshness } from '#app/domain/sites/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { useNavigation } from '@remix-run/react'
import { useFieldLabel } from '../gap-label'
import { useValueWords } from '../review/value-words'
import { ConfirmBy } from './confirm-by'
import { FreshnessChip } from './site-chips'

export type GroupToConfirm = {
  group: ConfirmedGroup
  confirmedAt: string | null
  confirmBy: string | null
  freshness: Freshness
  /** What it says, as the comparison of versions has it. */
  said: Change[]
}

export type ConfirmData = {
  number: string
  name: string
  groups: GroupToConfirm[]
  /** Some version is in work: what is confirmed here is the public one. */
  hasOpenVersion: boolean
  isNoneChosen: boolean
}

const shown = 6

/** The groups of a dossier with what they say and until when that holds; what is ticked is confirmed. */
export function ConfirmPage({ data }: { data: ConfirmData }) {
  const { t, href } = useLanguage()
  const { state } = useNavigation()
  const here = href(`/akimat/sites/${data.number}`)
  return (
    <>
      <PageHeading
        title={t('review.confirm.title', { number: data.number })}
        crumbs={[
          { label: t('akimat.desk.title'), to: href('/akimat') },
          { label: data.name, to: here },
          { label: t('review.confirm.by_group') },
        ]}
        lead={t('review.confirm.lead')}
      />
      <div className="flex flex-col gap-4">
        {data.isNoneChosen && (
          <Notice tone="attention" role="alert">
            {t('review.confirm.none_chosen')}
          </Notice>
        )}
        {data.hasOpenVersion && <Notice>{t('review.confirm.open_version')}</Notice>}
        <Form method="post" action="?" className="flex flex-col gap-4">
          {data.groups.map((group) => (
            <GroupBox key={group.group} group={group} />
          ))}
          <div className="flex flex-wrap gap-2">
            <Button look="primary" name="intent" value="chosen" isBusy={state === 'submitting'}>
              {t('review.confirm.chosen')}
            </Button>
            <Button name="intent" value="all">
              {t('review.confirm.all')}
            </Button>
            <LinkButton look="quiet" to={here}>
              {t('ui.action.cancel')}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  )
}

function GroupBox({ group }: { group: GroupToConfirm }) {
  const { t, format } = useLanguage()
  const title = t(`akimat.group.${group.group}`)
  return (
    <section aria-label={title} className="border-line bg-surface rounded-lg border p-4">
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          name="group"
          value={group.group}
          defaultChecked={group.freshness !== 'fresh'}
          className="tick mt-0.5 size-5 shrink-0"
        />
        <span className="font-semibold">{title}</span>
      </label>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <FreshnessChip freshness={group.freshness} />
        <span className="text-muted">
          {group.confirmedAt === null
            ? t('review.confirm.never')
            : t('review.confirm.last', { date: format.date(new Date(group.confirmedAt)) })}
        </span>
        <ConfirmBy site={group} />
      </p>
      <Said changes={group.said} />
    </section>
  )
}

/** The first values at once, the others when they are wanted. */
function Said({ changes }: { changes: Change[] }) {
  const { t, format } = useLanguage()
  const rest = changes.length - shown
  return (
    <>
      <Facts changes={changes.slice(0, shown)} />
      {rest > 0 && (
        <details>
          <summary className="text-accent inline-flex min-h-11 cursor-pointer items-center text-sm underline">
            {t('review.confirm.more', { value: format.number(rest) })}
          </summary>
          <Facts changes={changes.slice(shown)} />
        </details>
      )}
    </>
  )
}

function Facts({ changes }: { changes: Change[] }) {
  const label = useFieldLabel()
  const words = useValueWords([])
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
      {changes.map((change) => (
        <div key={change.name} className="min-w-0">
          <dt className="text-muted">{label(change.name)}</dt>
          <dd className="line-clamp-3 break-words">{words(change.name, change.after)}</dd>
        </div>
      ))}
    </dl>
  )
}
