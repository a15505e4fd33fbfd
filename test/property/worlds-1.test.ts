import { worldsAgree } from './agree.ts';

worldsAgree('1', 1, 500);
