import { IsInstant, parseInstant } from '#nest';
import type { Release } from '#story';

export class EmbargoDto {
  /** RFC 3339, with its zone. @example "2026-01-01T06:00:00Z" */
  @IsInstant()
  embargoedUntil!: string;
}

/** When the world may see it: at once, by a command, or from a time on. */
export type ReleaseDto = 'now' | 'held' | EmbargoDto;

export const toRelease = (dto: ReleaseDto | undefined): Release =>
  typeof dto === 'object'
    ? { embargoedUntil: parseInstant(dto.embargoedUntil, '/release/embargoedUntil') }
    : (dto ?? 'now');
