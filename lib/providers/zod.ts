import * as z from 'zod';

// zod otherwise compiles its schemas with `new Function`, which the extension's CSP reports as a violation.
z.config({ jitless: true });

export { z };
