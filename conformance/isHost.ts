/** Whether a text can stand in a URL as its host: a name, an address, or one of IPv6 in brackets. */
export function isHost(text: string): boolean {
  return /^(\[[^\]]+\]|[^\s/?#@\\:]+)$/.test(text) && URL.canParse(`http://${text}`);
}
