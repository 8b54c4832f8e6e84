import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { EndpointLine } from '#app/domain/webhooks/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'

const tones: Record<EndpointLine['state'], Tone> = {
  active: 'good',
  failing: 'attention',
  off: 'neutral',
  disabled: 'bad',
}

export function EndpointState({ state }: Pick<EndpointLine, 'state'>) {
  const { t } = useLanguage()
  return <Chip tone={tones[state]}>{t(`webhooks.state.${state}`)}</Chip>
}

/** Addresses with how they fare; `base` is the path of their pages. */
export function EndpointTable({ endpoints, base }: { endpoints: readonly EndpointLine[]; base: string }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('webhooks.title')}
      isCaptionHidden
      rows={endpoints}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'url',
          header: t('webhooks.url'),
          isRowHeader: true,
          cell: ({ id, url }) => (
            <Link to={href(`${base}/${id}`)} className="inline-flex min-h-11 items-center break-all underline">
              <span translate="no" lang="zxx">
                {url}
              </span>
            </Link>
          ),
        },
        { key: 'body', header: t('webhooks.body'), cell: ({ body }) => <OfficialName of={body} /> },
        { key: 'state', header: t('webhooks.state_label'), cell: ({ state }) => <EndpointState state={state} /> },
        {
          key: 'pending',
          header: t('webhooks.pending'),
          isNumeric: true,
          cell: ({ pending }) => format.number(pending),
        },
        { key: 'failed', header: t('webhooks.failed'), isNumeric: true, cell: ({ failed }) => format.number(failed) },
      ]}
    />
  )
}
