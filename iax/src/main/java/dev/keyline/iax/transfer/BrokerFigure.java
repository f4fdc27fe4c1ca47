package dev.keyline.iax.transfer;

import dev.keyline.iax.message.Message;
import dev.keyline.iax.message.TransferMedia;
import dev.keyline.iax.message.TransferReady;
import dev.keyline.iax.message.TransferReject;
import dev.keyline.iax.message.TransferRelease;
import dev.keyline.iax.transfer.BrokerInput.Gone;
import dev.keyline.iax.transfer.BrokerInput.Heard;
import dev.keyline.iax.transfer.BrokerInput.TimeUp;
import dev.keyline.iax.transfer.BrokerLeg.Asked;
import dev.keyline.iax.transfer.BrokerLeg.CalledOff;
import dev.keyline.iax.transfer.BrokerLeg.HalfReady;
import dev.keyline.iax.transfer.BrokerLeg.Released;
import dev.keyline.iax.transfer.BrokerLeg.Side;
import dev.keyline.iax.transfer.BrokerLeg.VoiceReleased;

/// The middle of RFC 5456 §6.5, one case per arrow. Nobody is let go until both ends have said that
/// they hear each other, and whoever has not been let go is heard as before.
public final class BrokerFigure {
    /// Nanoseconds the ends have for it.
    public static final long PATIENCE = 20_000_000_000L;

    private BrokerFigure() {}

    /// Both ends are asked.
    public static BrokerStep ask(Pair pair) {
        return BrokerStep.to(new Asked())
                .say(Side.ONE, pair.request(Side.ONE))
                .say(Side.TWO, pair.request(Side.TWO));
    }

    private record At(BrokerLeg leg, BrokerInput input) {}

    public static BrokerStep next(BrokerLeg leg, BrokerInput input, Pair pair) {
        return switch (new At(leg, input)) {
            case At(Asked _, Heard(var side, TransferReady _)) ->
                    BrokerStep.to(new HalfReady(side));
            case At(HalfReady(var ready), Heard(var side, TransferReady _)) when side != ready ->
                    letGo(pair);
            case At(Asked _, Heard(var side, TransferReject(var cause, _))) ->
                    callOff(cause).say(side.other(), new TransferReject("", 0));
            case At(HalfReady _, Heard(var side, TransferReject(var cause, _))) ->
                    callOff(cause).say(side.other(), new TransferReject("", 0));
            case At(Asked _, TimeUp _) -> tooLate();
            case At(HalfReady _, TimeUp _) -> tooLate();
            case At(Asked _, Gone(var side)) -> alone(side.other());
            case At(HalfReady _, Gone(var side)) -> alone(side.other());
            case At(_, _) -> BrokerStep.to(leg);
        };
    }

    /// The number each hears is the other end's, as in its TXREQ.
    private static BrokerStep letGo(Pair pair) {
        boolean all = pair.rule() == TransferRule.YES;
        var step = BrokerStep.to(all ? new Released() : new VoiceReleased());
        for (var side : Side.values()) {
            int number = pair.end(side.other()).number().value();
            Message word = all ? new TransferRelease(number) : new TransferMedia(number);
            step = step.say(side, word);
        }
        return all
                ? step.with(new BrokerStep.Act.Leave())
                : step.tell(new TransferEvent.VoiceLeft());
    }

    private static BrokerStep callOff(String why) {
        return BrokerStep.to(new CalledOff())
                .tell(new TransferEvent.Stayed(why.isEmpty() ? "an end refused" : why));
    }

    private static BrokerStep tooLate() {
        var step = callOff("the ends did not find each other");
        for (var side : Side.values()) {
            step = step.say(side, new TransferReject("", 0));
        }
        return step;
    }

    private static BrokerStep alone(Side left) {
        return callOff("one of the calls is over").say(left, new TransferReject("", 0));
    }
}
