import { worldsAgree } from './agree.ts';

worldsAgree('4', 1501, 500);
