import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '#event-store';
import { unwrap } from './envelope.js';
import { unescapeName } from './name.js';
import { toWire } from './position.js';
import { DELETED } from './stream-states.js';

/** An event in the form of a read answer. */
export function toReadResp(stored: StoredEvent): ReadResp {
  const { isJson, created, metadata } = unwrap(stored.metadata);
  const position = String(toWire(stored.position));
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(stored.id))
    .setStreamIdentifier(identifierOf(unescapeName(stored.stream)))
    .setStreamRevision(String(unescapeName(stored.type) === '$streamDeleted' ? DELETED : stored.revision))
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setCustomMetadata(metadata)
    .setData(stored.data);
  record
    .getMetadataMap()
    .set('type', unescapeName(stored.type))
    .set('content-type', isJson ? 'application/json' : 'application/octet-stream')
    .set('created', created);
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(record).setCommitPosition(position),
  );
}

export function toStreamNotFound(stream: string): ReadResp {
  return new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );
}

/** From a position on the wire. */
export function toCheckpoint(commit: bigint, prepare = commit): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint();
  return new streams.ReadResp().setCheckpoint(
    checkpoint.setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}

export function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}
