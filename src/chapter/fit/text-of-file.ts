/** The text of a file that spreadsheets write: UTF-8, or UTF-16 with its mark. */
import { TABLE_LIMITS } from '../../train/table.ts';

/** Null: it can't be read. A file that is too long is cut one character past what a table may have. */
export async function textOfFile(file: Blob): Promise<string | null> {
  try {
    const bytes = new Uint8Array(await file.slice(0, 4 * (TABLE_LIMITS.characters + 1)).arrayBuffer());
    const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
    return text.slice(0, TABLE_LIMITS.characters + 1);
  } catch {
    return null;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
