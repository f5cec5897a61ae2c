import { build } from './build.mjs';
import { main, prepare, Trouble } from './environment.mjs';
import { serve } from './serve.mjs';

/** `npm start`: install what is missing, build what has changed, serve the book. */
await main(async () => {
  const port = Number(process.env.PORT ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Trouble(`PORT is «${process.env.PORT}»: give a whole number from 1 to 65535.`);
  build(prepare());
  const { address } = await serve(port);
  process.stdout.write(`\nThe book is open at ${address}\nStop it with Ctrl+C.\n`);
});
