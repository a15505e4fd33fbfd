import { mark, say, t } from '../../messages/index.ts';

/** What the bytes of a file say, or why they are not text; the offset is in UTF-16 units of `text`. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly text: string;
      readonly offset: number;
      readonly message: string;
      readonly help: string;
    };

/** Of ASCII, without tab and line ends. */
const CONTROL = /[^\P{Cc}\t\n\r\u0080-\u009f]/u;

const SAVE_AS_UTF8 = mark`save the file as plain text in UTF-8`;

/** UTF-8 with or without a byte order mark, without control characters other than tab and line ends. */
export function decodeText(input: string | Uint8Array): DecodedText {
  if (
    typeof input !== 'string' &&
    ((input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff))
  ) {
    return {
      ok: false,
      text: '',
      offset: 0,
      message: t`The file is written in UTF-16`,
      help: say(SAVE_AS_UTF8),
    };
  }
  const decoded = typeof input === 'string' ? input : new TextDecoder('utf-8').decode(input);
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  const control = text.search(CONTROL);
  if (control >= 0) {
    const code = (text.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      ok: false,
      text,
      offset: control,
      message: t`The file is not plain text: it holds the control character U+${code}`,
      help: t`remove the character, or give the path of a YAML file`,
    };
  }
  if (typeof input !== 'string' && !isUtf8(input)) {
    const offset = Math.max(0, text.indexOf('\uFFFD'));
    return {
      ok: false,
      text,
      offset,
      message: t`The file is not UTF-8: a byte here is no character`,
      help: say(SAVE_AS_UTF8),
    };
  }
  return { ok: true, text };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
