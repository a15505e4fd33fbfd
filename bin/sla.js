#!/usr/bin/env node
import { main } from '../dist/main.js';

const status = await main(process.argv.slice(2));
process.exitCode = status;
// Interrupted: what is still under way is not waited for.
if (status === 130) process.exit();
