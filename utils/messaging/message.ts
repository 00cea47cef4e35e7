/** A call of the other end, as it is sent. */
export interface Message {
  to: 'background' | 'page';
  call: string;
  args: unknown[];
}

/** Whether anything that was received is a message to this end. */
export function isFor(message: unknown, to: Message['to']): message is Message {
  if (typeof message !== 'object' || message === null) return false;
  const { to: whom, call, args } = message as Partial<Message>;
  return whom === to && typeof call === 'string' && Array.isArray(args);
}
