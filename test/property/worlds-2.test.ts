import { worldsAgree } from './agree.ts';

worldsAgree('2', 501, 500);
