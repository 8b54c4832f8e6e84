/** Heading of a column that is read: its place in the file, counted from 0, and its name in the layout. */
export type Heading = { index: number; text: string; code: string }
