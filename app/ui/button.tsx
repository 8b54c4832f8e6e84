import { forwardRef, type ButtonHTMLAttributes } from 'react'
import { buttonClass, type ButtonShape } from './button-class'
import { Icon, type IconShape } from './icon'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> &
  ButtonShape & {
    icon?: IconShape
    /** The action is under way: the button stays focusable, says so, and a second press does nothing. */
    isBusy?: boolean
  }

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { look, size, isWide, isFlush, icon, isBusy = false, type = 'submit', onClick, children, ...rest },
  ref,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
      className={buttonClass({ look, size, isWide, isFlush })}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  )
})
