import { worldsAgree } from './agree.ts';

worldsAgree(2);
