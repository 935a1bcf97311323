import { IsBoolean, IsIn } from 'class-validator';
import { IsProse, Optional } from '#http';
import { VERDICTS, type Command, type Verdict } from '#story';
import { ReasonDto } from '../recording/reason.dto.js';

export class JudgementDto extends ReasonDto {
  /** From true to false; `unproven` if nothing proves or disproves the claim. `false` is the same as `refuted`. */
  @IsIn([...VERDICTS, 'false'])
  verdict!: Verdict | 'false';

  /** How the newsroom reached the verdict. */
  @IsProse()
  method!: string;

  /** Whether readers see the method. */
  @Optional()
  @IsBoolean()
  public?: boolean;
}

export const toJudge = (
  claim: string,
  { verdict, method, reason, public: methodPublic = false }: JudgementDto,
): Command => ({
  type: 'judge',
  claim,
  verdict: verdict === 'false' ? 'refuted' : verdict,
  method,
  methodPublic,
  reason,
});
