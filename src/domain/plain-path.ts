/**
 * Whether a text is a path of plain names below a location: no empty, `.` or `..` part, no leading `/`, no backslash,
 * no control character, at most 1,000 characters, each part at most 255 bytes in UTF-8 (the limit of Linux file
 * systems).
 */
export function isPlainRelativePath(path: string): boolean {
  if (path.length === 0 || path.length > 1000 || /[\u0000-\u001f\u007f\\]/u.test(path)) {
    return false;
  }
  const parts = path.split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..' && utf8LengthBytes(part) <= 255);
}

function utf8LengthBytes(text: string): number {
  let lengthBytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    lengthBytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return lengthBytes;
}
