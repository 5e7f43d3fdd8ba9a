import { createReadStream } from 'node:fs'

/** A file's bytes. It is opened when the first is asked for, so that whoever asks hears of it where it cannot be. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) yield chunk
}
