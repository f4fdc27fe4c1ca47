package dev.keyline.iax.message;

import dev.keyline.iax.wire.Body;
import dev.keyline.iax.wire.IaxCommand;
import dev.keyline.iax.wire.MalformedFrame;

/// Finds the record for a frame of type IAX.
final class Commands {
    private Commands() {}

    static Message read(Body body) throws MalformedFrame {
        var fields = Fields.of(body.data());
        var command = IaxCommand.of(body.value());
        return command == null ? new Unknown(body) : read(command, fields);
    }

    private static Message read(IaxCommand command, Fields in) {
        return switch (command) {
            case NEW -> New.read(in);
            case PING -> new Ping();
            case PONG -> Pong.read(in);
            case ACK -> new Ack();
            case HANGUP -> Hangup.read(in);
            case REJECT -> Reject.read(in);
            case ACCEPT -> Accept.read(in);
            case AUTHREQ -> AuthRequest.read(in);
            case AUTHREP -> AuthReply.read(in);
            case INVAL -> new Inval();
            case LAGRQ -> new LagRequest();
            case LAGRP -> new LagReply();
            case VNAK -> new Vnak();
            case POKE -> new Poke();
            case REGREQ -> RegisterRequest.read(in);
            case REGAUTH -> RegisterAuth.read(in);
            case REGACK -> RegisterAck.read(in);
            case REGREJ -> RegisterReject.read(in);
            case REGREL -> RegisterRelease.read(in);
            case DPREQ -> DialplanRequest.read(in);
            case DPREP -> DialplanReply.read(in);
            case DIAL -> Dial.read(in);
            case TXREQ -> TransferRequest.read(in);
            case TXCNT -> TransferConnect.read(in);
            case TXACC -> TransferAccept.read(in);
            case TXREADY -> TransferReady.read(in);
            case TXREL -> TransferRelease.read(in);
            case TXREJ -> TransferReject.read(in);
            case TXMEDIA -> TransferMedia.read(in);
            case TRANSFER -> Transfer.read(in);
            case QUELCH -> Quelch.read(in);
            case UNQUELCH -> new Unquelch();
            case MWI -> MessageWaiting.read(in);
            case UNSUPPORT -> Unsupported.read(in);
            case PAGE -> new Page(in.all());
            case PROVISION -> new Provision(in.all());
            case FWDOWNL -> new FirmwareRequest(in.all());
            case FWDATA -> new FirmwareData(in.all());
            case RTKEY -> RotateKey.read(in);
            case CALLTOKEN -> CallTokenChallenge.read(in);
        };
    }
}
