/** A request as the emulator has received it, whole. */
export interface EmulatedRequest {
  readonly method: string;
  /** Path with query, as it was sent. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface EmulatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer with a JSON body. */
export function answerJson(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): EmulatedAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

/** Whether the body was sent as `type`, whatever parameters follow. */
export function hasContentType(request: EmulatedRequest, type: string): boolean {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === type;
}
