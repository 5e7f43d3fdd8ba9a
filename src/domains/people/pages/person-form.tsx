import { z } from 'zod'
import { dateOf, monthOf, yearOf } from '../../../platform/day.ts'
import type { Day } from '../../../platform/day.ts'
import { DayField, SelectField, TextField } from '../../../ui/fields.tsx'
import { checkedTextField, choiceField, dayField, optionalTextField, textField } from '../../../ui/form.ts'
import type { FormState } from '../../../ui/form.ts'
import type { RawForm } from '../../../ui/visit.ts'
import type { Organisation } from '../../organisations/index.ts'
import { readNhsNumber, showNhsNumber } from '../nhs-number.ts'
import type { Person } from '../person.ts'

/** What is asked about a person, when they are added and when they are corrected. */
export const personFields = (councils: readonly Organisation[], today: Day) => ({
  givenName: textField('Enter their first name', 80),
  familyName: textField('Enter their last name', 80),
  knownAs: optionalTextField(80),
  saidAs: optionalTextField(120),
  bornOn: dayField({ missing: 'Enter their date of birth', notAfter: today }),
  nhsNumber: checkedTextField(
    readNhsNumber,
    'This is not an NHS number: it has ten digits, and the last one proves the others',
  ),
  councilId: choiceField(['', ...councils.map((council) => council.id)], 'Choose a council').transform(
    (id) => id || undefined,
  ),
  phone: optionalTextField(30),
  email: checkedTextField(
    (text) => (z.email().safeParse(text).success ? text : undefined),
    'Enter an email address, like name@example.com',
  ),
})

export function PersonFields({ form, councils }: { form: FormState; councils: readonly Organisation[] }) {
  return (
    <>
      <TextField form={form} name="givenName" label="First name" width={20} spellcheck={false} />
      <TextField form={form} name="familyName" label="Last name" width={20} spellcheck={false} />
      <TextField
        form={form}
        name="knownAs"
        label="What do they want to be called? (optional)"
        width={20}
        spellcheck={false}
      />
      <TextField
        form={form}
        name="saidAs"
        label="How is their name said? (optional)"
        hint="For example, a-MEE-na"
        width={20}
      />
      <DayField form={form} name="bornOn" label="Date of birth" hint="For example, 15 3 1984" />
      <TextField
        form={form}
        name="nhsNumber"
        label="NHS number (optional)"
        hint="Ten digits, like 999 123 4567"
        width={10}
        inputmode="numeric"
      />
      <SelectField
        form={form}
        name="councilId"
        label="Council (optional)"
        items={[
          { value: '', text: 'Not known' },
          ...councils.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <TextField form={form} name="phone" label="Phone (optional)" width={20} type="tel" />
      <TextField
        form={form}
        name="email"
        label="Email (optional)"
        width={20}
        type="email"
        spellcheck={false}
      />
    </>
  )
}

/** A person as their form would have been typed. */
export const personAsTyped = (person: Person): RawForm => ({
  givenName: person.givenName,
  familyName: person.familyName,
  knownAs: person.knownAs === person.givenName ? '' : person.knownAs,
  saidAs: person.saidAs ?? '',
  'bornOn-day': String(dateOf(person.bornOn)),
  'bornOn-month': String(monthOf(person.bornOn)),
  'bornOn-year': String(yearOf(person.bornOn)),
  nhsNumber: person.nhsNumber ? showNhsNumber(person.nhsNumber) : '',
  councilId: person.councilId ?? '',
  phone: person.phone ?? '',
  email: person.email ?? '',
})
