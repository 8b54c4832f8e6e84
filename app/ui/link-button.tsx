import { Link, type LinkProps } from '@remix-run/react'
import { buttonClass, type ButtonShape } from './button-class'
import { Icon, type IconShape } from './icon'

type LinkButtonProps = Omit<LinkProps, 'className'> & ButtonShape & { icon?: IconShape }

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look, size, isWide, isFlush, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} data-plain className={buttonClass({ look, size, isWide, isFlush })}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  )
}
