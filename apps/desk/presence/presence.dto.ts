import { IsIn } from 'class-validator';
import type { Doing } from './presence.js';

export class PresenceDto {
  /** @example "writing" */
  @IsIn(['reading', 'writing'])
  doing!: Doing;
}
