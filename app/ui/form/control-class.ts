/** Box of every text-like control: border that can be seen, 44 px high, red when invalid. */
export const controlClass =
  'min-h-11 w-full min-w-0 rounded-md border border-edge bg-surface px-3 py-2 text-base text-ink ' +
  'hover:border-accent aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken'
