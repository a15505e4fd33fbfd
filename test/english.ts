import { reset } from '../src/messages/index.ts';

// Files share the modules that they load, and with them the language: each begins in English.
reset();
