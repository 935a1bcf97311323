import { Body, Controller, Header, HttpCode, HttpStatus, Param, Req, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { iso, Problem, Reply, ReplyInterceptor, NoDryRun } from '#http';
import { LastAdministrator, type Account } from '../accounts/accounts.js';
import { Staff } from '../accounts/staff.js';
import { AuditLog, type AuditType } from '../audit/audit-log.js';
import { DeskAddress } from './desk-address.js';
import { notOfProvider } from './of-provider.js';
import { Who, type Principal } from './principal.js';
import { Get, Post, Put } from './routes.js';
import { usernameTaken } from './sign-in.js';
import { accountView } from './staff-view.js';
import { AccountChangeDto, AccountDto, IdPath } from './staff.dto.js';

/** For administrators: the staff. */
@ApiTags('staff')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1/staff')
@UseInterceptors(ReplyInterceptor)
export class StaffController {
  constructor(
    private readonly staff: Staff,
    private readonly audit: AuditLog,
    private readonly address: DeskAddress,
  ) {}

  @Get('know-staff')
  @ApiOperation({ summary: 'Lists the staff by name, also those who are disabled' })
  @ApiOkResponse({ description: 'The staff' })
  list() {
    return { items: this.staff.accounts.list().map(accountView) };
  }

  @Post('manage-staff')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Adds a person; only this answer has the link of the invitation' })
  @ApiCreatedResponse({ description: 'The account, and its one-time link' })
  async add(@Body() body: AccountDto, @Who() who: Principal, @Req() request: FastifyRequest) {
    await this.#audited('AccountAdded', who, request, undefined, rolesText(body));
    try {
      const account = this.staff.file.record(() => this.staff.accounts.add(body, this.staff.time.now()));
      return new Reply(
        { staff: accountView(account), ...this.#linkOf(account) },
        { location: `/desk/v1/staff/${account.id}` },
      );
    } catch (error) {
      throw usernameTaken(error);
    }
  }

  @Put('manage-staff', ':id')
  @ApiOperation({ summary: 'Changes the name and the roles of a person' })
  @ApiOkResponse({ description: 'The account' })
  async change(
    @Param() { id }: IdPath,
    @Body() body: AccountChangeDto,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ) {
    this.#found(id);
    notOfProvider(this.staff, id);
    await this.#audited('AccountChanged', who, request, id, rolesText(body));
    this.#keepingAdministrator(() => this.staff.accounts.change(id, body));
    return accountView(this.#found(id));
  }

  @Post('manage-staff', ':id/disabling')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Disables an account, ends its sessions and its links' })
  @ApiOkResponse({ description: 'The account' })
  async disable(@Param() { id }: IdPath, @Who() who: Principal, @Req() request: FastifyRequest) {
    this.#found(id);
    await this.#audited('AccountDisabled', who, request, id);
    this.#keepingAdministrator(() => {
      this.staff.accounts.disable(id, this.staff.time.now());
      this.staff.links.end(id);
      this.staff.sessions.endAll(id);
    });
    return accountView(this.#found(id));
  }

  @Post('manage-staff', ':id/enabling')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Enables an account again' })
  @ApiOkResponse({ description: 'The account' })
  async enable(@Param() { id }: IdPath, @Who() who: Principal, @Req() request: FastifyRequest) {
    this.#found(id);
    await this.#audited('AccountEnabled', who, request, id);
    this.#keepingAdministrator(() => this.staff.accounts.disable(id, null));
    return accountView(this.#found(id));
  }

  @Post('manage-staff', ':id/reset')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Ends the sessions of a person, removes the passkeys, and makes a link for a new password',
  })
  @ApiOkResponse({ description: 'The account, and its one-time link' })
  async reset(@Param() { id }: IdPath, @Who() who: Principal, @Req() request: FastifyRequest) {
    const account = this.#found(id);
    notOfProvider(this.staff, id);
    await this.#audited('AccountReset', who, request, id);
    // A lost device may be the reason.
    this.staff.file.record(() => {
      this.staff.sessions.endAll(id);
      this.staff.passkeys.removeAll(id);
    });
    return { staff: accountView(account), ...this.#linkOf(account) };
  }

  @Post('manage-staff', ':id/sign-out')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Ends all sessions of a person' })
  @ApiNoContentResponse({ description: 'Ended' })
  async signOut(
    @Param() { id }: IdPath,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    this.#found(id);
    await this.#audited('SessionsEnded', who, request, id);
    this.staff.sessions.endAll(id);
  }

  #found(id: string): Account {
    const account = this.staff.accounts.find(id);
    if (!account) throw new Problem('not-found', 'There is no such account.');
    return account;
  }

  #linkOf({ id }: Account) {
    const { secret, endsAt } = this.staff.links.make(id);
    return { link: `${this.address.origin}/desk/invitation#${secret}`, endsAt: iso(endsAt) };
  }

  #audited(
    type: AuditType,
    who: Principal,
    { ip }: FastifyRequest,
    about?: string,
    detail?: string,
  ): Promise<void> {
    return this.audit.record({ type, who: who.id, about, address: ip, detail });
  }

  /** @throws Problem `last-administrator` */
  #keepingAdministrator(change: () => void): void {
    try {
      this.staff.file.record(change);
    } catch (error) {
      if (!(error instanceof LastAdministrator)) throw error;
      throw new Problem(
        'last-administrator',
        'Nobody else is an administrator. Make somebody an administrator first.',
      );
    }
  }
}

const rolesText = ({ roles }: Pick<Account, 'roles'>): string => `roles: ${roles.join(', ')}`;
