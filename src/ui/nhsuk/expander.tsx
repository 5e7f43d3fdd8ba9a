import { Details, type DetailsProps } from './details.tsx'
import { classNames } from './element.ts'

/** Details that look like a card, for several under one another. */
export function Expander({ classes, ...details }: Omit<DetailsProps, 'variant'>) {
  return <Details {...details} classes={classNames('nhsuk-expander', classes)} />
}
