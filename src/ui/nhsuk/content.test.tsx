import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { safeHtml } from '../safe-html.ts'
import {
  Button,
  Card,
  ErrorSummary,
  InsetText,
  Input,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
} from './index.ts'

const shown = (element: VNode) => renderToString(element)
const attack = `"><script>alert('hello')</script>`

test.each([
  ['children', <Button>{attack}</Button>],
  [
    'a part',
    <Input name="amount" label={attack} hint={{ text: attack }} errorMessage={attack} value={attack} />,
  ],
  ['an item', <Radios name="who" items={[{ value: attack, text: attack }]} />],
  ['an option', <Select name="who" label="Who" items={[{ text: attack }]} />],
  ['a cell', <Table head={[attack]} rows={[[attack, { text: attack }]]} />],
  ['an attribute', <Tag attributes={{ title: attack }}>Paid</Tag>],
])('words in %s are escaped', (_, element) => {
  expect(shown(element)).not.toContain('<script')
  expect(shown(element)).not.toContain('">"')
})

test('safe HTML stands as it is, with no element around it', () => {
  expect(shown(<InsetText>{safeHtml('<p>Call <b>111</b></p>')}</InsetText>)).toContain(
    '</span><p>Call <b>111</b></p></div>',
  )
})

test('words become one paragraph, however many pieces they came in', () => {
  const left = 3
  expect(shown(<InsetText>You have {left} days</InsetText>)).toContain('<p>You have 3 days</p>')
  expect(
    shown(
      <InsetText>
        <p>You have {left} days</p>
      </InsetText>,
    ),
  ).toContain('</span><p>You have 3 days</p></div>')
})

test('nothing is not words, but 0 is', () => {
  expect(shown(<Card description={0} />)).toContain('<p class="nhsuk-card__description">0</p>')
  expect(shown(<Card description="" />)).not.toContain('<p')
})

test('a cell that is empty keeps its place, and one that is left out does not', () => {
  const table = (
    <Table
      head={['Day', '']}
      rows={[
        ['1 June', ''],
        [false, { text: '£0', sortValue: 0n }],
      ]}
    />
  )
  expect(shown(table).match(/<th /g)).toHaveLength(2)
  expect(shown(table).match(/<td /g)).toHaveLength(3)
  expect(shown(table)).toContain('data-sort-value="0"')
})

test('items can be left out where they stand', () => {
  const mayChange: boolean = JSON.parse('false')
  const list = (
    <SummaryList rows={[{ key: 'Name', value: 'Amina' }, mayChange && { key: 'Born', value: '1990' }]} />
  )
  expect(shown(list)).toContain('Amina')
  expect(shown(list)).not.toContain('Born')
  expect(
    shown(<ErrorSummary errorList={[undefined, { text: 'Enter an amount' }]} />).match(/<li>/g),
  ).toHaveLength(1)
})

test('what a component cannot show does not compile', () => {
  // @ts-expect-error Money is words only after showMoney.
  expect(shown(<Tag>{3200n}</Tag>)).toContain('3200')
  // @ts-expect-error There is no teal tag.
  expect(shown(<Tag colour="teal">Paid</Tag>)).toContain('Paid')
  // @ts-expect-error Every field has a label.
  expect(shown(<Input name="amount" />)).toContain('amount')
})
