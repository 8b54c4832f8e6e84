import { LocalText } from '#app/domain/towns/components/local-text'
import { dossierGroups, type DossierGroup } from '#app/domain/sites/choices'
import type { DossierSummary, GroupState } from '#app/domain/sites/submission'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, DemoChip } from '#app/ui/chip'
import { Icon, type IconShape } from '#app/ui/icon'
import { LinkButton } from '#app/ui/link-button'
import { Link } from '@remix-run/react'
import { Check, Circle, CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { EditorData } from '#app/domain/sites/editor-data'

const marks: Record<GroupState, { icon: IconShape; className: string }> = {
  done: { icon: Check, className: 'text-good' },
  open: { icon: Circle, className: 'text-edge' },
  missing: { icon: CircleAlert, className: 'text-wheat-ink' },
}

type NavProps = { data: EditorData; summary: DossierSummary }

/** The groups of the dossier, each with how far it has come. On a phone they stand in a row that scrolls. */
export function GroupNav({ data, summary }: NavProps) {
  const { t, href } = useLanguage()
  const nav = useCurrentInView(data.group)
  return (
    <div className="flex min-w-0 flex-col gap-4 px-4 py-6 sm:px-6">
      <div className="flex flex-col gap-1">
        <p className="text-muted flex flex-wrap items-center gap-2 text-sm">
          <Link
            to={href(`/akimat/sites/${data.number}`)}
            className="hover:text-accent-strong inline-flex min-h-8 items-center underline"
          >
            {data.number}
          </Link>
          <Chip tone={data.isReturned ? 'attention' : 'neutral'}>
            {t(data.isReturned ? 'sites.state.changes_requested' : 'sites.state.draft')}
          </Chip>
          {data.isDemo && <DemoChip />}
        </p>
        <p className="text-lg leading-snug font-bold">
          <LocalText text={data.name} />
        </p>
      </div>
      <nav ref={nav} aria-label={t('akimat.groups')} className="relative max-lg:overflow-x-auto">
        <ul className="flex gap-1 lg:flex-col">
          {dossierGroups.map((group) => (
            <li key={group}>
              <GroupLink data={data} group={group} state={summary.groups[group]} />
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** In a row that scrolls, the group that is open is brought into sight; the page itself does not move. */
function useCurrentInView(group: DossierGroup) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - 16
  }, [group])
  return nav
}

function GroupLink({ data, group, state }: { data: EditorData; group: DossierGroup; state: GroupState }) {
  const { t } = useLanguage()
  const { icon, className } = marks[state]
  return (
    <Link
      to={`?group=${group}`}
      data-plain
      aria-current={group === data.group ? 'page' : undefined}
      className="hover:bg-accent-soft aria-[current]:bg-accent-soft aria-[current]:text-accent text-ink flex min-h-11 items-center justify-between gap-3 rounded-md px-3 py-2 leading-snug whitespace-nowrap no-underline aria-[current]:font-semibold lg:whitespace-normal"
    >
      {t(`akimat.group.${group}`)}
      <Icon of={icon} size={16} className={className} />
      <span className="sr-only">, {t(`akimat.group_state.${state}`)}</span>
    </Link>
  )
}

/** The way on, in the order of the groups. */
export function NextGroup({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  const next = dossierGroups[dossierGroups.indexOf(data.group) + 1]
  if (next === undefined) return null
  return (
    <LinkButton look="quiet" to={`?group=${next}`}>
      {t('akimat.next_group', { group: t(`akimat.group.${next}`) })}
    </LinkButton>
  )
}
