export { typeset } from '#components/lib/typeset.ts';
