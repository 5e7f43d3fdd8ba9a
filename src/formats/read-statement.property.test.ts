import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balancesAfter,
  dayNumber,
  writeCamt,
  writeCsv,
  writeOfx,
} from '../../test/support/write-statement.ts'
import type { CsvManner, WrittenLine, WrittenStatement } from '../../test/support/write-statement.ts'
import { sameAmount } from './amount.ts'
import { tidy } from './bank-text.ts'
import { explain } from './explain.ts'
import { readWholeStatements } from './read-statement.ts'
import type { WholeStatement } from './read-statement.ts'

const letters = 'a b c X Y Z 0 1 9 . - / ( ) £ é € “ & < > ; , | " \' ☕'.split(' ').concat(' ', '\u00a0')
const text = fc
  .string({ unit: fc.constantFrom(...letters), maxLength: 30 })
  .map((written) => tidy(`T ${written.replaceAll(']]>', '')}`).replaceAll(/'$/g, '.'))
const line = fc.record({
  days: fc.nat(3),
  units: fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((units) => units !== 0),
  payee: text,
  text,
})
const statement: fc.Arbitrary<WrittenStatement> = fc
  .tuple(fc.integer({ min: -100_000, max: 1_000_000 }), fc.array(line, { minLength: 3, maxLength: 12 }))
  .map(([opening, lines]) => {
    let days = 20
    return {
      opening: { units: BigInt(opening), decimals: 2 },
      lines: lines.map((each, index): WrittenLine => ({
        on: dayNumber((days += each.days)),
        amount: { units: BigInt(each.units), decimals: 2 },
        payee: each.payee,
        text: each.text,
        id: `id${index}`,
      })),
    }
  })
const manner: fc.Arbitrary<CsvManner> = fc.record({
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  newestFirst: fc.boolean(),
  twoColumns: fc.boolean(),
  dates: fc.constantFrom('iso' as const, 'british' as const, 'named' as const),
})

/** The file cut into chunks at these places, none of which belongs to the reader afterwards. */
function* cut(bytes: Uint8Array, places: readonly number[]): Generator<Uint8Array> {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  for (let index = 1; index < at.length; index += 1) {
    const chunk = Uint8Array.from(bytes.subarray(at[index - 1], at[index]))
    yield chunk
    chunk.fill(0x3f)
  }
}

const places = fc.array(fc.nat(), { maxLength: 40 })

async function readBack(file: string | Buffer, cuts: readonly number[]): Promise<WholeStatement> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const outcome = await readWholeStatements(cut(bytes, cuts))
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${JSON.stringify(outcome.facts)}\n${file.toString()}`)
  expect(outcome.value).toHaveLength(1)
  return outcome.value[0] as WholeStatement
}

function expectSame(read: WholeStatement, written: readonly WrittenLine[]): void {
  expect(
    read.all.map(({ bookedOn, payee, text: said, bankReference }) => [bookedOn, payee, said, bankReference]),
  ).toEqual(written.map(({ on, payee, text: said, id }) => [on, payee, said, id]))
  read.all.forEach(({ amount }, index) => {
    expect(sameAmount(amount, (written[index] as WrittenLine).amount)).toBe(true)
  })
}

describe('what is written is read back, wherever the file is cut', () => {
  test('camt.053 of every version, with and without a prefix', async () => {
    const version = fc.constantFrom('02', '03', '04', '06', '08', '10', '13')
    await fc.assert(
      fc.asyncProperty(
        statement,
        version,
        fc.constantFrom('', 'ns2:'),
        places,
        async (written, as, prefix, cuts) => {
          const read = await readBack(writeCamt(written, as, prefix), cuts)
          expectSame(read, written.lines)
          expect(read.proof).toEqual({ state: 'holds', by: 'balances' })
        },
      ),
    )
  })

  test('OFX 1 and 2', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(
        statement,
        fc.constantFrom(1 as const, 2 as const),
        places,
        async (written, as, cuts) => {
          expectSame(await readBack(writeOfx(written, as), cuts), written.lines)
        },
      ),
    )
  })

  test('CSV with any delimiter, line end, order and way of dates', async () => {
    await fc.assert(
      fc.asyncProperty(statement, manner, places, async (written, as, cuts) => {
        const read = await readBack(writeCsv(written, as), cuts)
        expectSame(read, as.newestFirst ? written.lines.toReversed() : written.lines)
        expect(read.proof).toEqual({ state: 'holds', by: 'running-balance' })
        expect(sameAmount(read.opening?.amount ?? { units: -1n, decimals: 9 }, written.opening)).toBe(true)
        const closing = balancesAfter(written).at(-1)
        expect(closing && read.closing && sameAmount(read.closing.amount, closing)).toBe(true)
      }),
    )
  })

  test('in UTF-16 and in Windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(statement, manner, places, async (written, as, cuts) => {
        const file = writeCsv(written, as)
        expectSame(
          await readBack(Buffer.from(`\ufeff${file}`, 'utf16le'), cuts),
          as.newestFirst ? written.lines.toReversed() : written.lines,
        )
        // An é with two more such signs behind it can happen to be good UTF-8, which no one means.
        const western = file.replaceAll(/[^ -~\r\n\t]+/gu, 'é')
        const read = await readBack(Buffer.from(western, 'latin1'), cuts)
        expect(read.all.map(({ text: said }) => said)).toEqual(
          (as.newestFirst ? written.lines.toReversed() : written.lines).map((each) =>
            each.text.replaceAll(/[^ -~]+/gu, 'é'),
          ),
        )
      }),
    )
  })
})

describe('whatever is uploaded, the answer is an outcome with words', () => {
  const answers = async (bytes: Uint8Array): Promise<boolean> => {
    const outcome = await readWholeStatements([bytes])
    return outcome.ok || explain(outcome.refusal, outcome.facts).length > 40
  }

  test('random bytes', async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await answers(bytes)).toBe(true)
      }),
    )
  })

  test('random text of the letters that matter', async () => {
    const marks = '< > / " \' , ; & = ! ? - [ ] £ 1 9.99 01/02/2026 Date Amount Balance :20: !Type:'.split(
      ' ',
    )
    const tags =
      '<OFX> <STMTTRN> <Document> <BkToCstmrStmt> <Ntry> <Amt\tCcy="GBP"> <![CDATA[ ]]> <!-- --> <!DOCTYPE'.split(
        ' ',
      )
    const pieces = fc.constantFrom(...marks, ...tags, '\n', '\r', '\0', ' ', 'OFXHEADER:100')
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 80 }), async (all) => {
        expect(await answers(Buffer.from(all.join('')))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a good file with bytes changed, or cut short', async () => {
    const files = [
      (written: WrittenStatement) => writeCamt(written, '08'),
      (written: WrittenStatement) => writeOfx(written, 1),
      (written: WrittenStatement) => writeOfx(written, 2),
      (written: WrittenStatement) =>
        writeCsv(written, {
          delimiter: ',',
          lineEnd: '\n',
          newestFirst: false,
          twoColumns: true,
          dates: 'iso',
        }),
    ]
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(statement, fc.nat(3), changes, fc.nat(), async (written, kind, changed, length) => {
        const bytes = Buffer.from((files[kind] as (written: WrittenStatement) => string)(written))
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte
        expect(await answers(bytes)).toBe(true)
        expect(await answers(bytes.subarray(0, length % bytes.length))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

test('a file that is made to take long or to fill memory is read or refused at once', async () => {
  const long = (piece: string, times: number): string => piece.repeat(times)
  const csv = (cell: string): string =>
    `Date,Description,Amount\n14/02/2026,A,-1.00\n15/02/2026,A,"${cell}"\n`
  const xml = (inside: string): string => `<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt>${inside}`
  const files = [
    csv(long(',', 900_000)),
    csv(long('1', 900_000)),
    csv(long('1,', 400_000)),
    csv(long('-', 900_000)),
    `Date,Amount,${long('(', 900_000)}\n`,
    `${long('"', 3_000_001)}\n`,
    `${long('a,', 2_000_000)}\n`,
    long('\n', 3_000_000),
    long('14/02/2026,', 200_000),
    xml(`<${long('n', 500_000)}>`),
    xml(long('<', 1_000_000)),
    xml(`<Ntry>${long('<NtryDtls><TxDtls><Amt>1</Amt></TxDtls></NtryDtls>', 40_000)}`),
    xml(`<Ntry ${long('a="b" ', 150_000)}>`),
    xml(long('&amp;', 900_000)),
    `OFXHEADER:100\n<OFX>${long('<MEMO>', 500_000)}`,
    `OFXHEADER:100\n<OFX>${long('<', 3_000_000)}`,
    `OFXHEADER:100\n<OFX><STMTTRN><MEMO>${long('& ', 500_000)}`,
  ]
  for (const file of files) {
    const bytes = Buffer.from(file)
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
      bytes.subarray(index * 65_536, (index + 1) * 65_536),
    )
    expect((await readWholeStatements(chunks)).ok).toBe(false)
  }
})

test('XML and OFX that are cut short are refused, never read in part', async () => {
  await fc.assert(
    fc.asyncProperty(statement, fc.nat(), fc.nat(2), async (written, place, kind) => {
      const file = [writeCamt(written, '02'), writeOfx(written, 1), writeOfx(written, 2)][kind] as string
      const bytes = Buffer.from(file.trimEnd())
      const outcome = await readWholeStatements([bytes.subarray(0, place % (bytes.length - 1))])
      expect(outcome.ok).toBe(false)
    }),
  )
})
