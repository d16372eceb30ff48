/** Was a button pressed by a key, or by a screen reader? Such a press counts no clicks. */
export function isByKeyboard({ detail }: MouseEvent): boolean {
  return detail === 0;
}
