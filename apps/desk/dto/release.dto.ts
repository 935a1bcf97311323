import { getSchemaPath, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsInstant, parseInstant } from '#nest';
import type { Release } from '#story';

export class EmbargoDto {
  /** A time with its zone (RFC 3339; minutes are enough). @example "2026-01-01T06:00:00Z" */
  @IsInstant()
  embargoedUntil!: string;
}

/** How OpenAPI describes it. */
export const RELEASE: ApiPropertyOptions = {
  oneOf: [{ type: 'string', enum: ['now', 'held'] }, { $ref: getSchemaPath(EmbargoDto) }],
  example: 'now',
};

/** When the world may see it: at once, by a command, or from a time on. */
export type ReleaseDto = 'now' | 'held' | EmbargoDto;

export const toRelease = (dto: ReleaseDto | undefined): Release =>
  typeof dto === 'object'
    ? { embargoedUntil: parseInstant(dto.embargoedUntil, '/release/embargoedUntil') }
    : (dto ?? 'now');
