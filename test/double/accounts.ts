import type { sendUnaryData, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import users from '@eventstore/db-client/generated/users_pb.js';
import type { IUsersServer } from '@eventstore/db-client/generated/users_grpc_pb.js';
import type {
  CreateReq,
  CreateResp,
  DetailsReq,
  DetailsResp,
} from '@eventstore/db-client/generated/users_pb.js';
import type { Node } from './cluster.js';
import { failures, toFailure } from './failure.js';
import { settle } from './unary.js';

type DetailsCall = ServerWritableStream<DetailsReq, DetailsResp>;

/** The users service. It only creates and shows accounts. */
export function accountsOf(node: Node): IUsersServer {
  const notMade = (_call: unknown, answer: sendUnaryData<never>): void =>
    answer(failures.notMade('more to accounts than to make and to show them'));
  return {
    create: (call, answer) => settle(create(node, call), answer),
    details: (call) =>
      void details(node, call).catch((error: unknown) => call.emit('error', toFailure(error))),
    update: notMade,
    delete: notMade,
    disable: notMade,
    enable: notMade,
    changePassword: notMade,
    resetPassword: notMade,
  };
}

async function create({ cluster }: Node, call: ServerUnaryCall<CreateReq, CreateResp>): Promise<CreateResp> {
  cluster.calls.createUser += 1;
  if (cluster.leader === null) throw failures.notReady();
  await cluster.access.checkAdmin(call.metadata);
  const options = call.request.getOptions();
  if (!options?.getLoginName()) throw failures.invalid('The login name is empty.');
  const { loginName, fullName, password, groupsList } = options.toObject();
  await cluster.users.create(loginName, fullName, password, groupsList);
  return new users.CreateResp();
}

async function details({ cluster }: Node, call: DetailsCall): Promise<void> {
  const name = call.request.getOptions()?.getLoginName() ?? '';
  await cluster.access.checkAdmin(call.metadata, name);
  const user = await cluster.users.find(name);
  if (!user) throw failures.noUser(name);
  call.write(
    new users.DetailsResp().setUserDetails(
      new users.DetailsResp.UserDetails()
        .setLoginName(name)
        .setFullName(user.fullName)
        .setGroupsList([...user.groups]),
    ),
  );
  call.end();
}
