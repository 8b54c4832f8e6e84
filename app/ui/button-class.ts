export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

export type ButtonShape = {
  /** `primary` once per page, for its one clear action. */
  look?: ButtonLook
  /** `small` keeps a 44-px target by its margins in toolbars; use it there only. */
  size?: ButtonSize
  /** Takes the whole width of its container. */
  isWide?: boolean
  /** Of a quiet button that begins a line: its words stand on the line's edge, not its padding. */
  isFlush?: boolean
}

const looks: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink hover:border-accent hover:text-accent-strong',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-strong',
  danger: 'border-bad bg-surface text-bad hover:bg-bad-soft',
}

/** Classes of everything that looks like a button. */
export function buttonClass({
  look = 'secondary',
  size = 'normal',
  isWide = false,
  isFlush = false,
}: ButtonShape): string {
  const shape = size === 'small' ? 'min-h-11 px-3 text-sm' : 'min-h-11 px-4 text-base'
  const base =
    'inline-flex items-center justify-center gap-2 rounded-md border py-2 text-center font-semibold no-underline ' +
    'disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress'
  const flush = size === 'small' ? ' -ml-3' : ' -ml-4'
  return `${base} ${shape} ${looks[look]}${isWide ? ' w-full' : ''}${isFlush ? flush : ''}`
}
