import { worldsAgree } from './agree.ts';

worldsAgree('3', 1001, 500);
